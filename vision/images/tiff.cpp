#include "kernels/base/words.h"
#include "vision/images/codec.h"
#include "vision/images/tiff_file.h"
#include "vision/images/tiff_layout.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace tf::vision {

namespace {

constexpr std::int64_t kMaxTiffPages = 65'536;
constexpr std::int64_t kMaxTiffTileBytes = 256LL * 1024 * 1024;

bool isTiff(ByteView bytes)
{
    using namespace std::string_view_literals;
    return bytes.beginsWith("II*\0"sv) || bytes.beginsWith("MM\0*"sv) || bytes.beginsWith("II+\0"sv)
        || bytes.beginsWith("MM\0+"sv);
}

std::uint64_t tiffNumber(ByteView bytes, std::size_t place, std::size_t numBytes)
{
    if (numBytes < 8)
        return bytes[0] == 'M' ? bytes.big(place, numBytes) : bytes.little(place, numBytes);
    const auto first = tiffNumber(bytes, place, 4);
    const auto second = tiffNumber(bytes, place + 4, 4);
    return bytes[0] == 'M' ? first << 32 | second : second << 32 | first;
}

/// Follows the chain of directories by itself: libtiff's way takes the square of their number.
std::int64_t numTiffPages(ByteView bytes)
{
    const bool isBig = bytes[2] == '+' || bytes[3] == '+';
    const std::size_t countBytes = isBig ? 8 : 2;
    const std::size_t entryBytes = isBig ? 20 : 12;
    const std::size_t placeBytes = isBig ? 8 : 4;
    std::size_t place = tiffNumber(bytes, isBig ? 8 : 4, placeBytes);
    std::int64_t numPages = 0;
    while (place != 0 && bytes.holds(place, countBytes) && numPages < kMaxTiffPages) {
        ++numPages;
        const auto numEntries = tiffNumber(bytes, place, countBytes);
        if (numEntries > bytes.size())
            break;
        place = tiffNumber(bytes, place + countBytes + numEntries * entryBytes, placeBytes);
    }
    return std::max<std::int64_t>(1, numPages);
}

Result<PictureHeader> tiffHeader(ByteView bytes)
{
    const TiffFile file(bytes);
    if (!file.isOpen())
        return Error(Code::Corrupt, words("TIFF whose header cannot be read: ", file.fault()));
    const auto layout = TRY(tiffLayout(file));
    PictureHeader header;
    header.size = layout.size;
    header.bits = layout.bits;
    header.frames = numTiffPages(bytes);
    header.hasAlpha = layout.alpha != TiffAlpha::None;
    header.turn = turnOfOrientation(file.shortTag(TIFFTAG_ORIENTATION, 1));
    return header;
}

/// Samples as bytes, those of a pixel side by side; indices stay as they are.
struct TiffSamples {
    int perPixel = 1;
    std::int64_t width = 0;
    std::vector<std::uint8_t> bytes;

    [[nodiscard]] std::uint8_t* at(std::int64_t x, std::int64_t y)
    {
        return bytes.data() + (y * width + x) * perPixel;
    }
};

/// Of 16 bits the high byte; fewer than 8 are spread over the whole range unless they are indices.
std::uint8_t tiffSample(const std::uint8_t* row, std::size_t idx, const TiffLayout& layout)
{
    if (layout.bits == 8)
        return row[idx];
    if (layout.bits == 16) {
        std::uint16_t sample = 0; // in the machine's order: libtiff has turned it
        std::memcpy(&sample, row + idx * 2, sizeof sample);
        return static_cast<std::uint8_t>(sample >> 8);
    }
    const auto bits = static_cast<std::size_t>(layout.bits);
    const auto bit = idx * bits;
    const auto most = (1U << bits) - 1;
    const auto value = row[bit / 8] >> (8 - bits - bit % 8) & most;
    return static_cast<std::uint8_t>(
        layout.photometric == PHOTOMETRIC_PALETTE ? value : value * (255 / most));
}

/// A rectangle of the picture as libtiff hands it over.
struct TiffBlock {
    std::int64_t left = 0;
    std::int64_t top = 0;
    std::int64_t width = 0; ///< of what is inside the picture
    std::int64_t height = 0;
    int plane = 0;
    std::int64_t stride = 0;
    const std::uint8_t* bytes = nullptr;
};

void takeTiffBlock(const TiffBlock& block, const TiffLayout& layout, TiffSamples& samples)
{
    const int numStored = layout.isPlanar ? 1 : layout.numSamples;
    const int numTaken = layout.isPlanar ? 1 : layout.numTaken();
    for (std::int64_t y = 0; y < block.height; ++y) {
        const std::uint8_t* row = block.bytes + y * block.stride;
        std::uint8_t* to = samples.at(block.left, block.top + y) + block.plane;
        for (std::int64_t x = 0; x < block.width; ++x, to += samples.perPixel) {
            for (int idx = 0; idx < numTaken; ++idx)
                to[idx] = tiffSample(row, static_cast<std::size_t>(x * numStored + idx), layout);
        }
    }
}

Error tiffFault(const TiffFile& file, std::int64_t rows, const TiffLayout& layout)
{
    return damage("TIFF", file.fault(), rows, layout.size.height);
}

Result<> readTiffRows(const TiffFile& file, const TiffLayout& layout, TiffSamples& samples)
{
    std::vector<std::uint8_t> row(static_cast<std::size_t>(TIFFScanlineSize64(file.handle())));
    const int numPlanes = layout.isPlanar ? layout.numTaken() : 1;
    for (int plane = 0; plane < numPlanes; ++plane) {
        for (std::int32_t y = 0; y < layout.size.height; ++y) {
            if (TIFFReadScanline(file.handle(), row.data(), static_cast<std::uint32_t>(y),
                                 static_cast<std::uint16_t>(plane))
                != 1)
                return tiffFault(file, plane == 0 ? y : 0, layout);
            takeTiffBlock({0, y, layout.size.width, 1, plane, 0, row.data()}, layout, samples);
        }
    }
    return {};
}

/// The tile at a place, cut where it leaves the picture.
TiffBlock tileAt(std::int64_t left, std::int64_t top, Size tile, const TiffLayout& layout)
{
    TiffBlock block;
    block.left = left;
    block.top = top;
    block.width = std::min<std::int64_t>(tile.width, layout.size.width - left);
    block.height = std::min<std::int64_t>(tile.height, layout.size.height - top);
    return block;
}

Result<Size> tiffTileSize(const TiffFile& file)
{
    const auto width = file.longTag(TIFFTAG_TILEWIDTH, 0);
    const auto height = file.longTag(TIFFTAG_TILELENGTH, 0);
    const auto numBytes = TIFFTileSize64(file.handle());
    if (width == 0 || height == 0 || numBytes == 0 || numBytes > kMaxTiffTileBytes)
        return Error(Code::BadInput,
                     words("TIFF with tiles of ", width, " x ", height, " pixels, ", numBytes,
                           " bytes: the limit is ", kMaxTiffTileBytes));
    return Size{static_cast<std::int32_t>(width), static_cast<std::int32_t>(height)};
}

Result<> readTiffTiles(const TiffFile& file, const TiffLayout& layout, TiffSamples& samples)
{
    const Size tile = TRY(tiffTileSize(file));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(TIFFTileSize64(file.handle())));
    const int numPlanes = layout.isPlanar ? layout.numTaken() : 1;
    for (int plane = 0; plane < numPlanes; ++plane) {
        for (std::int64_t top = 0; top < layout.size.height; top += tile.height) {
            for (std::int64_t left = 0; left < layout.size.width; left += tile.width) {
                if (TIFFReadTile(file.handle(), bytes.data(), static_cast<std::uint32_t>(left),
                                 static_cast<std::uint32_t>(top), 0,
                                 static_cast<std::uint16_t>(plane))
                    < 0)
                    return tiffFault(file, plane == 0 ? top : 0, layout);
                TiffBlock block = tileAt(left, top, tile, layout);
                block.plane = plane;
                block.stride = static_cast<std::int64_t>(TIFFTileRowSize64(file.handle()));
                block.bytes = bytes.data();
                takeTiffBlock(block, layout, samples);
            }
        }
    }
    return {};
}

using TiffColors = std::array<std::array<std::uint8_t, 3>, 256>;

/// What an index or a grey means.
TiffColors tiffColors(const TiffFile& file, const TiffLayout& layout)
{
    TiffColors colors{};
    const bool isNegative = layout.photometric == PHOTOMETRIC_MINISWHITE;
    for (std::size_t idx = 0; idx < colors.size(); ++idx)
        colors[idx].fill(static_cast<std::uint8_t>(isNegative ? 255 - idx : idx));
    std::array<const std::uint16_t*, 3> map{};
    if (layout.photometric != PHOTOMETRIC_PALETTE
        || TIFFGetField(file.handle(), TIFFTAG_COLORMAP, &map[0], &map[1], &map[2]) != 1)
        return colors;
    for (std::size_t idx = 0; idx < std::size_t{1} << layout.bits; ++idx) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            colors[idx][channel] = static_cast<std::uint8_t>(map[channel][idx] >> 8);
    }
    return colors;
}

/// Colours that were multiplied by their alpha, as they were before; rounded down as Pillow does.
void divideByAlpha(std::uint8_t* rgba)
{
    const std::uint32_t alpha = rgba[3];
    for (int channel = 0; alpha != 0 && channel < 3; ++channel)
        rgba[channel] =
            static_cast<std::uint8_t>(std::min<std::uint32_t>(255, rgba[channel] * 255U / alpha));
}

void paintTiffRow(const TiffColors& colors, const TiffLayout& layout, const std::uint8_t* from,
                  std::uint8_t* to)
{
    const bool hasAlpha = layout.alpha != TiffAlpha::None;
    for (std::int32_t x = 0; x < layout.size.width; ++x, to += hasAlpha ? 4 : 3) {
        if (layout.numColors == 3)
            std::copy_n(from, 3, to);
        else
            std::copy_n(colors[*from].data(), 3, to);
        from += layout.numColors;
        if (hasAlpha)
            to[3] = *from++;
        if (layout.alpha == TiffAlpha::Multiplied)
            divideByAlpha(to);
    }
}

Raster paintedTiff(const TiffFile& file, const TiffLayout& layout, TiffSamples& samples)
{
    const auto colors = tiffColors(file, layout);
    Raster raster =
        blankRaster(layout.size, layout.alpha == TiffAlpha::None ? Alpha::Opaque : Alpha::Kept);
    for (std::int64_t y = 0; y < layout.size.height; ++y) {
        if (layout.numColors == 4)
            writeCmykRow(samples.at(0, y), layout.size.width, raster.row(y));
        else
            paintTiffRow(colors, layout, samples.at(0, y), raster.row(y));
    }
    return raster;
}

/// Colours that libtiff has to translate, by its own picture reader.
Result<Raster> foreignTiff(const TiffFile& file, const TiffLayout& layout)
{
    TIFFRGBAImage image;
    std::array<char, 1024> why{};
    if (TIFFRGBAImageBegin(&image, file.handle(), 1, why.data()) != 1)
        return Error(Code::Unsupported, words("TIFF that cannot be read: ", why.data()));
    image.orientation = image.req_orientation = ORIENTATION_TOPLEFT; // turned later, by us
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(layout.size.area()));
    const bool isRead = TIFFRGBAImageGet(&image, pixels.data(), image.width, image.height) == 1;
    TIFFRGBAImageEnd(&image);
    if (!isRead)
        return tiffFault(file, 0, layout);
    Raster raster = blankRaster(layout.size, Alpha::Opaque);
    std::uint8_t* to = raster.bytes.data();
    for (const std::uint32_t pixel : pixels) {
        *to++ = static_cast<std::uint8_t>(TIFFGetR(pixel));
        *to++ = static_cast<std::uint8_t>(TIFFGetG(pixel));
        *to++ = static_cast<std::uint8_t>(TIFFGetB(pixel));
    }
    return raster;
}

Result<Raster> decodeTiff(ByteView bytes, const PictureHeader&)
{
    const TiffFile file(bytes);
    if (!file.isOpen())
        return Error(Code::Corrupt, words("TIFF whose header cannot be read: ", file.fault()));
    const auto layout = TRY(tiffLayout(file));
    if (layout.isForeign)
        return foreignTiff(file, layout);
    if (file.shortTag(TIFFTAG_COMPRESSION, 1) == COMPRESSION_JPEG)
        TIFFSetField(file.handle(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    TiffSamples samples;
    samples.perPixel = layout.numTaken();
    samples.width = layout.size.width;
    samples.bytes.resize(static_cast<std::size_t>(layout.size.area() * samples.perPixel));
    TRY(layout.isTiled ? readTiffTiles(file, layout, samples)
                       : readTiffRows(file, layout, samples));
    return paintedTiff(file, layout, samples);
}

} // namespace

const Codec& tiffCodec()
{
    static constexpr Codec codec{"TIFF", isTiff, tiffHeader, decodeTiff};
    return codec;
}

} // namespace tf::vision
