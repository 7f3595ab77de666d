#pragma once

// A message's content as it stands in JSON, made into parts.
//
// Two shapes. Template: what the official template is given, where Python prints whatever it
// finds (a number, a dict) and passes over parts that it does not know. OpenAi: a chat request,
// where media come as image_url and video_url and anything unknown is an error with its place.

#include "engine/json/value.h"
#include "engine/text/prompt/chat.h"
#include "kernels/base/result.h"

#include <string_view>

namespace tf::text {

enum class Shape : std::uint8_t { Template, OpenAi };

/// `content` is nullptr when the message has none. Thread: any.
Result<std::vector<Part>> readContent(const json::Value* content, Role role, Shape shape,
                                      std::string_view place);

/// Error{BadInput}: "messages[3].content: a number, wanted a string or a list of parts".
[[nodiscard]] Error wrongJson(std::string_view place, std::string_view what);

/// The same for a value of the wrong kind, or one that is missing.
[[nodiscard]] Error wrongKind(std::string_view place, const json::Value* value,
                              std::string_view wanted);

} // namespace tf::text
