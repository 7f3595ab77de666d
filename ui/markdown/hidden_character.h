#pragma once

// Characters that cannot be seen or that turn the direction of text, and how they are written out.
//
// In code, links and paths each of them could make a reader see something else than what is there;
// in prose only those that turn whole words, so that right-to-left text keeps its own marks.
// Thread: any.

#include "ui/markdown/prose.h"

#include <cstdint>

namespace tf::ui {

enum class Strictness : std::uint8_t { Prose, Exact };

/// `before` is the character in front of it, 0 for none: joiners are part of many scripts.
[[nodiscard]] bool isHidden(char32_t character, char32_t before, Strictness strictness);
/// "<U+202E>"
[[nodiscard]] QString writtenOut(char32_t character);

/// Adds `text` with these marks; what is hidden in it is written out and marked Revealed.
void appendRevealed(Prose& prose, QStringView text, Span look, Strictness strictness);
/// The same without marks.
[[nodiscard]] QString revealed(QStringView text);

} // namespace tf::ui
