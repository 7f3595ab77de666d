#pragma once

// What computes: memory, weights in its own layout, and the operations of the model's layers.
//
// Operations are enqueued in call order on the device's one stream and return nothing; the CPU
// executes at once, which is a legal schedule. Only memory, sync() and reading back can fail;
// sync() returns the first thing that went wrong since the last one. Each device belongs to one
// rank. Thread: the rank's, all of it. No operation allocates.

#include "kernels/api/attention.h"
#include "kernels/api/buffer.h"
#include "kernels/api/experts.h"
#include "kernels/api/gemm.h"
#include "kernels/api/norm.h"
#include "kernels/api/patches.h"
#include "kernels/base/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace tf {

struct DeviceMemory {
    std::uint64_t totalBytes = 0;
    std::uint64_t freeBytes = 0;
};

/// The largest step that will be asked for, so that scratch is made once.
struct Workload {
    std::int64_t rows = 0; ///< of a step
    std::int64_t width = 0; ///< largest row of activations
    std::int64_t experts = 0;
    std::int64_t topK = 0;
    std::int64_t blocks = 0; ///< of the longest sequence
    std::int64_t heads = 0;
};

class Device {
public:
    virtual ~Device() = default;

    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual DeviceMemory memory() const = 0;

    virtual Result<Buffer> alloc(std::uint64_t bytes) = 0;
    virtual Result<> reserve(const Workload& workload) = 0;
    virtual Result<> upload(void* to, const void* from, std::uint64_t bytes) = 0;
    virtual Result<> readback(void* to, const void* from, std::uint64_t bytes) = 0;
    virtual Result<> sync() = 0;

    /// The mapped bytes behind the plan must outlive the device.
    virtual Result<Weight> keep(WeightPlan plan) = 0;
    /// Lays a weight out now, not at its first use. What is wrong with it comes from sync().
    virtual void prepare(const Weight& weight) = 0;
    /// A table of which single rows are read (embeddings): never laid out anew.
    virtual Result<Weight> keepRows(StoredMatrix table) = 0;
    /// A small matrix as floats, row-major, in this device's memory (norms, router).
    virtual Result<const float*> keepFloats(const StoredMatrix& matrix) = 0;
    /// What keep() would take, so that a model that cannot fit is refused beforehand.
    [[nodiscard]] virtual std::uint64_t bytesToKeep(const WeightPlan& plan) const = 0;
    /// Of one page of a store with these numbers; store.data need not be set.
    [[nodiscard]] virtual std::int64_t cacheBytes(const PageStore& store) const = 0;

    virtual void embed(const EmbedArgs& args) = 0;
    virtual void addNorm(const AddNormArgs& args) = 0;
    virtual void headNormRope(const HeadNormRopeArgs& args) = 0;
    virtual void gemm(const GemmArgs& args) = 0;
    virtual void writeCache(const CacheWriteArgs& args) = 0;
    virtual void index(const IndexArgs& args) = 0;
    virtual void merge(const MergeArgs& args) = 0;
    virtual void attend(const AttendArgs& args) = 0;
    virtual void joinShares(const JoinSharesArgs& args) = 0;
    virtual void router(const RouterArgs& args) = 0;
    virtual void experts(const ExpertsArgs& args) = 0;
    virtual void gatherRows(const GatherRowsArgs& args) = 0;

    virtual void patchRows(const PatchRowsArgs& args) = 0;
    virtual void layerNorm(const LayerNormArgs& args) = 0;
    virtual void gelu(const GeluArgs& args) = 0;
    virtual void convert(const ConvertArgs& args) = 0;
    virtual void axisRope(const AxisRopeArgs& args) = 0;
    virtual void attendSegment(const AttendSegmentArgs& args) = 0;
};

} // namespace tf
