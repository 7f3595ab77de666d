#include "vision/images/tiff_layout.h"

#include "kernels/base/words.h"

#include <limits>

namespace tf::vision {

namespace {

constexpr int kMaxTiffSamples = 8;

int numTiffColors(std::uint16_t photometric)
{
    if (photometric == PHOTOMETRIC_RGB || photometric == PHOTOMETRIC_YCBCR)
        return 3;
    return photometric == PHOTOMETRIC_SEPARATED ? 4 : 1;
}

TiffAlpha tiffAlpha(const TiffFile& file, const TiffLayout& layout)
{
    std::uint16_t numExtras = 0;
    const std::uint16_t* extras = nullptr;
    TIFFGetField(file.handle(), TIFFTAG_EXTRASAMPLES, &numExtras, &extras);
    if (layout.numSamples <= layout.numColors || layout.photometric == PHOTOMETRIC_SEPARATED)
        return TiffAlpha::None;
    if (numExtras == 0) // four samples of RGB and not a word why
        return layout.numColors == 3 && layout.numSamples == 4 ? TiffAlpha::Plain : TiffAlpha::None;
    if (extras[0] == EXTRASAMPLE_ASSOCALPHA)
        return TiffAlpha::Multiplied;
    return extras[0] == EXTRASAMPLE_UNASSALPHA ? TiffAlpha::Plain : TiffAlpha::None;
}

Result<> expectKnown(const TiffFile& file, const TiffLayout& layout)
{
    const auto format = file.shortTag(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    const bool isIndexed = layout.photometric == PHOTOMETRIC_PALETTE;
    const bool isGrey = layout.photometric == PHOTOMETRIC_MINISBLACK
        || layout.photometric == PHOTOMETRIC_MINISWHITE;
    const bool isColor =
        layout.photometric == PHOTOMETRIC_RGB || layout.photometric == PHOTOMETRIC_SEPARATED;
    const bool isWhole = layout.bits == 8 || layout.bits == 16;
    const bool isPart = layout.bits == 1 || layout.bits == 2 || layout.bits == 4;
    const bool fits = (isColor && isWhole) || (isGrey && (isWhole || isPart))
        || (isIndexed && (layout.bits == 8 || isPart)) || layout.isForeign;
    if (!fits || (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        || layout.numSamples < layout.numColors || layout.numSamples > kMaxTiffSamples)
        return Error(Code::Unsupported,
                     words("TIFF of colour kind ", layout.photometric, " with ", layout.numSamples,
                           " samples of ", layout.bits, " bits in number format ", format));
    return {};
}

} // namespace

Result<TiffLayout> tiffLayout(const TiffFile& file)
{
    const auto width = file.longTag(TIFFTAG_IMAGEWIDTH, 0);
    const auto height = file.longTag(TIFFTAG_IMAGELENGTH, 0);
    constexpr std::uint32_t kMost = std::numeric_limits<std::int32_t>::max();
    if (width > kMost || height > kMost)
        return Error(Code::Corrupt, words("TIFF of ", width, " x ", height, " pixels"));
    TiffLayout layout;
    layout.size = {static_cast<std::int32_t>(width), static_cast<std::int32_t>(height)};
    layout.bits = file.shortTag(TIFFTAG_BITSPERSAMPLE, 1);
    layout.numSamples = file.shortTag(TIFFTAG_SAMPLESPERPIXEL, 1);
    layout.photometric = file.shortTag(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    layout.isPlanar = file.shortTag(TIFFTAG_PLANARCONFIG, 1) == PLANARCONFIG_SEPARATE;
    layout.isTiled = TIFFIsTiled(file.handle()) != 0;
    layout.numColors = numTiffColors(layout.photometric);
    const bool isJpeg = file.shortTag(TIFFTAG_COMPRESSION, 1) == COMPRESSION_JPEG;
    if (layout.photometric == PHOTOMETRIC_YCBCR && isJpeg && !layout.isPlanar)
        layout.photometric = PHOTOMETRIC_RGB; // the JPEG inside is asked for RGB
    layout.isForeign = layout.photometric == PHOTOMETRIC_YCBCR;
    layout.alpha = tiffAlpha(file, layout);
    TRY(expectKnown(file, layout));
    return layout;
}

} // namespace tf::vision
