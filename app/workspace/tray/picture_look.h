#pragma once

// A picture that lies in a tray as it can be looked at: what it is, and what can be chosen of it.
//
// There once it is read, and again for another engine. Thread: any.

#include "app/workspace/tray/picture_way.h"

#include <memory>
#include <string>

namespace tf::workspace {

/// A picture that is sent, and where it lies in what is seen.
struct SeenPart {
    std::shared_ptr<const std::string> sent; ///< as a PNG
    app::Spot at;
    vision::Size seen;
};

struct PictureLook {
    std::string format; ///< "PNG"
    std::int64_t bytes = 0; ///< of the file
    vision::Size size; ///< upright, all of it
    vision::Size part; ///< what a crop leaves
    bool hasAlpha = false; ///< laid on white
    bool wasTurned = false; ///< as its metadata says
    vision::Size sent; ///< of tiles: of each
    vision::Size seen; ///< of tiles: together
    std::vector<SeenPart> parts; ///< several: tiles
    double legible = 1; ///< share of its small print that the engine can still see
    std::vector<PictureOffer> offers; ///< low, default, high, tiles
};

} // namespace tf::workspace
