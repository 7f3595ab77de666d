#pragma once

// A weight as the CPU keeps it: panels of 64 outputs through which the inputs stream.
//
// Filled up with zeros to whole panels and units. A panel is a run of units; a unit, which shares
// scales, is a head and then codes, two inputs of an output adjacent as the bf16 dot product wants
// them in a lane. In bytes (output o of 64, input k of a unit, pair p = k / 2):
//   F32       unit 1: [64] floats
//   BF16      unit 2: [64][2] bf16
//   MxFp8     unit 32: [64] E8M0; pair p: E4M3 at 128 p + fp8Place(o, k % 2)
//   BlockFp8  unit 32…128: [64] F32 scales; codes as MxFp8
//   Int4      unit 32…128: [64] F16 scales, where asymmetric [64] zero points; pair p: at 64 p
//             nibble o / 16 of the 16-bit word 2 (o % 16) + k % 2

#include "kernels/api/weight.h"
#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>

namespace tf::cpu {

inline constexpr std::int64_t kPanelOuts = 64;

/// How a panel lies in memory.
struct PanelShape {
    WeightForm form = WeightForm::BF16;
    std::int64_t ins = 0;
    std::int64_t unit = 2; ///< inputs that share a scale, or are stored together
    bool hasZeros = false; ///< Int4 whose zero points are not all 8

    [[nodiscard]] std::int64_t headBytes() const;
    [[nodiscard]] std::int64_t unitBytes() const;
    [[nodiscard]] std::int64_t numUnits() const { return (ins + unit - 1) / unit; }
    [[nodiscard]] std::int64_t panelBytes() const { return numUnits() * unitBytes(); }
    /// Codes whose scale is applied to the sum of a unit instead of to each of them.
    [[nodiscard]] bool scalesSums() const
    {
        return form == WeightForm::Int4 || form == WeightForm::BlockFp8;
    }
};

/// Where the code of an E4M3 pair lies in its 128 bytes, so that unpacking bytes to 16 bits within
/// lanes of 128 bits puts outputs in order.
constexpr std::int64_t fp8Place(std::int64_t out, std::int64_t odd)
{
    return out / 32 * 64 + out % 16 / 4 * 16 + out % 32 / 16 * 8 + out % 4 * 2 + odd;
}

struct KeptWeight {
    WeightPlan plan;
    PanelShape shape;
    std::int64_t outs = 0;
    std::byte* panels = nullptr; ///< address space; memory once packed
    bool packed = false;

    [[nodiscard]] std::int64_t numPanels() const { return (outs + kPanelOuts - 1) / kPanelOuts; }
    [[nodiscard]] std::byte* panel(std::int64_t panelIdx) const
    {
        return panels + panelIdx * shape.panelBytes();
    }
    [[nodiscard]] std::int64_t bytes() const { return numPanels() * shape.panelBytes(); }
};

/// Requires: made by WeightShelf::keep().
inline const KeptWeight& keptOf(const Weight& weight)
{
    return *static_cast<const KeptWeight*>(weight.kept);
}

/// What the numbers behind a table are. Requires: made by WeightShelf::keepRows().
inline const StoredMatrix& tableOf(const Weight& weight)
{
    return *static_cast<const StoredMatrix*>(weight.kept);
}

/// The panels that a plan asks for, or why they cannot be made.
Result<PanelShape> shapeOf(const WeightPlan& plan);

std::int64_t outsOf(const WeightPlan& plan);

} // namespace tf::cpu
