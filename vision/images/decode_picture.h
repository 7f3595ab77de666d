#pragma once

// A picture file into upright RGB: PNG, JPEG, WebP, BMP, GIF (its first frame), TIFF, SVG.
//
// The format is told by the bytes, never by a name. Alpha is laid on white, palettes and 16 bits
// become 8 bits a channel, the orientation of the metadata is applied. Runs in the helper process
// alone. Thread: any. Blocks: while it decodes.

#include "kernels/base/result.h"
#include "vision/media/facts.h"
#include "vision/media/source.h"

#include <string_view>

namespace tf::vision {

struct DecodedPicture {
    PictureFacts facts;
    Picture picture;
};

/// The format that the bytes begin like, as PictureFacts names it; empty when it is none that is
/// read here. An SVG behind a very long comment is not told.
Result<std::string_view> formatOf(const Source& source);

/// Header only: decodes no pixels. Limits are checked before memory is taken.
Result<PictureFacts> probePicture(const Source& source, const MediaLimits& limits);

Result<DecodedPicture> decodePicture(const Source& source, const MediaLimits& limits);

} // namespace tf::vision
