#include "kernels/base/words.h"
#include "vision/images/codec.h"
#include "vision/images/lzw.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tf::vision {

namespace {

constexpr std::size_t kGifScreenBytes = 13;
constexpr std::uint8_t kGifExtension = 0x21;
constexpr std::uint8_t kGifFrame = 0x2C;
constexpr std::uint8_t kGifEnd = 0x3B;
constexpr std::uint8_t kGifControl = 0xF9;
constexpr int kOpaque = -1;

struct GifFrame {
    std::int32_t left = 0;
    std::int32_t top = 0;
    Size size;
    bool isInterlaced = false;
    ByteView palette;
    int transparent = kOpaque; ///< index of the colour that is none
    std::uint8_t codeBits = 0;
    ByteView blocks; ///< from the first block of pixels on
};

struct GifFile {
    Size canvas;
    GifFrame first;
    std::int64_t frames = 0;
};

bool isGif(ByteView bytes)
{
    return bytes.beginsWith("GIF87a") || bytes.beginsWith("GIF89a");
}

Size gifSize(ByteView bytes, std::size_t place)
{
    return {static_cast<std::int32_t>(bytes.little(place, 2)),
            static_cast<std::int32_t>(bytes.little(place + 2, 2))};
}

/// The palette that the flags of a screen or a frame announce; empty when there is none.
ByteView gifPalette(ByteView bytes, std::size_t place, std::uint8_t flags)
{
    return bytes.part(place, (flags & 0x80) != 0 ? 3U << ((flags & 7) + 1) : 0);
}

/// Behind the empty block that ends a row of them.
std::size_t afterGifBlocks(ByteView bytes, std::size_t place)
{
    while (bytes[place] != 0)
        place += 1U + bytes[place];
    return place + 1;
}

/// What one frame says, and the place of its blocks.
GifFrame gifFrame(ByteView bytes, std::size_t place, ByteView screenPalette)
{
    GifFrame frame;
    const auto [left, top] = gifSize(bytes, place);
    frame.left = left;
    frame.top = top;
    frame.size = gifSize(bytes, place + 4);
    const std::uint8_t flags = bytes[place + 8];
    frame.isInterlaced = (flags & 0x40) != 0;
    const ByteView own = gifPalette(bytes, place + 9, flags);
    frame.palette = own.size() > 0 ? own : screenPalette;
    frame.codeBits = bytes[place + 9 + own.size()];
    frame.blocks = bytes.from(place + 10 + own.size());
    return frame;
}

/// Counts all frames, keeps the first.
GifFile gifFile(ByteView bytes)
{
    GifFile file;
    file.canvas = gifSize(bytes, 6);
    const ByteView palette = gifPalette(bytes, kGifScreenBytes, bytes[10]);
    int transparent = kOpaque;
    std::size_t place = kGifScreenBytes + palette.size();
    while (place < bytes.size() && bytes[place] != kGifEnd) {
        if (bytes[place] == kGifExtension) {
            if (bytes[place + 1] == kGifControl && (bytes[place + 3] & 1) != 0)
                transparent = bytes[place + 6];
            place = afterGifBlocks(bytes, place + 2);
        } else if (bytes[place] == kGifFrame) {
            auto frame = gifFrame(bytes, place + 1, palette);
            frame.transparent = std::exchange(transparent, kOpaque);
            place = afterGifBlocks(bytes, bytes.size() - frame.blocks.size());
            if (file.frames++ == 0)
                file.first = frame;
        } else {
            ++place; // between blocks anything may stand
        }
    }
    return file;
}

/// A frame that leaves the screen makes it larger.
Size gifExtent(const GifFile& file)
{
    return {std::max(file.canvas.width, file.first.left + file.first.size.width),
            std::max(file.canvas.height, file.first.top + file.first.size.height)};
}

Result<PictureHeader> gifHeader(ByteView bytes)
{
    if (!bytes.holds(0, kGifScreenBytes))
        return Error(Code::Corrupt, "GIF ends before its header does");
    const auto file = gifFile(bytes);
    PictureHeader header;
    header.size = gifExtent(file);
    header.frames = file.frames;
    header.hasAlpha = file.first.transparent != kOpaque;
    return header;
}

std::vector<std::uint8_t> joinedGifBlocks(ByteView blocks)
{
    std::vector<std::uint8_t> joined;
    for (std::size_t place = 0; blocks[place] != 0; place += 1U + blocks[place]) {
        const ByteView block = blocks.part(place + 1, blocks[place]);
        joined.insert(joined.end(), block.data(), block.data() + block.size());
    }
    return joined;
}

/// The row of the picture that stands at a place in the file.
std::int32_t interlacedRow(std::int32_t stored, std::int32_t height)
{
    for (const auto& [first, step] : {std::pair{0, 8}, {4, 8}, {2, 4}, {1, 2}}) {
        const std::int32_t count = (height - first + step - 1) / step;
        if (stored < count)
            return first + stored * step;
        stored -= std::max(0, count);
    }
    return 0;
}

using GifColors = std::array<std::array<std::uint8_t, 4>, 256>;

/// Black where a palette ends; grey where there is none.
GifColors gifColors(const GifFrame& frame)
{
    GifColors colors{};
    for (std::size_t idx = 0; idx < colors.size(); ++idx) {
        if (frame.palette.size() == 0)
            colors[idx].fill(static_cast<std::uint8_t>(idx));
        else if (frame.palette.holds(idx * 3, 3))
            std::copy_n(frame.palette.data() + idx * 3, 3, colors[idx].begin());
        colors[idx][3] = 255;
    }
    if (frame.transparent != kOpaque)
        colors[static_cast<std::size_t>(frame.transparent)][3] = 0;
    return colors;
}

void paintGif(const GifFrame& frame, const std::vector<std::uint8_t>& pixels, Raster& raster)
{
    const auto colors = gifColors(frame);
    const std::int64_t step = raster.hasAlpha ? 4 : 3;
    if (!raster.hasAlpha) { // around the frame stands the first colour
        for (std::int64_t idx = 0; idx < raster.size.area(); ++idx)
            std::copy_n(colors[0].begin(), 3, raster.bytes.begin() + idx * 3);
    }
    const std::uint8_t* from = pixels.data();
    for (std::int32_t stored = 0; stored < frame.size.height; ++stored) {
        const auto y = frame.isInterlaced ? interlacedRow(stored, frame.size.height) : stored;
        std::uint8_t* to = raster.row(frame.top + y) + frame.left * step;
        for (std::int32_t x = 0; x < frame.size.width; ++x, to += step)
            std::copy_n(colors[*from++].begin(), step, to);
    }
}

Result<Raster> decodeGif(ByteView bytes, const PictureHeader& header)
{
    const GifFrame frame = gifFile(bytes).first;
    if (header.frames == 0)
        return damage("GIF", "it ends before its first frame", 0, header.size.height);
    if (frame.codeBits < 1 || frame.codeBits > 8)
        return Error(Code::Corrupt, words("GIF with codes of ", frame.codeBits, " bits"));
    const auto packed = joinedGifBlocks(frame.blocks);
    const auto numPixels = static_cast<std::size_t>(frame.size.area());
    const auto pixels = unpackedLzw(ByteView(packed), frame.codeBits, numPixels);
    if (pixels.size() < numPixels)
        return damage("GIF", "it ends early or makes no sense",
                      static_cast<std::int64_t>(pixels.size()) / frame.size.width,
                      frame.size.height);
    Raster raster = blankRaster(header.size, header.hasAlpha ? Alpha::Kept : Alpha::Opaque);
    paintGif(frame, pixels, raster);
    return raster;
}

} // namespace

const Codec& gifCodec()
{
    static constexpr Codec codec{"GIF", isGif, gifHeader, decodeGif};
    return codec;
}

} // namespace tf::vision
