#pragma once

// What a product must be, in double, and how far rounding may carry it.

#include "tests/kernels/weights/sample.h"

#include "kernels/cpu/weights/gemm.h"

#include <vector>

namespace tf::test {

/// A device's parts, as a CPU device puts them together.
class GemmRig {
public:
    GemmRig(cpu::Level level, int threads)
        : m_level(level)
        , m_pool(threads)
    {
    }

    cpu::WeightShelf& shelf() { return m_shelf; }
    cpu::Pool& pool() { return m_pool; }
    cpu::Workbench bench() { return {m_shelf, m_pool, m_scratch, m_level}; }

    /// One product.
    Rows times(const Rows& x, const Weight& weight);

private:
    cpu::Level m_level;
    cpu::WeightShelf m_shelf;
    cpu::Pool m_pool;
    cpu::Scratch m_scratch;
};

/// Every level this machine has.
std::vector<cpu::Level> levels();

/// x times a part of a sample, and what summing it in fp32 may cost each number.
struct WantedProduct {
    std::int64_t outs = 0;
    std::vector<double> numbers; ///< [rows][outs]
    std::vector<double> bounds;
};
WantedProduct wantedProduct(const Rows& x, const Sample& sample, const WeightPart& part);

/// Empty when `got` is as wanted.
std::string compareProduct(const Rows& got, const WantedProduct& wanted);

} // namespace tf::test
