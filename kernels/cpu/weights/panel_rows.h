#pragma once

// Rows of activations that meet a panel together: rows on end, or those that an expert was given.

#include "kernels/api/tensor.h"
#include "kernels/cpu/weights/kept_weight.h"

#include <cstdint>

namespace tf::cpu {

struct PanelRows {
    Tensor x; ///< F32 or BF16
    const std::int32_t* rowIds = nullptr; ///< null: rows on end
    std::int64_t firstRow = 0; ///< of rowIds, or of x where there are none
    std::int64_t numRows = 0;

    [[nodiscard]] std::int64_t rowIdx(std::int64_t idx) const
    {
        return rowIds == nullptr ? firstRow + idx : rowIds[firstRow + idx];
    }
    [[nodiscard]] const std::byte* row(std::int64_t idx) const { return x.row(rowIdx(idx)); }
    [[nodiscard]] PanelRows part(std::int64_t first, std::int64_t count) const
    {
        PanelRows rows = *this;
        rows.firstRow += first;
        rows.numRows = count;
        return rows;
    }
};

} // namespace tf::cpu
