#pragma once

// One panel times rows, by the best way that a level has for this form and this x.

#include "kernels/cpu/level.h"
#include "kernels/cpu/weights/kept_weight.h"
#include "kernels/cpu/weights/panel_rows.h"

namespace tf::cpu {

/// Most rows of one call, so that their sums stay in the cache: 512 and a few.
inline constexpr std::int64_t kMaxPanelRows = 516;

/// Bytes that a thread needs for a decoded piece of a panel.
inline constexpr std::int64_t kTileBytes = 64 << 10;

/// sums[numRows][64] = rows x panel; the same bits whatever rows stand together. `tile`: kTileBytes
/// of scratch. Requires: at most kMaxPanelRows rows.
void multiplyPanel(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                   Level level, std::byte* tile, float* sums);

} // namespace tf::cpu
