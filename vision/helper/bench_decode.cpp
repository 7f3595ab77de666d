// What a frame costs more when it comes from trifold-decode than from a decoder in this process.
//
// usage: bench_decode CLIP [FRAMES]: every frame in its own size, the two ways in turn, three
// times each; medians over all frames. Reads all pixels of every frame, as a user of them would.

#include "kernels/base/words.h"
#include "vision/client/decoder.h"
#include "vision/ffmpeg/clip_reader.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace {

using namespace tf;
using namespace tf::vision;
using Clock = std::chrono::steady_clock;

constexpr int kBenchRounds = 3;

/// Milliseconds from frame to frame, and a sum of pixels so that none goes unread.
struct FrameTimes {
    std::vector<double> milliseconds;
    std::uint64_t sum = 0;
    Clock::time_point last = Clock::now();

    void take(const PictureView& view)
    {
        const auto* rgb = view.rgb;
        sum = std::accumulate(rgb, rgb + view.size.area() * 3, sum);
        const auto now = Clock::now();
        milliseconds.push_back(std::chrono::duration<double, std::milli>(now - last).count());
        last = now;
    }
    [[nodiscard]] double median()
    {
        const auto middle = milliseconds.begin() + static_cast<long>(milliseconds.size() / 2);
        std::nth_element(milliseconds.begin(), middle, milliseconds.end());
        return *middle;
    }
};

Result<> decodeHere(const Source& source, std::int64_t numFrames, FrameTimes& times)
{
    auto reader = TRY(ClipReader::open(source, {}));
    const Size size = reader.facts().size;
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(size.area() * 3));
    times.last = Clock::now();
    for (std::int64_t count = 0; count < numFrames; ++count) {
        const auto frame = TRY(reader.next());
        if (!frame)
            break;
        TRY(frame->toRgb(rgb.data()));
        times.take({size, std::int64_t{size.width} * 3, rgb.data()});
    }
    return {};
}

Result<> decodeThere(const Decoder& decoder, const Source& source, std::int64_t numFrames,
                     FrameTimes& times)
{
    FramesAsk ask{std::vector<std::int64_t>(static_cast<std::size_t>(numFrames)),
                  {SizeRule::Native, 0}};
    std::iota(ask.frames.begin(), ask.frames.end(), 0);
    times.last = Clock::now();
    TRY(decoder.frames(source, ask,
                       [&times](const FrameSeen& /*seen*/, const PictureView& view) {
                           times.take(view);
                           return true;
                       },
                       {}));
    return {};
}

Result<> bench(const char* path, std::int64_t numFrames)
{
    const auto source = TRY(Source::open(path));
    const auto decoder = TRY(Decoder::start({}));
    FrameTimes here;
    FrameTimes there;
    for (int round = 0; round < kBenchRounds; ++round) {
        TRY(decodeHere(source, numFrames, here));
        TRY(decodeThere(decoder, source, numFrames, there));
    }
    if (here.milliseconds.empty() || here.sum != there.sum)
        return Error(Code::Internal, "the two ways do not give the same pixels");
    const double inProcess = here.median();
    const double boxed = there.median();
    std::printf("%zu frames: in process %.2f ms, through trifold-decode %.2f ms, cost %.2f ms a "
                "frame (medians)\n",
                here.milliseconds.size(), inProcess, boxed, boxed - inProcess);
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_decode CLIP [FRAMES]\n", stderr);
        return 2;
    }
    const auto done = bench(argv[1], argc > 2 ? std::atoll(argv[2]) : 120);
    if (!done)
        std::fprintf(stderr, "%s\n", done.error().describe().c_str());
    return done ? 0 : 1;
}
