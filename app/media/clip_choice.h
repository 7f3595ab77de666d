#pragma once

// What of a clip a user wants to be seen: a stretch of it, how densely, which moments besides.
//
// Times are seconds from the clip's first frame. Thread: any.

#include "app/media/picture_edit.h"
#include "vision/picture/size_wish.h"

namespace tf::app {

enum class ClipSampling : std::uint8_t {
    Rate, ///< so many a second
    Moments, ///< where something happens on the screen
    Both,
    Picked, ///< only what was picked by hand
};

enum class ClipForm : std::uint8_t {
    AsEngineTakes,
    File, ///< the server takes frames of its own
    Frames, ///< as pictures
};

/// Painted over in every frame of a stretch.
struct CoveredStretch {
    double from = 0;
    double to = 0;
    Region region;

    bool operator==(const CoveredStretch&) const = default;
};

struct ClipChoice {
    ClipSampling sampling = ClipSampling::Rate;
    double fps = 1; ///< 0.2 to 5
    double from = 0;
    double to = 0; ///< 0: to its end
    std::int64_t maxFrames = 0; ///< 0: as many as there is room for
    vision::Tier tier = vision::Tier::Default;
    ClipForm form = ClipForm::AsEngineTakes;
    std::vector<double> picked; ///< frames that are sent besides, ascending
    std::vector<double> dropped; ///< and that are not, ascending
    std::vector<CoveredStretch> covered;

    bool operator==(const ClipChoice&) const = default;
};

} // namespace tf::app
