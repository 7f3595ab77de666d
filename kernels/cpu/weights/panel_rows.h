#pragma once

// Rows of activations that meet a panel together: rows on end, or those that an expert was given.

#include "kernels/api/tensor.h"
#include "kernels/cpu/weights/kept_weight.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace tf::cpu {

struct PanelRows {
    Tensor x; ///< F32 or BF16
    const std::int32_t* rowIds = nullptr; ///< null: rows on end
    std::int64_t firstRow = 0; ///< of rowIds, or of x where there are none
    std::int64_t numRows = 0;
    const float* sums = nullptr; ///< of kSumIns numbers each, per row of x; null: not needed
    std::int64_t sumStride = 0;

    static constexpr std::int64_t kSumIns = 32;

    [[nodiscard]] std::int64_t rowIdx(std::int64_t idx) const
    {
        return rowIds == nullptr ? firstRow + idx : rowIds[firstRow + idx];
    }
    [[nodiscard]] const std::byte* row(std::int64_t idx) const { return x.row(rowIdx(idx)); }
    /// What a row's inputs of the unit at `begin` sum up to; 0 where no form asked for it.
    [[nodiscard]] float unitSum(std::int64_t idx, std::int64_t begin, const PanelShape& shape) const
    {
        if (shape.form != WeightForm::Int4)
            return 0;
        const float* parts = sums + rowIdx(idx) * sumStride + begin / kSumIns;
        const auto numParts = (std::min(shape.unit, shape.ins - begin) + kSumIns - 1) / kSumIns;
        return std::accumulate(parts, parts + numParts, 0.0F);
    }
    [[nodiscard]] PanelRows part(std::int64_t first, std::int64_t count) const
    {
        PanelRows rows = *this;
        rows.firstRow += first;
        rows.numRows = count;
        return rows;
    }
};

} // namespace tf::cpu
