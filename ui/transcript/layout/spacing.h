#pragma once

// The rhythm of a conversation: how far a row stands from the one before it.
//
// In design pixels, a multiple of two. Thread: main.

#include "ui/transcript/story/story.h"

namespace tf::ui {

/// `before` is nullptr for the first row.
[[nodiscard]] int spaceBefore(const Story& story, const ShownRow& row, const ShownRow* before);

/// Beneath the last row.
inline constexpr int kSpaceAfterAll = 24;

} // namespace tf::ui
