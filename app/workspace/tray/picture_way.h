#pragma once

// How a picture goes to an engine: how large, asked for by which name, and what is seen of it
// there.
//
// Arithmetic alone; no pixels. Thread: any.

#include "app/wire/message.h"
#include "app/workspace/tray/intake.h"
#include "app/workspace/tray/tray_choice.h"

#include <span>

namespace tf::workspace {

struct PictureWay {
    std::int64_t longSide = 2016; ///< what is sent has no longer one
    wire::Detail detail = wire::Detail::Unnamed;
    bool isTiled = false;

    bool operator==(const PictureWay&) const = default;
};

/// Nearest to what was chosen that the engine knows.
[[nodiscard]] PictureWay wayOf(const PictureChoice& choice, const Intake& intake);

/// What can be chosen for one picture, and what that costs.
struct PictureOffer {
    vision::Tier tier = vision::Tier::Default;
    bool isTiled = false;
    vision::Size seen; ///< of tiles: together
    std::int64_t numTiles = 1;
    std::int64_t tokens = 0;
    double legible = 1; ///< share of its small print that is still there
    std::string whyNot; ///< empty: it can be chosen
};

/// Of a picture, or of what a crop leaves of it: low, default, high, legible tiles.
[[nodiscard]] std::vector<PictureOffer> offersOf(vision::Size part, const Intake& intake);
/// What of them is chosen, as the engine takes it.
[[nodiscard]] const PictureOffer& chosenOf(std::span<const PictureOffer> offers,
                                           const PictureChoice& choice);

/// Row by row, as few as can be: each is seen at its own size by every engine.
[[nodiscard]] std::vector<app::Region> tilesOf(vision::Size part);

/// What is sent of a part; BadInput for one that is too long for its width.
Result<vision::Size> sentSize(vision::Size part, const PictureWay& way);
/// What the engine makes of what it is sent.
[[nodiscard]] vision::Size seenSize(vision::Size sent, const PictureWay& way, const Intake& intake);
/// With the marks around them.
[[nodiscard]] std::int64_t tokensOfSeen(vision::Size seen);

} // namespace tf::workspace
