#include "kernels/base/words.h"
#include "vision/images/codec.h"

#include <memory>

#include <webp/decode.h>

namespace tf::vision {

namespace {

constexpr std::size_t kWebpChunks = 12; ///< where they begin
constexpr std::size_t kWebpFrameHeader = 16; ///< place, size and time before a frame's pixels
constexpr std::uint8_t kWebpAnimated = 0x02;
constexpr std::uint8_t kWebpAlpha = 0x10;

/// What the chunks of a file say. The pixels of a still are the file itself to libwebp.
struct WebpFile {
    ByteView pixels;
    bool isAnimated = false;
    bool saysAlpha = false;
    Size canvas; ///< of an animation
    std::int32_t left = 0; ///< of its first frame
    std::int32_t top = 0;
    std::int64_t frames = 0;
    Turn turn;
};

bool isWebp(ByteView bytes)
{
    return bytes.beginsWith("RIFF") && bytes.beginsWith("WEBP", 8);
}

std::int32_t webpNumber(ByteView bytes, std::size_t place)
{
    return static_cast<std::int32_t>(bytes.little(place, 3));
}

void noteWebpChunk(ByteView chunk, ByteView content, WebpFile& file)
{
    if (chunk.beginsWith("VP8X")) {
        file.isAnimated = (content[0] & kWebpAnimated) != 0;
        file.saysAlpha = (content[0] & kWebpAlpha) != 0;
        file.canvas = {webpNumber(content, 4) + 1, webpNumber(content, 7) + 1};
    } else if (chunk.beginsWith("ANMF") && file.frames++ == 0) {
        file.left = webpNumber(content, 0) * 2;
        file.top = webpNumber(content, 3) * 2;
        file.pixels = content.from(kWebpFrameHeader);
    } else if (chunk.beginsWith("EXIF")) {
        file.turn = turnInExif(content);
    }
}

WebpFile webpFile(ByteView bytes)
{
    WebpFile file;
    for (std::size_t place = kWebpChunks; bytes.holds(place, 8);) {
        const std::size_t length = bytes.little(place + 4, 4);
        noteWebpChunk(bytes.from(place), bytes.part(place + 8, length), file);
        place += 8 + length + length % 2;
    }
    if (!file.isAnimated)
        file.pixels = bytes;
    return file;
}

Result<WebPBitstreamFeatures> webpFeatures(ByteView pixels)
{
    WebPBitstreamFeatures features;
    const auto status = WebPGetFeatures(pixels.data(), pixels.size(), &features);
    if (status == VP8_STATUS_NOT_ENOUGH_DATA)
        return Error(Code::Corrupt, "WebP ends before its header does");
    if (status != VP8_STATUS_OK || features.has_animation != 0)
        return Error(Code::Corrupt, "WebP with a header that contradicts itself");
    return features;
}

Result<PictureHeader> webpHeader(ByteView bytes)
{
    const auto file = webpFile(bytes);
    PictureHeader header;
    header.turn = file.turn;
    if (file.isAnimated) {
        header.size = file.canvas;
        header.hasAlpha = file.saysAlpha;
        header.frames = file.frames;
        return header;
    }
    const auto features = TRY(webpFeatures(file.pixels));
    header.size = {features.width, features.height};
    header.hasAlpha = features.has_alpha != 0;
    return header;
}

/// Where libwebp shall put a frame's pixels: straight into the raster.
WebPDecBuffer webpOutput(Raster& raster, std::int32_t left, std::int32_t top)
{
    const std::int64_t first = std::int64_t{left} * (raster.hasAlpha ? 4 : 3);
    WebPDecBuffer output{};
    output.colorspace = raster.hasAlpha ? MODE_RGBA : MODE_RGB;
    output.is_external_memory = 1;
    output.u.RGBA.rgba = raster.row(top) + first;
    output.u.RGBA.stride = static_cast<int>(raster.stride());
    output.u.RGBA.size =
        raster.bytes.size() - static_cast<std::size_t>(top * raster.stride() + first);
    return output;
}

struct WebpDeleter {
    void operator()(WebPIDecoder* decoder) const { WebPIDelete(decoder); }
};

/// The decoder for streams, because it tells how many rows it came to.
Result<> readWebp(ByteView pixels, WebPDecBuffer output, std::int32_t height)
{
    const std::unique_ptr<WebPIDecoder, WebpDeleter> decoder(WebPINewDecoder(&output));
    if (decoder == nullptr)
        return Error(Code::OutOfMemory, "no memory to read a WebP");
    const auto status = WebPIUpdate(decoder.get(), pixels.data(), pixels.size());
    if (status == VP8_STATUS_OK)
        return {};
    int rows = 0;
    WebPIDecGetRGB(decoder.get(), &rows, nullptr, nullptr, nullptr);
    const bool isShort = status == VP8_STATUS_SUSPENDED || status == VP8_STATUS_NOT_ENOUGH_DATA;
    return damage("WebP", isShort ? "it ends early" : "its pixels make no sense", rows, height);
}

Result<Raster> decodeWebp(ByteView bytes, const PictureHeader& header)
{
    const auto file = webpFile(bytes);
    if (file.isAnimated && file.frames == 0)
        return damage("WebP", "it ends before its first frame", 0, header.size.height);
    const auto features = TRY(webpFeatures(file.pixels));
    const auto [width, height] = header.size;
    if (features.width > width - file.left || features.height > height - file.top)
        return Error(Code::Corrupt,
                     words("WebP with a frame of ", features.width, " x ", features.height,
                           " pixels that leaves its picture"));
    Raster raster = blankRaster(header.size, header.hasAlpha ? Alpha::Kept : Alpha::Opaque);
    TRY(readWebp(file.pixels, webpOutput(raster, file.left, file.top), features.height));
    return raster;
}

} // namespace

const Codec& webpCodec()
{
    static constexpr Codec codec{"WebP", isWebp, webpHeader, decodeWebp};
    return codec;
}

} // namespace tf::vision
