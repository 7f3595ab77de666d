#pragma once

// Heads of a tile's rows as the rows of a Product: in place where they have the form already.

#include "kernels/api/tensor.h"
#include "kernels/cpu/cache/block_kernels.h"
#include "kernels/cpu/rows/number_rows.h"
#include "kernels/cpu/rows/row_place.h"

#include <cstdint>

namespace tf::cpu {

/// Heads firstHead … firstHead + numHeads - 1 of each row, row by row.
struct HeadRange {
    std::int32_t firstHead = 0;
    std::int32_t numHeads = 0;
    std::int32_t dim = 0;
};

/// rows: [tile rows * heads]; room: as many rows of floats, used where numbers must be widened.
inline void pointAtQueries(const Tensor& query, const RowTile& tile, const HeadRange& heads,
                           DType form, float* room, const std::byte** rows)
{
    for (std::int32_t rowIdx = 0; rowIdx < tile.numRows; ++rowIdx) {
        for (std::int32_t headIdx = 0; headIdx < heads.numHeads; ++headIdx) {
            const std::int64_t begin =
                static_cast<std::int64_t>(heads.firstHead + headIdx) * heads.dim;
            const std::byte* head = query.at(tile.firstRow + rowIdx, begin);
            if (form != query.type) {
                loadFloats(head, query.type, heads.dim, room);
                head = reinterpret_cast<const std::byte*>(room);
                room += heads.dim;
            }
            *rows++ = head;
        }
    }
}

} // namespace tf::cpu
