#pragma once

// Places in the text of a conversation: under a point, and from one to another by the keyboard.
//
// Thread: main.

#include "ui/transcript/view/selection.h"
#include "ui/transcript/view/stage.h"

namespace tf::ui {

/// The nearest one; nullopt when nothing can be selected.
[[nodiscard]] std::optional<TextPlace> textAt(Stage& stage, QPoint place);
/// The line that holds it, in the window.
[[nodiscard]] QRect lineOf(Stage& stage, const TextPlace& place);

enum class CursorStep : std::uint8_t { Left, Right, Up, Down, WordLeft, WordRight };

[[nodiscard]] TextPlace moved(Stage& stage, const TextPlace& from, CursorStep step);

} // namespace tf::ui
