#include "vision/helper/warm_up.h"

#include "vision/events/moments.h"
#include "vision/ffmpeg/clip_reader.h"
#include "vision/images/decode_picture.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace tf::vision {

namespace {

/// Text in the faces that drawings ask for most, the one of those that name none among them. Each
/// one's file stays loaded as long as there are no more than ten.
constexpr std::string_view kWarmDrawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="64" height="80"><g font-size="8">
<text y="8">a</text><text y="8" font-weight="bold">a</text>
<g font-family="sans-serif"><text y="16">a</text><text y="24" font-weight="bold">a</text>
<text y="24" font-style="italic">a</text></g>
<text y="32" font-family="Arial">a</text><text y="40" font-family="Arial" font-weight="bold">a</text>
<text y="48" font-family="serif">a</text>
<g font-family="monospace"><text y="56">a</text><text y="64" font-weight="bold">a</text></g>
</g></svg>)";

/// Two frames of one pixel, black and white.
constexpr std::array<std::uint8_t, 67> kWarmClip = {
    'G',  'I',  'F',  '8',  '9', 'a',  1,  0, 1,    0,    0x80, 0,    0,  0, 0,    0, 0xFF,
    0xFF, 0xFF, 0x21, 0xF9, 4,   0,    10, 0, 0,    0,    0x2C, 0,    0,  0, 0,    1, 0,
    1,    0,    0,    2,    2,   0x44, 1,  0, 0x21, 0xF9, 4,    0,    10, 0, 0,    0, 0x2C,
    0,    0,    0,    0,    1,   0,    1,  0, 0,    2,    2,    0x4C, 1,  0, 0x3B, 0};

void warmPictures()
{
    const auto source = Source::fromBytes(std::as_bytes(std::span(kWarmDrawing)));
    if (source)
        static_cast<void>(decodePicture(*source, {}).has_value());
}

Result<> warmClips()
{
    const auto source = TRY(Source::fromBytes(std::as_bytes(std::span(kWarmClip)).first(66)));
    auto reader = TRY(ClipReader::open(source, {}));
    while (auto frame = TRY(reader.next())) {
        std::array<std::uint8_t, 3> pixel{};
        TRY(frame->toRgb(pixel.data()));
    }
    return {};
}

Result<> warmMoments()
{
    const std::vector<std::uint8_t> dark(64 * 64);
    const std::vector<std::uint8_t> light(64 * 64, 255);
    MomentFinder finder(2);
    std::int64_t index = 0;
    for (const auto* luma : {&dark, &light, &light}) {
        const ScreenView screen{{{64, 64}, 64, luma->data()}, {}, {}};
        TRY(finder.look(index, static_cast<double>(index), screen));
        ++index;
    }
    TRY(finder.finish());
    return {};
}

} // namespace

void warmUp()
{
    warmPictures();
    static_cast<void>(warmClips().has_value());
    static_cast<void>(warmMoments().has_value());
}

} // namespace tf::vision
