// Finds the moments of a clip; prints them, and what they cost, as one JSON line.
//
//   bench_moments CLIP [MAX]         at most MAX frames are kept, else 64

#include "vision/events/moments.h"
#include "vision/ffmpeg/clip_reader.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

namespace {

using namespace tf;
using namespace tf::vision;
using Clock = std::chrono::steady_clock;

struct Findings {
    std::vector<Moment> kept;
    std::vector<SeenAgain> again;
    double seconds = 0;
    double secondsOfLooks = 0;
    std::int64_t numFrames = 0;
};

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void apply(Findings& found, const Verdict& verdict)
{
    for (const std::int64_t index : verdict.dropped)
        std::erase_if(found.kept, [&](const Moment& moment) { return moment.index == index; });
    found.kept.insert(found.kept.end(), verdict.kept.begin(), verdict.kept.end());
    found.again.insert(found.again.end(), verdict.again.begin(), verdict.again.end());
}

/// As the helper does it: what a later verdict may name is held, the rest goes back.
void release(std::vector<ClipFrame>& held, const MomentFinder& finder)
{
    const auto wanted = finder.holds();
    std::erase_if(held, [&](const ClipFrame& frame) {
        return std::find(wanted.begin(), wanted.end(), frame.index()) == wanted.end();
    });
}

Result<Findings> momentsOf(const char* path, std::int64_t maxFrames)
{
    const auto begin = Clock::now();
    const auto source = TRY(Source::open(path));
    auto reader = TRY(ClipReader::open(source, {}));
    MomentFinder finder(maxFrames);
    Findings found;
    std::vector<ClipFrame> held;
    while (auto frame = TRY(reader.next())) {
        const auto looked = Clock::now();
        apply(found, TRY(finder.look(frame->index(), frame->time(), TRY(frame->screen()))));
        found.secondsOfLooks += secondsSince(looked);
        held.push_back(std::move(*frame));
        release(held, finder);
        ++found.numFrames;
    }
    apply(found, TRY(finder.finish()));
    found.seconds = secondsSince(begin);
    return found;
}

void print(const Findings& found)
{
    std::printf("{\"seconds\":%.4f,\"ms_a_look\":%.4f,\"frames\":%lld,\"kept\":[", found.seconds,
                found.secondsOfLooks * 1000
                    / static_cast<double>(std::max<std::int64_t>(found.numFrames, 1)),
                static_cast<long long>(found.numFrames));
    const char* separator = "";
    for (const Moment& moment : found.kept) {
        std::printf("%s{\"index\":%lld,\"time\":%.4f,\"reason\":%d,\"change\":%.4f}", separator,
                    static_cast<long long>(moment.index), moment.time,
                    static_cast<int>(moment.reason), static_cast<double>(moment.change));
        separator = ",";
    }
    std::printf("],\"again\":[");
    separator = "";
    for (const SeenAgain& again : found.again) {
        std::printf("%s{\"index\":%lld,\"time\":%.4f,\"like\":%lld}", separator,
                    static_cast<long long>(again.index), again.time,
                    static_cast<long long>(again.like));
        separator = ",";
    }
    std::printf("]}\n");
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_moments CLIP [MAX]\n");
        return 2;
    }
    const auto found = momentsOf(argv[1], argc > 2 ? std::atoll(argv[2]) : 64);
    if (!found) {
        std::fprintf(stderr, "%s\n", found.error().describe().c_str());
        return 1;
    }
    print(*found);
    return 0;
}
