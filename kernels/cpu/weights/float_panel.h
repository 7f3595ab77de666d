#pragma once

// A panel times rows in floats: the plain truth, and the way of every level where x is F32.
//
// A tile of the panel is decoded to floats [ins][64], then rows meet it six at a time. An F32 x
// meets numbers; a BF16 x meets what the bf16 dot product would see: numbers, or codes whose scale
// is applied to the sum of a unit. Sums run over inputs ascending, one by one.

#include "kernels/api/experts.h"
#include "kernels/cpu/level.h"
#include "kernels/cpu/weights/kept_weight.h"
#include "kernels/cpu/weights/panel_rows.h"

namespace tf::cpu {

/// Inputs of a tile: a multiple of every unit.
inline constexpr std::int64_t kFloatTileIns = 256;
/// Rows that share each number of a tile.
inline constexpr std::int64_t kFloatRows = 6;
inline constexpr std::int64_t kFloatTileBytes = kFloatTileIns * kPanelOuts * 4;

/// How codes of forms that scale sums are decoded.
enum class Decode : std::uint8_t { Numbers, Codes };

/// What differs from level to level.
struct FloatSteps {
    /// tile[ins of a unit][64] from a unit.
    void (*decodeUnit)(const PanelShape& shape, const std::byte* unit, Decode decode, float* tile);
    /// sums[row][64] += row x tile, inputs ascending; rows have a stride of kFloatTileIns.
    void (*addProducts)(const float* tile, std::int64_t numIns, const float* rows,
                        std::int64_t numRows, float* sums);
    /// totals[row][64] += scales[64] * sums[row][64]
    void (*addScaled)(const float* scales, const float* sums, std::int64_t numRows, float* totals);
    /// act[64] = SwiGLU-OAI of gate[64] and up[64], in floats.
    void (*swiglu)(const float* gate, const float* up, const SwigluOai& constants, float* act);
};

const FloatSteps& floatSteps(Level level);

/// sums[numRows][64] = rows x panel. `tile`: kFloatTileBytes of scratch, aligned to 64.
void multiplyFloats(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                    const FloatSteps& steps, float* tile, float* sums);

/// The scales of a unit whose form scales sums.
void readScales(const PanelShape& shape, const std::byte* unit, float* scales);

} // namespace tf::cpu
