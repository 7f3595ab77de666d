#pragma once

// Paints what is in sight of a conversation: cards, bars, rows, and what is marked in them.
//
// Thread: main.

#include "ui/transcript/view/find_marks.h"
#include "ui/transcript/view/selection.h"
#include "ui/transcript/view/stage.h"

namespace tf::ui {

struct StageLook {
    Selection selection;
    const FindMarks* found = nullptr; ///< nullptr: nothing is looked for
    std::optional<SpotId> hovered;
    std::optional<SpotId> focused;
    session::TurnId activeTurn = session::kNoTurn;
};

/// `exposed` counts in the window; only what stands in it is painted.
void paintStage(QPainter& painter, const QRect& exposed, Stage& stage, const Theme& theme,
                const StageLook& look);

} // namespace tf::ui
