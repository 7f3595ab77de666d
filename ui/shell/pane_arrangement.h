#pragma once

// Which panes stand where, from what the user wants and how wide the window is. Pure.

#include <cstdint>

namespace tf::ui {

enum class Side : std::uint8_t { Sessions, Inspector };

enum class Place : std::uint8_t {
    Hidden,
    Docked, ///< beside the conversation
    Floating, ///< over it, because there is no room beside it
};

/// What the user wants of one side pane.
struct PaneWish {
    bool docked = true; ///< kept between starts
    bool floating = false; ///< asked for while there was no room; forgotten when there is
};

struct PaneWishes {
    PaneWish sessions;
    PaneWish inspector;

    [[nodiscard]] PaneWish& of(Side side) { return side == Side::Sessions ? sessions : inspector; }
    [[nodiscard]] const PaneWish& of(Side side) const
    {
        return side == Side::Sessions ? sessions : inspector;
    }
};

/// A design length: it grows with the zoom, and does not shrink with it.
[[nodiscard]] bool hasRoom(Side side, int windowWidth, int zoomPercent);

[[nodiscard]] Place placeOf(const PaneWish& wish, bool hasRoom);

/// The wish after the user's toggle.
[[nodiscard]] PaneWish toggled(PaneWish wish, bool hasRoom);

} // namespace tf::ui
