#pragma once

// The options of every verb that sizes pictures for the model: a tier, a long side, or an area.

#include "app/cli/options.h"
#include "vision/picture/size_wish.h"

namespace tf::cli {

/// The same words mean other sizes for pictures and for clips.
struct SizeWishes {
    vision::SizeWish picture;
    vision::SizeWish clip;
};

/// Takes --tier, --long-side, --area for pictures and clips.
SizeWishes readSizeWishes(Options& options);

/// Takes --tier, --long-side, --area; at most one of them may stand there.
vision::SizeWish readSizeFlags(Options& options, vision::MediaKind kind);

/// "long side 1008", "area 602112", for people and JSON.
[[nodiscard]] std::string sizeWords(const vision::SizeWish& wish);

} // namespace tf::cli
