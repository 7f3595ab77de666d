#pragma once

// One element of a tool call as it was written, and the JSON value that it stands for.
//
// Children named item make a list, others an object; text beside children goes under $text. White
// space between children means nothing, white space in a leaf is kept.

#include "engine/text/answer/tool_schema.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tf::text {

struct ToolElement {
    std::string name; ///< of the parameter
    std::string tag; ///< what closes it: the name, or parameter, or invoke
    std::string text; ///< outside of its children
    std::vector<ToolElement> children;
    std::size_t begin = 0; ///< of its namespace marker, in the text of the call
    std::size_t innerBegin = 0;
    std::size_t innerEnd = 0;
    bool quotesCall = false; ///< holds a tool block or a call: then it is text, not structure
};

/// The arguments of a call. `call` is the text that the elements' places refer to; BadInput when a
/// name occurs twice. Thread: any.
Result<json::Value> argumentsOf(const ToolElement& invoke, ToolSchema parameters,
                                std::string_view call);

} // namespace tf::text
