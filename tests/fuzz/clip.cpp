// Any bytes as a clip: no crash, frames in the order of their times, an end within the limits.

#include "vision/ffmpeg/clip_reader.h"

#include "kernels/base/check.h"

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

using tf::vision::ClipFrame;
using tf::vision::ClipReader;
using tf::vision::MediaLimits;
using tf::vision::Size;
using tf::vision::Source;

namespace {

constexpr int kMaxFrames = 6;

void look(const ClipFrame& frame, Size size)
{
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(size.area() * 3));
    (void)frame.toRgb(rgb.data());
    rgb.resize(16 * 9 * 3);
    (void)frame.toSmallRgb({16, 9}, rgb.data());
    if (const auto screen = frame.screen())
        CHECK(screen->luma.samples != nullptr && screen->luma.size.area() > 0,
              "there is brightness to look at");
}

void readThrough(ClipReader& reader, const MediaLimits& limits)
{
    const auto& facts = reader.facts();
    CHECK(facts.size.area() > 0 && facts.size.area() <= limits.framePixels, "the size is limited");
    CHECK(static_cast<std::int64_t>(facts.times.size()) <= limits.clipFrames, "so are frames");
    CHECK(std::isfinite(facts.duration) && facts.duration <= limits.clipSeconds, "and the length");
    std::int64_t last = -1;
    for (int count = 0; count < kMaxFrames; ++count) {
        const auto frame = reader.next();
        if (!frame || !*frame)
            break;
        const std::int64_t index = (*frame)->index();
        if (!facts.times.empty()) {
            CHECK(index > last && index < static_cast<std::int64_t>(facts.times.size()),
                  "each frame has a place of its own");
            CHECK((*frame)->time() == facts.times[static_cast<std::size_t>(index)],
                  "and that place's time");
            last = index;
        }
        look(**frame, facts.size);
    }
    for (const double time : {0.1, 0.0}) {
        const auto key = reader.keyFrameAt(time);
        if (key && *key)
            look(**key, facts.size);
    }
    (void)reader.next();
    (void)reader.faults();
}

void goAbout(ClipReader& reader)
{
    const auto& facts = reader.facts();
    const auto last = static_cast<std::int64_t>(facts.times.size()) - 1;
    for (const auto index : {last, std::int64_t{0}, last / 2, last / 2 + 1}) {
        if (index > last || !reader.goTo(index))
            continue;
        const auto frame = reader.next();
        if (frame && *frame)
            look(**frame, facts.size);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const MediaLimits limits{.clipFrames = 100, .framePixels = 256 * 256};
    const auto source = Source::fromBytes(std::as_bytes(std::span(data, size)));
    if (!source)
        return 0;
    if (auto whole = ClipReader::open(*source, limits)) {
        readThrough(*whole, limits);
        goAbout(*whole);
    }
    if (auto survey = ClipReader::survey(*source, limits))
        readThrough(*survey, limits);
    if (auto glance = ClipReader::glance(*source, limits))
        readThrough(*glance, limits);
    return 0;
}
