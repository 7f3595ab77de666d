#pragma once

// The text of a tool argument read as the value that its schema asks for.

#include "engine/text/answer/tool_schema.h"

namespace tf::text {

/// Never fails: what fits no type stays the string it is, and the tool may refuse it. Broken UTF-8
/// becomes U+FFFD. Thread: any.
[[nodiscard]] json::Value leafValue(std::string_view text,
                                    const std::vector<ToolAlternative>& allowed);

} // namespace tf::text
