#include "kernels/cpu/weights/float_panel.h"

#include "kernels/cpu/rows/number_rows.h"
#include "kernels/cpu/weights/plain_steps.h"
#include "kernels/cpu/weights/vector_steps.h"

#include <algorithm>

namespace tf::cpu {

namespace {

/// Some rows' inputs [begin, begin + count) as floats, kFloatTileIns apart.
void readInputs(const PanelRows& rows, std::int64_t begin, std::int64_t count, float* inputs)
{
    for (std::int64_t idx = 0; idx < rows.numRows; ++idx) {
        loadFloats(rows.x.at(rows.rowIdx(idx), begin), rows.x.type, count,
                   inputs + idx * kFloatTileIns);
    }
}

/// A decoded piece of a panel.
struct Tile {
    const std::byte* units = nullptr; ///< the first unit's bytes
    std::int64_t begin = 0; ///< its first input
    std::int64_t count = 0;
    const float* floats = nullptr;
};

/// Each unit's sum by itself, then scaled.
void addUnitSums(const PanelShape& shape, const Tile& tile, const float* inputs,
                 std::int64_t numRows, const FloatSteps& steps, float* totals)
{
    alignas(64) float sums[kFloatRows * kPanelOuts];
    alignas(64) float scales[kPanelOuts];
    for (std::int64_t in = 0; in < tile.count; in += shape.unit) {
        std::fill(std::begin(sums), std::end(sums), 0.0F);
        steps.addProducts(tile.floats + in * kPanelOuts, std::min(shape.unit, tile.count - in),
                          inputs + in, numRows, sums);
        readScales(shape, tile.units + in / shape.unit * shape.unitBytes(), scales);
        steps.addScaled(scales, sums, numRows, totals);
    }
}

void addTile(const PanelShape& shape, const Tile& tile, const PanelRows& rows, Decode decode,
             const FloatSteps& steps, float* sums)
{
    alignas(64) float inputs[kFloatRows * kFloatTileIns];
    for (std::int64_t first = 0; first < rows.numRows; first += kFloatRows) {
        const auto some = rows.part(first, std::min(kFloatRows, rows.numRows - first));
        float* rowSums = sums + first * kPanelOuts;
        readInputs(some, tile.begin, tile.count, inputs);
        if (shape.scalesSums() && decode == Decode::Codes)
            addUnitSums(shape, tile, inputs, some.numRows, steps, rowSums);
        else
            steps.addProducts(tile.floats, tile.count, inputs, some.numRows, rowSums);
    }
}

} // namespace

const FloatSteps& floatSteps(Level level)
{
    const FloatSteps* vectors = vectorSteps(level);
    return vectors == nullptr ? kPlainSteps : *vectors;
}

void multiplyFloats(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                    const FloatSteps& steps, float* tile, float* sums)
{
    const PanelShape& shape = weight.shape;
    const Decode decode = rows.x.type == DType::F32 ? Decode::Numbers : Decode::Codes;
    std::fill(sums, sums + rows.numRows * kPanelOuts, 0.0F);
    for (std::int64_t begin = 0; begin < shape.ins; begin += kFloatTileIns) {
        const auto count = std::min(kFloatTileIns, shape.ins - begin);
        const std::byte* units = weight.panel(panelIdx) + begin / shape.unit * shape.unitBytes();
        for (std::int64_t in = 0; in < count; in += shape.unit)
            steps.decodeUnit(shape, units + in / shape.unit * shape.unitBytes(), decode,
                             tile + in * kPanelOuts);
        addTile(shape, Tile{units, begin, count, tile}, rows, decode, steps, sums);
    }
}

} // namespace tf::cpu
