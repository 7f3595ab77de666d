#include "tests/vision/ffmpeg/seen_clip.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <span>

namespace tf::test {

using vision::ClipReader;
using vision::Picture;
using vision::Source;

Result<Source> madeClip(const char* name)
{
    return Source::open(words(TRIFOLD_CLIPS, "/", name));
}

std::string bytesOf(const char* name)
{
    std::ifstream file(words(TRIFOLD_CLIPS, "/", name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<Source> clipOf(std::string_view bytes)
{
    return Source::fromBytes(std::as_bytes(std::span(bytes)));
}

Result<Picture> pictureOf(const vision::ClipFrame& frame, vision::Size size)
{
    Picture picture{size, std::vector<std::uint8_t>(static_cast<std::size_t>(size.area() * 3))};
    TRY(frame.toRgb(picture.rgb.data()));
    return picture;
}

Result<SeenClip> see(const Source& source, const vision::MediaLimits& limits)
{
    ClipReader reader = TRY(ClipReader::open(source, limits));
    SeenClip seen;
    seen.facts = reader.facts();
    for (;;) {
        const auto frame = TRY(reader.next());
        if (!frame)
            break;
        Picture picture = TRY(pictureOf(*frame, seen.facts.size));
        seen.frames.push_back({frame->index(), frame->time(), std::move(picture)});
    }
    seen.faults = reader.faults();
    return seen;
}

Result<SeenClip> see(const char* name)
{
    const Source source = TRY(madeClip(name));
    return see(source);
}

double distance(const Picture& a, const Picture& b)
{
    double sum = 0;
    for (std::size_t at = 0; at < a.rgb.size(); at += 7)
        sum += std::abs(a.rgb[at] - b.rgb[at]);
    return sum * 7 / static_cast<double>(a.rgb.size());
}

Shade shadeAt(const Picture& picture, int x, int y)
{
    const auto* pixel = picture.view().row(y) + x * 3;
    return {pixel[0], pixel[1], pixel[2]};
}

int apart(const Shade& a, const Shade& b)
{
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

} // namespace tf::test
