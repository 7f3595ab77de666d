#pragma once

// What can be done with a question and with an answer, as buttons without places.
//
// Thread: main.

#include "ui/transcript/failure/cause.h"
#include "ui/transcript/layout/spot.h"
#include "ui/transcript/story/shown_turn.h"

namespace tf::ui {

/// Empty when there is one alone.
[[nodiscard]] std::vector<Spot> siblingButtons(const ShownTurn& turn);
[[nodiscard]] std::vector<Spot> questionButtons(const ShownTurn& turn);
[[nodiscard]] std::vector<Spot> answerButtons(const ShownTurn& turn);
/// What fits the cause, the likeliest first.
[[nodiscard]] std::vector<Spot> noticeButtons(const ShownTurn& turn, Cause cause);
/// Of what is no picture and no clip.
[[nodiscard]] std::vector<Spot> attachmentChips(const ShownTurn& turn);

} // namespace tf::ui
