#pragma once

// What this machine can do right now: the roofs that a bench holds its figures against.
//
// Measured in the same run as the bench, because the machine's speed changes with its neighbours.

#include "kernels/cpu/pool.h"

#include <functional>

namespace tf::bench {

/// The best of several runs, all threads of the pool together.
struct Probe {
    double flops = 0; ///< a second: bf16 dot products, or fp32 multiply-adds where there are none
    double readBytes = 0; ///< a second, from a buffer far larger than the caches
    const char* instruction = "";
};

Probe probe(cpu::Pool& pool);

/// Seconds of the fastest and of the middle call: of the wall clock, or with TRIFOLD_BENCH_CPU=1 of
/// the calling thread's own, which tells what one thread's work costs beside loud neighbours.
struct Seconds {
    double best = 0;
    double median = 0;
};

Seconds secondsOf(int numRuns, const std::function<void()>& call);

} // namespace tf::bench
