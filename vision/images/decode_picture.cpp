#include "vision/images/decode_picture.h"

#include "kernels/base/words.h"
#include "vision/images/codec.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tf::vision {

namespace {

/// A file is read whole, so that it cannot change while it is decoded. As much as the largest
/// picture takes without any compression.
constexpr std::int64_t kMaxPictureBytes = 256LL * 1024 * 1024;
/// Enough for any format's beginning; an SVG may open with a long comment.
constexpr std::size_t kBeginningBytes = 64UL * 1024;

using Codecs = std::array<const Codec*, 7>;

const Codecs& allCodecs()
{
    static const Codecs codecs{&pngCodec(), &jpegCodec(), &webpCodec(), &gifCodec(),
                               &bmpCodec(), &tiffCodec(), &svgCodec()};
    return codecs;
}

const Codec* codecFor(ByteView bytes)
{
    const auto found = std::find_if(allCodecs().begin(), allCodecs().end(),
                                    [&](const Codec* codec) { return codec->isIt(bytes); });
    return found == allCodecs().end() ? nullptr : *found;
}

Result<std::vector<std::uint8_t>> bytesOf(const Source& source, std::size_t count)
{
    std::vector<std::uint8_t> bytes(count);
    const auto numRead = TRY(source.readAt(0, std::as_writable_bytes(std::span(bytes))));
    bytes.resize(numRead);
    return bytes;
}

Result<std::vector<std::uint8_t>> wholeOf(const Source& source, const MediaLimits& limits)
{
    const auto most = std::min(kMaxPictureBytes, limits.sourceBytes);
    if (source.size() > most)
        return Error(Code::BadInput,
                     words("a picture file of ", source.size(), " bytes is beyond the limit of ",
                           most, " bytes"));
    return bytesOf(source, static_cast<std::size_t>(source.size()));
}

Result<const Codec*> knownCodec(ByteView bytes)
{
    if (bytes.size() == 0)
        return Error(Code::BadInput, "the picture file is empty: it has 0 bytes");
    if (const Codec* codec = codecFor(bytes))
        return codec;
    return Error(
        Code::BadInput,
        "this is no picture that can be read: PNG, JPEG, WebP, BMP, GIF, TIFF and SVG can");
}

Result<PictureHeader> boundedHeader(const Codec& codec, ByteView bytes, const MediaLimits& limits)
{
    auto header = TRY(codec.header(bytes));
    const Size size = header.size;
    if (size.width <= 0 || size.height <= 0)
        return Error(Code::Corrupt,
                     words(codec.name, " of ", size.width, " x ", size.height, " pixels"));
    if (size.area() > limits.picturePixels)
        return Error(Code::BadInput,
                     words(codec.name, " of ", size.width, " x ", size.height, " = ", size.area(),
                           " pixels is beyond the limit of ", limits.picturePixels, " pixels"));
    return header;
}

PictureFacts factsOf(const Codec& codec, const PictureHeader& header)
{
    PictureFacts facts;
    facts.format = codec.name;
    facts.size = header.turn.turned(header.size);
    facts.bits = header.bits;
    facts.frames = header.frames;
    facts.hasAlpha = header.hasAlpha;
    facts.wasTurned = !header.turn.isNone();
    return facts;
}

} // namespace

Error damage(std::string_view format, std::string_view what, std::int64_t rows, std::int64_t of)
{
    return {Code::Corrupt,
            words(format, " is damaged: ", what, "; ", rows, " of ", of, " rows could be read")};
}

Result<std::string_view> formatOf(const Source& source)
{
    const auto most = std::min(source.size(), static_cast<std::int64_t>(kBeginningBytes));
    const auto beginning = TRY(bytesOf(source, static_cast<std::size_t>(most)));
    const Codec* codec = codecFor(ByteView(beginning));
    return codec != nullptr ? codec->name : std::string_view();
}

Result<PictureFacts> probePicture(const Source& source, const MediaLimits& limits)
{
    const auto bytes = TRY(wholeOf(source, limits));
    const Codec* codec = TRY(knownCodec(ByteView(bytes)));
    const auto header = TRY(boundedHeader(*codec, ByteView(bytes), limits));
    return factsOf(*codec, header);
}

Result<DecodedPicture> decodePicture(const Source& source, const MediaLimits& limits)
{
    auto bytes = TRY(wholeOf(source, limits));
    const Codec* codec = TRY(knownCodec(ByteView(bytes)));
    const auto header = TRY(boundedHeader(*codec, ByteView(bytes), limits));
    Raster raster = TRY(codec->decode(ByteView(bytes), header));
    bytes = {}; // the file's memory goes before the turned picture's comes
    return DecodedPicture{factsOf(*codec, header), pictureOf(std::move(raster), header.turn)};
}

} // namespace tf::vision
