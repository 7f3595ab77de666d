#pragma once

// A conversation of the wire as the model's template takes it.
//
// The template knows no ids of calls: results belong to calls by their order, so they are put into
// it. What is said anywhere stays content; only the template writes marks.

#include "app/wire/chat_request.h"
#include "engine/text/answer/tool_schema.h"
#include "engine/text/prompt/chat.h"

#include <memory>

namespace tf::endpoint {

struct TemplateChat {
    text::ChatRequest chat;
    std::vector<std::size_t> places; ///< for each message of `chat` its index in the request
    std::shared_ptr<const text::Tools> tools; ///< for reading the answer's calls; null: none
    std::vector<std::string> notes;
};

/// BadInput names the place: "messages[3].tool_calls[0]: …". Thread: any.
Result<TemplateChat> templateChat(const wire::ChatRequest& request);

} // namespace tf::endpoint
