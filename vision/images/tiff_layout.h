#pragma once

// How the pixels of a TIFF's first page are stored, of the many ways that there are.

#include "kernels/base/result.h"
#include "vision/images/tiff_file.h"
#include "vision/picture/picture.h"

#include <cstdint>

namespace tf::vision {

enum class TiffAlpha : std::uint8_t { None, Plain, Multiplied };

/// How the pixels of the first page are stored.
struct TiffLayout {
    Size size;
    int bits = 1; ///< of a sample
    int numSamples = 1; ///< stored with each pixel
    int numColors = 1; ///< of them: index or grey, red green blue, ink
    TiffAlpha alpha = TiffAlpha::None; ///< the sample behind the colours
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    bool isPlanar = false; ///< each sample in a picture of its own
    bool isTiled = false;
    bool isForeign = false; ///< in colours that libtiff has to translate

    [[nodiscard]] int numTaken() const { return numColors + (alpha == TiffAlpha::None ? 0 : 1); }
};

/// Unsupported when the way is not one that is read here.
Result<TiffLayout> tiffLayout(const TiffFile& file);

} // namespace tf::vision
