#pragma once

// Blocks out of text that is no Markdown: what somebody typed, what a tool was given and said.
//
// Thread: any.

#include "ui/markdown/block.h"

#include <string_view>

namespace tf::ui {

/// Line by line as it was typed; what stands between fences is code.
[[nodiscard]] Blocks plainBlocks(std::string_view typed);

/// More lines of it, or the rest of the last one.
void appendLines(Code& code, const QString& text);

/// Without the first bytes of a character whose rest is still to come.
[[nodiscard]] std::string_view wholeCharacters(std::string_view utf8);

/// The same members in the same order, one a line. What is no JSON comes back as it is.
[[nodiscard]] QString indentedJson(const QString& json);

} // namespace tf::ui
