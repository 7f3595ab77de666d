// The memory roofs of this machine, one line a case: what every other bench is held against.
//
// CPU: each thread reads, or copies, its own part of a buffer far larger than the caches, backed by
// large pages where the system grants them. GPU: through the CUDA plug-in. Median of several runs;
// run it beside what is measured, because the machine's speed changes with its neighbours.

#include "kernels/api/cuda_plugin.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <sys/mman.h>

namespace {

constexpr std::size_t kBytes = std::size_t(512) << 20;
constexpr int kRuns = 7;

struct Unmap {
    void operator()(void* bytes) const { munmap(bytes, kBytes); }
};
using Pages = std::unique_ptr<void, Unmap>;

Pages allocatePages()
{
    void* bytes = mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(bytes != MAP_FAILED, "no memory for the roof bench");
    madvise(bytes, kBytes, MADV_HUGEPAGE);
    std::memset(bytes, 1, kBytes);
    return Pages(bytes);
}

/// Reads with four independent sums so that the adds do not limit the loads.
std::uint64_t sumOf(const std::uint64_t* words, std::size_t numWords)
{
    std::uint64_t sums[32] = {};
    for (std::size_t wordIdx = 0; wordIdx + 32 <= numWords; wordIdx += 32) {
        for (std::size_t lane = 0; lane < 32; ++lane)
            sums[lane] += words[wordIdx + lane];
    }
    std::uint64_t sum = 0;
    for (const auto lane : sums)
        sum += lane;
    return sum;
}

double medianSeconds(unsigned numThreads, const std::function<void(unsigned)>& part)
{
    std::vector<double> seconds;
    for (int runIdx = 0; runIdx < kRuns; ++runIdx) {
        const auto begin = std::chrono::steady_clock::now();
        std::vector<std::thread> threads;
        for (unsigned threadIdx = 0; threadIdx < numThreads; ++threadIdx)
            threads.emplace_back(part, threadIdx);
        for (auto& thread : threads)
            thread.join();
        seconds.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::nth_element(seconds.begin(), seconds.begin() + kRuns / 2, seconds.end());
    return seconds[kRuns / 2];
}

void print(const std::string& name, double bytesPerSecond)
{
    std::printf("%-28s %9.1f GB/s\n", name.c_str(), bytesPerSecond / 1e9);
}

void measureCpu(unsigned numThreads)
{
    const Pages source = allocatePages();
    const Pages target = allocatePages();
    const std::size_t partBytes = kBytes / numThreads / 256 * 256;
    const double moved = static_cast<double>(partBytes) * numThreads;
    std::vector<std::uint64_t> sums(numThreads);

    const double readSeconds = medianSeconds(numThreads, [&](unsigned threadIdx) {
        const auto* begin = static_cast<const char*>(source.get()) + threadIdx * partBytes;
        sums[threadIdx] = sumOf(reinterpret_cast<const std::uint64_t*>(begin), partBytes / 8);
    });
    const double copySeconds = medianSeconds(numThreads, [&](unsigned threadIdx) {
        std::memcpy(static_cast<char*>(target.get()) + threadIdx * partBytes,
                    static_cast<const char*>(source.get()) + threadIdx * partBytes, partBytes);
    });
    CHECK(sums.front() == 0x0101010101010101ULL * (partBytes / 8), "the reads were dropped");
    const auto threads = tf::words(" ", numThreads, numThreads == 1 ? " thread" : " threads");
    print("cpu read" + threads, moved / readSeconds);
    print("cpu copy" + threads, 2 * moved / copySeconds);
}

tf::Result<> measureGpus()
{
    const tf::CudaPlugin* plugin = TRY(tf::loadCudaPlugin());
    for (const tf::Gpu& gpu : TRY(plugin->listGpus())) {
        const tf::GpuRoof roof = TRY(plugin->measureRoof(gpu.idx, std::size_t(4) << 30));
        print(tf::words("gpu ", gpu.idx, " read ", gpu.name), roof.readBytesPerSecond);
        print(tf::words("gpu ", gpu.idx, " copy ", gpu.name), roof.copyBytesPerSecond);
    }
    return {};
}

} // namespace

int main()
{
    measureCpu(1);
    if (const unsigned numThreads = std::thread::hardware_concurrency(); numThreads > 1)
        measureCpu(numThreads);
    if (const auto measured = measureGpus(); !measured)
        std::printf("no gpu: %s\n", measured.error().text.c_str());
    return 0;
}
