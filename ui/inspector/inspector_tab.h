#pragma once

// The tabs of the inspector, in their order: Ctrl+1 is the first of them.

#include <cstdint>

namespace tf::ui {

enum class InspectorTab : std::uint8_t {
    Context, ///< what goes along with the next question
    Code,
    Pictures,
    Frames,
    Files, ///< that an answer holds
    Request,
    Engine,
};

/// A page that is taller than the pane is scrolled, or scrolls parts of itself.
enum class TabRoom : std::uint8_t { Scrolls, Fills };

} // namespace tf::ui
