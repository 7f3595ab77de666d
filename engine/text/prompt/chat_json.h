#pragma once

// Reads a ChatRequest from JSON: what the official template is given, or an OpenAI chat request.
//
// OpenAI: arguments are a JSON string or an object, content a string or parts, reasoning stands in
// reasoning_content or reasoning, the mode in thinking_mode, chat_template_kwargs.thinking_mode or
// thinking.type, and a generation prompt is wanted unless it says otherwise. Unknown members are
// passed over; every error names its place.

#include "engine/text/prompt/content_json.h"

namespace tf::text {

/// Template when there is an add_generation_prompt and no model, which no OpenAI request lacks.
[[nodiscard]] Shape shapeOf(const json::Value& request);

/// Error{BadInput or Unsupported}: "messages[3].tool_calls[0].function.arguments: …". Thread: any.
Result<ChatRequest> readChatRequest(const json::Value& request, Shape shape);

} // namespace tf::text
