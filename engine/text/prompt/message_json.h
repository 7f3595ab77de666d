#pragma once

// One message of a conversation from JSON, with its tool calls.

#include "engine/text/prompt/content_json.h"

namespace tf::text {

/// `place` is the message's, "messages[3]". Thread: any.
Result<Message> readMessage(const json::Value& message, Shape shape, const std::string& place);

} // namespace tf::text
