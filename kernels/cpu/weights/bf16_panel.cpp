#include "kernels/cpu/weights/bf16_panel.h"

#include "kernels/cpu/weights/bf16_decode.h"

#include "kernels/api/number.h"

namespace tf::cpu::bf16 {

namespace {

std::uint16_t bfloatOf(int code)
{
    return static_cast<std::uint16_t>(
        std::bit_cast<std::uint32_t>(toFloat(Float8{static_cast<std::uint8_t>(code)})) >> 16);
}

Fp8Tables makeTables()
{
    Fp8Tables tables{};
    for (int code = 0; code < 127; ++code) { // 127 is not a number and not kept
        tables.low[code] = static_cast<std::uint8_t>(bfloatOf(code));
        tables.high[code] = static_cast<std::uint8_t>(bfloatOf(code) >> 8);
    }
    return tables;
}

} // namespace

const Fp8Tables& fp8Tables()
{
    static const Fp8Tables tables = makeTables();
    return tables;
}

bool canMultiply(const PanelShape& shape)
{
    return shape.form != WeightForm::F32 && shape.ins % 2 == 0;
}

void multiply(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
              std::byte* tile, float* sums)
{
    if (rows.numRows <= kMaxStreamRows)
        multiplyStream(weight, panelIdx, rows, sums);
    else
        multiplyTiles(weight, panelIdx, rows, tile, sums);
}

} // namespace tf::cpu::bf16
