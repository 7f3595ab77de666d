#pragma once

// How the ranks of a group put their parts together: sums, gathers, and a way out when one fails.
//
// Enqueued like operations; every rank makes the same calls in the same order. Sums are taken in
// rank order, so they are the same bits on every rank and in every run. After abort() every wait
// returns at once and failed() says why; what the buffers hold then means nothing.
// Thread: each rank its own; abort() any.

#include "kernels/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace tf {

class Collective {
public:
    virtual ~Collective() = default;

    [[nodiscard]] virtual int rank() const = 0;
    [[nodiscard]] virtual int size() const = 0;

    /// values = the sum over ranks, in rank order.
    virtual void allReduce(float* values, std::int64_t count) = 0;
    /// to = every rank's `bytes`, rank after rank.
    virtual void allGather(const void* from, void* to, std::int64_t bytes) = 0;
    virtual void barrier() = 0;

    virtual void abort(Error reason) = 0;
    /// An error once any rank has aborted or a wait took too long.
    virtual Result<> healthy() const = 0;
};

/// A rank alone: nothing to add, a gather is a copy.
std::unique_ptr<Collective> makeSolo();

/// Threads of one process over host memory; element r is rank r's. A wait longer than five minutes
/// aborts: long enough for a rank that lays out a layer's weights from a slow disk.
std::vector<std::unique_ptr<Collective>> makeLocal(int ranks);

/// The same with another patience.
std::vector<std::unique_ptr<Collective>> makeLocal(int ranks, std::chrono::milliseconds patience);

} // namespace tf
