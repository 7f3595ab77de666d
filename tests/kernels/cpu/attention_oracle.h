#pragma once

// Sparse attention in double, from the specification's words alone, and ways to get it wrong.
//
// Each variant is a mistake that other engines made or that a reader could make; the tests show
// that they would notice every one.

#include "tests/kernels/cpu/scene.h"

#include <string>
#include <vector>

namespace tf::test {

enum class Mistake : std::uint8_t {
    None,
    SharedSelection, ///< the largest score over index heads chooses for all of them
    OwnOnTop, ///< the own block besides topK others
    OwnNotForced,
    SumInsteadOfMax, ///< a block's score
    NotCausal, ///< the whole own block is visible
    OtherGroup, ///< head j belongs to KV head j modulo their number
    NoScale,
};

/// Empty where `chosen` is what the specification asks for, up to what fp32 cannot tell
/// apart: spec 3.7, 4 to 7.
std::string judgeChoice(const Scene& scene, std::size_t seqIdx, std::int32_t row, std::int32_t head,
                        const std::int32_t* chosen, Mistake mistake);

/// One head's output over the given blocks (-1 ends them), and what it may be off by.
struct HeadTruth {
    std::vector<double> out;
    double bound = 0; ///< absolute, before the output is rounded
};

HeadTruth attendTruth(const Scene& scene, std::size_t seqIdx, std::int32_t row, std::int32_t head,
                      const std::vector<std::int32_t>& blocks, Mistake mistake);

} // namespace tf::test
