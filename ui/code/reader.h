#pragma once

// Readers of languages that are not made of words, strings and comments.
//
// Each is a Reader as language.h has it; its states are its own. Thread: any.

#include "ui/code/lexer.h"

namespace tf::ui {

/// Of a patch. Counts a hunk's lines, so that a removed "-- x" is no head of a file.
[[nodiscard]] InkedLine inkDiff(LexState before, QStringView line);
[[nodiscard]] InkedLine inkMakefile(LexState before, QStringView line);
[[nodiscard]] InkedLine inkMarkdown(LexState before, QStringView line);
/// HTML and XML; what stands in a script is text.
[[nodiscard]] InkedLine inkMarkup(LexState before, QStringView line);
[[nodiscard]] InkedLine inkYaml(LexState before, QStringView line);

} // namespace tf::ui
