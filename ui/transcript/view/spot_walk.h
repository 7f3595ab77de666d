#pragma once

// From one thing that can be pressed to the next, as the Tab key goes.
//
// Thread: main.

#include "ui/transcript/view/stage.h"

namespace tf::ui {

enum class WalkStep : std::uint8_t { Next, Previous };

/// From nowhere: the first in sight, or the last. nullopt: there is no further one.
[[nodiscard]] std::optional<SpotId> walk(Stage& stage, const std::optional<SpotId>& from,
                                         WalkStep step);

/// Where it stands, in the window; an empty rectangle when it is gone.
[[nodiscard]] QRect placeOf(Stage& stage, const SpotId& spot);
/// What stands under that place of the window.
[[nodiscard]] std::optional<SpotId> spotAt(Stage& stage, QPoint place);
/// Its words and its target; nullopt when it is gone.
[[nodiscard]] std::optional<Spot> spotOf(Stage& stage, const SpotId& id);

} // namespace tf::ui
