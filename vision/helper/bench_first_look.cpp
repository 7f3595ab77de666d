// How soon a clip shows something: its first frame, and a strip of sixty thumbnails.
//
// usage: bench_first_look CLIP [ROUNDS]: from opening the file, through a trifold-decode that is
// warm; the median of so many rounds (5).

#include "vision/client/decoder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace tf;
using namespace tf::vision;
using Clock = std::chrono::steady_clock;

struct Look {
    double first = 0; ///< milliseconds until the first frame is there
    double all = 0;
    int numFrames = 0;
};

double sinceMs(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

Result<Look> lookAt(const Decoder& decoder, const char* path, const ThumbnailsAsk& ask)
{
    Look look;
    const auto begin = Clock::now();
    const auto source = TRY(Source::open(path));
    const auto sink = [&](const FrameSeen& /*seen*/, const PictureView& /*view*/) {
        if (look.numFrames++ == 0)
            look.first = sinceMs(begin);
        return true;
    };
    TRY(decoder.thumbnails(source, ask, sink, {}));
    look.all = sinceMs(begin);
    return look;
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Result<> benchLook(const char* path, int rounds)
{
    const auto decoder = TRY(Decoder::start({}));
    std::vector<double> posters;
    std::vector<double> strips;
    int numThumbnails = 0;
    for (int round = 0; round < rounds; ++round) {
        posters.push_back(TRY(lookAt(decoder, path, {1, {1920, 1080}})).first);
        const auto strip = TRY(lookAt(decoder, path, {60, {160, 90}}));
        strips.push_back(strip.all);
        numThumbnails = strip.numFrames;
    }
    std::printf("first frame, up to 1920 x 1080: %.0f ms; %d thumbnails: %.0f ms (medians of %d)\n",
                medianOf(posters), numThumbnails, medianOf(strips), rounds);
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_first_look CLIP [ROUNDS]\n", stderr);
        return 2;
    }
    const auto done = benchLook(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
    if (!done)
        std::fprintf(stderr, "%s\n", done.error().describe().c_str());
    return done ? 0 : 1;
}
