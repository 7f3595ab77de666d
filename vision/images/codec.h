#pragma once

// One format of picture files: how its bytes begin, what its header says, how its pixels are made.
//
// Each format is one source file that gives one value of this. Headers are read first and held
// against the limits; only then are pixels asked for. Thread: any. Blocks: while it decodes.

#include "kernels/base/result.h"
#include "vision/images/byte_view.h"
#include "vision/images/orientation.h"
#include "vision/images/raster.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace tf::vision {

struct PictureHeader {
    Size size; ///< as stored
    std::int32_t bits = 8; ///< per channel as stored
    std::int64_t frames = 1;
    bool hasAlpha = false;
    Turn turn;
};

struct Codec {
    std::string_view name; ///< as people write it
    bool (*isIt)(ByteView);
    /// Reads what the file says of itself; takes no memory that grows with the picture.
    Result<PictureHeader> (*header)(ByteView);
    /// Requires: the header of these very bytes, its size within the limits.
    Result<Raster> (*decode)(ByteView, const PictureHeader&);
};

const Codec& pngCodec();
const Codec& jpegCodec();
const Codec& webpCodec();
const Codec& gifCodec();
const Codec& bmpCodec();
const Codec& tiffCodec();
const Codec& svgCodec();

/// "PNG ends early: 37 of 100 rows could be read", for files that are damaged or cut off.
Error damage(std::string_view format, std::string_view what, std::int64_t rows, std::int64_t of);

} // namespace tf::vision
