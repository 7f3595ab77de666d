#pragma once

// The weights of one CPU device: remembered when they are kept, laid out when they are first used.
//
// keep() reserves address space alone; prepare() fills it, all panels shared among the pool's
// threads. So an expert that no row chooses costs neither memory nor a read of its file. What goes
// wrong then is remembered and told by firstError(). Thread: the device's caller.

#include "kernels/cpu/pool.h"
#include "kernels/cpu/weights/kept_weight.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace tf::cpu {

class WeightShelf {
public:
    Result<Weight> keep(WeightPlan plan);
    Result<Weight> keepRows(StoredMatrix table);
    Result<const float*> keepFloats(const StoredMatrix& matrix);

    /// 0 for a plan that cannot be kept.
    static std::uint64_t bytesToKeep(const WeightPlan& plan);

    /// Lays the weight out if that has not been done; nothing for a null one.
    void prepare(const Weight& weight, Pool& pool);

    /// The first thing that went wrong in prepare() since the last call.
    Result<> firstError();

private:
    struct Unmap {
        std::size_t bytes = 0;
        void operator()(std::byte* begin) const;
    };
    using Region = std::unique_ptr<std::byte, Unmap>;

    static Result<Region> reserveRegion(std::size_t bytes);
    Result<std::byte*> place(std::size_t bytes);

    std::vector<Region> m_regions;
    std::byte* m_free = nullptr; ///< of the newest region
    std::size_t m_freeBytes = 0;
    std::deque<KeptWeight> m_weights; ///< handles point into it
    std::deque<StoredMatrix> m_tables;
    std::vector<std::unique_ptr<float[]>> m_floats;
    std::optional<Error> m_error;
};

} // namespace tf::cpu
