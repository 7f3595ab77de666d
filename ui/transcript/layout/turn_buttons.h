#pragma once

// What can be done with a question and with an answer, as buttons without places.
//
// Thread: main.

#include "ui/transcript/layout/spot.h"
#include "ui/transcript/story/shown_turn.h"

namespace tf::ui {

/// Empty when there is one alone.
[[nodiscard]] std::vector<Spot> siblingButtons(const ShownTurn& turn);
[[nodiscard]] std::vector<Spot> questionButtons(const ShownTurn& turn);
[[nodiscard]] std::vector<Spot> answerButtons(const ShownTurn& turn);
[[nodiscard]] std::vector<Spot> noticeButtons(const ShownTurn& turn);
[[nodiscard]] std::vector<Spot> attachmentChips(const ShownTurn& turn);

} // namespace tf::ui
