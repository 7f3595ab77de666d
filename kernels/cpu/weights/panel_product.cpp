#include "kernels/cpu/weights/panel_product.h"

#include "kernels/cpu/weights/bf16_panel.h"
#include "kernels/cpu/weights/float_panel.h"

namespace tf::cpu {

static_assert(kTileBytes >= kFloatTileBytes && kTileBytes >= bf16::kTileBytes);

namespace {

bool takesDotProduct(const KeptWeight& weight, DType x, Level level)
{
    return level == Level::Avx512Bf16 && x == DType::BF16 && bf16::canMultiply(weight.shape);
}

} // namespace

void multiplyPanel(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                   Level level, std::byte* tile, float* sums)
{
    if (takesDotProduct(weight, rows.x.type, level))
        return bf16::multiply(weight, panelIdx, rows, tile, sums);
    multiplyFloats(weight, panelIdx, rows, floatSteps(level), reinterpret_cast<float*>(tile), sums);
}

} // namespace tf::cpu
