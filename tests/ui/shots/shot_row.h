#pragma once

// One picture: a page in one state, how large it is, and how the window comes to it.
//
// The tables of all pages together are what is compared, light and dark, at one pixel and at two.

#include "tests/ui/shots/shot_stage.h"

#include <span>

namespace tf::test {

struct ShotRow {
    const char* name; ///< "sessions-empty": page and state
    QSize size; ///< of the window
    World world = World::Endpoints;
    /// Brings the window there and gives what is pictured: the window, or a part of it.
    QWidget* (*stand)(ShotStage&);
    Qt::LayoutDirection direction = Qt::LeftToRight;
    int zoomPercent = 100;
};

[[nodiscard]] std::span<const ShotRow> windowShots();
[[nodiscard]] std::span<const ShotRow> talkShots();
[[nodiscard]] std::span<const ShotRow> overlayShots();
[[nodiscard]] std::span<const ShotRow> sessionsShots();
[[nodiscard]] std::span<const ShotRow> composerShots();
[[nodiscard]] std::span<const ShotRow> contextShots();
[[nodiscard]] std::span<const ShotRow> endpointShots();
[[nodiscard]] std::span<const ShotRow> engineShots();
[[nodiscard]] std::span<const ShotRow> framesShots();
[[nodiscard]] std::span<const ShotRow> pictureShots();
[[nodiscard]] std::span<const ShotRow> viewerShots();
[[nodiscard]] std::span<const ShotRow> worksShots();

} // namespace tf::test
