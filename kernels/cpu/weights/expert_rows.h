#pragma once

// The rows of a step sorted by the expert they were given to: what turns routing into work.

#include "kernels/cpu/scratch.h"

#include "kernels/api/experts.h"

#include <cstdint>
#include <span>

namespace tf::cpu {

/// An expert that somebody chose; the shared one comes last.
struct ActiveExpert {
    const ExpertWeights* weights = nullptr;
    const std::int32_t* rowIds = nullptr; ///< null: every row
    const float* rowWeights = nullptr; ///< null: 1
    std::int64_t firstSlot = 0; ///< its rows stand on end in act, from here
    std::int64_t numRows = 0;
    std::int64_t firstPanel = 0; ///< of its outputs, among those of all before
};

/// Memory for sorting so many rows.
struct ExpertRowsScratch {
    ExpertRowsScratch(Pieces& pieces, std::int64_t rows, std::int64_t topK, std::int64_t numExperts)
        : active(pieces.take<ActiveExpert>(numExperts + 1))
        , ends(pieces.take<std::int64_t>(numExperts + 1))
        , rowIds(pieces.take<std::int32_t>(rows * topK))
        , rowWeights(pieces.take<float>(rows * topK))
    {
    }

    ActiveExpert* active;
    std::int64_t* ends;
    std::int32_t* rowIds;
    float* rowWeights;
};

/// Experts in ascending order, each with its rows ascending; those without rows are left out.
std::span<const ActiveExpert> sortByExpert(const ExpertsArgs& args,
                                           const ExpertRowsScratch& scratch);

} // namespace tf::cpu
