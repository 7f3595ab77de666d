// Measures one resampling on raw RGB from a file; prints one JSON line.
//
//   bench_resample RAW WIDTH HEIGHT TO_WIDTH TO_HEIGHT RUNS [LEVEL [OUT]]
//
// "run" is what a frame of a clip costs: the weights are there, and so is the memory. "whole" makes
// both anew, as for a picture. LEVEL is 0 for plain, 1 for AVX2, 2 for AVX-512.

#include "vision/picture/resampler.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

namespace {

using namespace tf;
using namespace tf::vision;

/// Of this thread alone: what others do on the machine counts less.
double ownSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double medianSeconds(int numRuns, const std::function<void()>& job)
{
    std::vector<double> seconds;
    for (int run = 0; run < numRuns; ++run) {
        const double begin = ownSeconds();
        job();
        seconds.push_back(ownSeconds() - begin);
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

bool readRaw(const char* path, Picture& picture)
{
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr)
        return false;
    const auto numRead = std::fread(picture.rgb.data(), 1, picture.rgb.size(), file);
    return std::fclose(file) == 0 && numRead == picture.rgb.size();
}

bool writeRaw(const char* path, const Picture& picture)
{
    std::FILE* file = std::fopen(path, "wb");
    if (file == nullptr)
        return false;
    const auto numWritten = std::fwrite(picture.rgb.data(), 1, picture.rgb.size(), file);
    return std::fclose(file) == 0 && numWritten == picture.rgb.size();
}

Picture blank(Size size)
{
    return {size, std::vector<std::uint8_t>(static_cast<std::size_t>(size.area()) * 3)};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 7) {
        std::fprintf(stderr, "usage: bench_resample RAW W H TO_W TO_H RUNS [LEVEL [OUT]]\n");
        return 2;
    }
    Picture source = blank({std::atoi(argv[2]), std::atoi(argv[3])});
    if (!readRaw(argv[1], source))
        return 1;
    const int numRuns = std::atoi(argv[6]);
    const auto level = argc > 7 ? static_cast<Level>(std::atoi(argv[7])) : machineLevel();
    Picture result = blank({std::atoi(argv[4]), std::atoi(argv[5])});
    const auto resampler = MUST(Resampler::make(source.size, result.size, level));
    const double run =
        medianSeconds(numRuns, [&] { resampler.run(source.view(), result.rgb.data()); });
    const double whole = medianSeconds(numRuns, [&] {
        Picture fresh = blank(result.size);
        MUST(Resampler::make(source.size, fresh.size, level)).run(source.view(), fresh.rgb.data());
    });
    std::printf("{\"level\":\"%s\",\"run_ms\":%.4f,\"whole_ms\":%.4f}\n", nameOf(level), run * 1e3,
                whole * 1e3);
    return argc > 8 && !writeRaw(argv[8], result) ? 1 : 0;
}
