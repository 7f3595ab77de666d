// How long somebody waits who looks at a clip: for its first frame, sixty small pictures, what
// changes when, and for exact frames at random places.
//
// usage: bench_clip CLIP [SEEKS [SEED]]: one line each, in seconds or milliseconds.

#include "kernels/base/words.h"
#include "vision/client/clip_watch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

using namespace tf;
using namespace tf::vision;
using Clock = std::chrono::steady_clock;

constexpr Size kThumbnail{160, 90};
constexpr Size kPlayer{1280, 720};

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

Result<> benchThumbnails(const Decoder& decoder, const Source& source)
{
    const auto begin = Clock::now();
    double first = 0;
    int count = 0;
    const auto sink = [&](const FrameSeen&, const PictureView&) {
        if (count++ == 0)
            first = secondsSince(begin);
        return true;
    };
    TRY(decoder.thumbnails(source, {60, kThumbnail}, sink, {}));
    std::printf("first_frame_s %.3f\nthumbnails_s %.3f\nthumbnails %d\n", first,
                secondsSince(begin), count);
    return {};
}

Result<> benchChanges(const Decoder& decoder, const Source& source)
{
    const auto begin = Clock::now();
    std::size_t numChanges = 0;
    std::size_t numMoments = 0;
    const auto sink = [&](const ChangesSeen& seen) {
        numChanges += seen.changes.size();
        numMoments += seen.moments.size();
    };
    const auto done = TRY(decoder.changes(source, {}, sink, {}));
    std::printf("changes_s %.3f\nchanges_frames %lld\nchanges %zu\nmoments %zu\n",
                secondsSince(begin), static_cast<long long>(done.framesDecoded), numChanges,
                numMoments);
    return {};
}

double percentile(std::vector<double>& sorted, double share)
{
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(static_cast<double>(sorted.size() - 1) * share)];
}

Result<> benchSeeks(const Decoder& decoder, const Source& source, int numSeeks, unsigned seed)
{
    const auto begin = Clock::now();
    const auto nothing = [](const FrameSeen&, const PictureView&) { return true; };
    const auto still = [] { return std::optional<ClipWatch::Wish>(); };
    const CancelToken cancel;
    const auto watch = TRY(decoder.watch(source, kPlayer, cancel));
    std::printf("open_s %.3f\n", secondsSince(begin));
    const auto last = std::ssize(watch->facts().times) - 1;
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::int64_t> places(0, last);
    std::vector<double> seeks;
    std::vector<double> on;
    std::vector<double> back;
    const auto go = [&](std::int64_t index, std::vector<double>& times) -> Result<> {
        const auto asked = Clock::now();
        const auto seen = TRY(watch->show({index, kPlayer}, still, nothing));
        times.push_back(1000 * secondsSince(asked));
        if (seen.index != index)
            return Error(Code::Internal, words("frame ", seen.index, " came for ", index));
        return {};
    };
    for (int count = 0; count < numSeeks; ++count) {
        const auto index = places(random);
        TRY(go(index, seeks));
        TRY(go(std::min(index + 1, last), on));
        TRY(go(index, back));
    }
    std::printf("seek_median_ms %.1f\nseek_p95_ms %.1f\nseek_worst_ms %.1f\nstep_p95_ms %.1f\n"
                "back_p95_ms %.1f\n",
                percentile(seeks, 0.5), percentile(seeks, 0.95), percentile(seeks, 1),
                percentile(on, 0.95), percentile(back, 0.95));
    return {};
}

Result<> bench(const char* path, int numSeeks, unsigned seed)
{
    const auto source = TRY(Source::open(path));
    const auto decoder = TRY(Decoder::start({}));
    const auto nothing = TRY(Source::fromBytes(std::as_bytes(std::span("nothing"))));
    static_cast<void>(
        decoder.probe(nothing, {})); // the processes are warm, as in a program that runs
    TRY(benchThumbnails(decoder, source));
    TRY(benchChanges(decoder, source));
    return benchSeeks(decoder, source, numSeeks, seed);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_clip CLIP [SEEKS [SEED]]\n", stderr);
        return 2;
    }
    const int numSeeks = argc > 2 ? std::max(1, std::atoi(argv[2])) : 200;
    const auto done =
        bench(argv[1], numSeeks, argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1U);
    if (!done)
        std::fprintf(stderr, "%s\n", done.error().describe().c_str());
    return done ? 0 : 1;
}
