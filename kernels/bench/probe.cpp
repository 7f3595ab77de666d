#include "kernels/bench/probe.h"

#include "kernels/base/check.h"
#include "kernels/cpu/level.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

#include <sys/mman.h>

namespace tf::bench {

namespace {

constexpr std::int64_t kReadBytes = std::int64_t(512) << 20;
constexpr std::int64_t kRounds = 3'000'000;
constexpr int kRuns = 5;

double now()
{
    const char* ownTime = std::getenv("TRIFOLD_BENCH_CPU");
    timespec time{};
    clock_gettime(ownTime == nullptr ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

#if defined(__x86_64__)

// Twelve independent sums, written out in assembly: a compiler that spills them to the stack
// halves the figure. Registers need no values: the speed is the same for zeros.

constexpr double kDotFlops = 12 * 64.0;
[[gnu::target("avx512f,avx512bf16")]] void dotRounds()
{
    std::int64_t rounds = kRounds;
    asm volatile("vpxord %%zmm0, %%zmm0, %%zmm0\n"
                 "1:\n"
                 "vdpbf16ps %%zmm0, %%zmm0, %%zmm1\n vdpbf16ps %%zmm0, %%zmm0, %%zmm2\n"
                 "vdpbf16ps %%zmm0, %%zmm0, %%zmm3\n vdpbf16ps %%zmm0, %%zmm0, %%zmm4\n"
                 "vdpbf16ps %%zmm0, %%zmm0, %%zmm5\n vdpbf16ps %%zmm0, %%zmm0, %%zmm6\n"
                 "vdpbf16ps %%zmm0, %%zmm0, %%zmm7\n vdpbf16ps %%zmm0, %%zmm0, %%zmm8\n"
                 "vdpbf16ps %%zmm0, %%zmm0, %%zmm9\n vdpbf16ps %%zmm0, %%zmm0, %%zmm10\n"
                 "vdpbf16ps %%zmm0, %%zmm0, %%zmm11\n vdpbf16ps %%zmm0, %%zmm0, %%zmm12\n"
                 "dec %0\n jnz 1b\n"
                 : "+r"(rounds)
                 :
                 : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9",
                   "xmm10", "xmm11", "xmm12", "cc");
}

constexpr double kFmaFlops = 12 * 16.0;
[[gnu::target("avx2,fma")]] void fmaRounds()
{
    std::int64_t rounds = kRounds;
    asm volatile("vxorps %%ymm0, %%ymm0, %%ymm0\n"
                 "1:\n"
                 "vfmadd231ps %%ymm0, %%ymm0, %%ymm1\n vfmadd231ps %%ymm0, %%ymm0, %%ymm2\n"
                 "vfmadd231ps %%ymm0, %%ymm0, %%ymm3\n vfmadd231ps %%ymm0, %%ymm0, %%ymm4\n"
                 "vfmadd231ps %%ymm0, %%ymm0, %%ymm5\n vfmadd231ps %%ymm0, %%ymm0, %%ymm6\n"
                 "vfmadd231ps %%ymm0, %%ymm0, %%ymm7\n vfmadd231ps %%ymm0, %%ymm0, %%ymm8\n"
                 "vfmadd231ps %%ymm0, %%ymm0, %%ymm9\n vfmadd231ps %%ymm0, %%ymm0, %%ymm10\n"
                 "vfmadd231ps %%ymm0, %%ymm0, %%ymm11\n vfmadd231ps %%ymm0, %%ymm0, %%ymm12\n"
                 "dec %0\n jnz 1b\n"
                 : "+r"(rounds)
                 :
                 : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9",
                   "xmm10", "xmm11", "xmm12", "cc");
}

#endif

void probeFlops(cpu::Pool& pool, Probe& probe)
{
#if defined(__x86_64__)
    const bool dots = cpu::machineLevel() >= cpu::Level::Avx512Bf16;
    if (cpu::machineLevel() < cpu::Level::Avx2)
        return;
    const Seconds seconds = secondsOf(kRuns, [&] {
        pool.run(pool.threads(), [dots](std::int64_t, int) { dots ? dotRounds() : fmaRounds(); });
    });
    probe.instruction = dots ? "AVX-512 BF16 dot products" : "AVX2 multiply-adds";
    probe.flops = static_cast<double>(kRounds) * (dots ? kDotFlops : kFmaFlops) * pool.threads()
        / seconds.best;
#else
    static_cast<void>(pool);
    static_cast<void>(probe);
#endif
}

/// Reads with independent sums so that the adds do not limit the loads.
std::uint64_t sumOf(const std::uint64_t* numbers, std::int64_t count)
{
    std::uint64_t sums[32] = {};
    for (std::int64_t idx = 0; idx + 32 <= count; idx += 32) {
        for (std::int64_t lane = 0; lane < 32; ++lane)
            sums[lane] += numbers[idx + lane];
    }
    std::uint64_t sum = 0;
    for (const auto lane : sums)
        sum += lane;
    return sum;
}

void probeRead(cpu::Pool& pool, Probe& probe)
{
    void* bytes =
        mmap(nullptr, kReadBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(bytes != MAP_FAILED, "no memory for the probe");
    madvise(bytes, kReadBytes, MADV_HUGEPAGE);
    std::memset(bytes, 1, kReadBytes);
    const std::int64_t part = kReadBytes / 8 / pool.threads() / 32 * 32;
    std::vector<std::uint64_t> sums(static_cast<std::size_t>(pool.threads()));
    const Seconds seconds = secondsOf(kRuns, [&] {
        pool.run(pool.threads(), [&](std::int64_t taskIdx, int) {
            sums[static_cast<std::size_t>(taskIdx)] =
                sumOf(static_cast<const std::uint64_t*>(bytes) + taskIdx * part, part);
        });
    });
    CHECK(sums.front() == 0x0101010101010101ULL * static_cast<std::uint64_t>(part),
          "the reads were dropped");
    probe.readBytes = static_cast<double>(part * 8 * pool.threads()) / seconds.best;
    munmap(bytes, kReadBytes);
}

} // namespace

Probe probe(cpu::Pool& pool)
{
    Probe probe;
    probeFlops(pool, probe);
    probeRead(pool, probe);
    return probe;
}

Seconds secondsOf(int numRuns, const std::function<void()>& call)
{
    std::vector<double> seconds;
    for (int runIdx = 0; runIdx < numRuns; ++runIdx) {
        const double begin = now();
        call();
        seconds.push_back(now() - begin);
    }
    std::sort(seconds.begin(), seconds.end());
    return {seconds.front(), seconds[seconds.size() / 2]};
}

} // namespace tf::bench
