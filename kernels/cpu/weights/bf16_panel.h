#pragma once

// A panel times rows of bf16 by the AVX-512 bf16 dot product.
//
// A few rows: codes become operands in registers while the panel streams by once. More rows meet a
// piece of the panel that stays in the cache, six at a time: numbers as they lie, MxFp8 decoded
// into a tile, others decoded by bf16_units.h each time. Either way an output's pairs are added in
// ascending order to one sum (to one of the unit, where a scale is shared), so a row's bits do not
// depend on the way taken.

#include "kernels/cpu/weights/kept_weight.h"
#include "kernels/cpu/weights/panel_rows.h"

namespace tf::cpu::bf16 {

inline constexpr std::int64_t kTileIns = 512;
inline constexpr std::int64_t kTileBytes = kTileIns * kPanelOuts * 2;

/// Whether there is a way for this panel: all but F32, whose numbers are no bf16, and odd inputs.
bool canMultiply(const PanelShape& shape);

/// sums[numRows][64] = rows x panel. Requires: the level Avx512Bf16; BF16 rows; canMultiply();
/// `tile`: kTileBytes, aligned to 64.
void multiply(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
              std::byte* tile, float* sums);

/// The two ways, for rows that either serves. Requires: 1 <= numRows <= kMaxStreamRows.
inline constexpr std::int64_t kMaxStreamRows = 4;
void multiplyStream(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                    float* sums);
void multiplyTiles(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                   std::byte* tile, float* sums);

} // namespace tf::cpu::bf16
