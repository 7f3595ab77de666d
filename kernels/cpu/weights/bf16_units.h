#pragma once

// Panels whose scales are applied to the sums of units, times rows of bf16: int4 and block FP8.
//
// Codes become operands in registers whenever rows meet them: that runs beside the dot products on
// ports of its own, where a decoded tile would cost stores and loads. Sums of a unit and totals of
// a panel stay in registers too.

#include "kernels/cpu/weights/kept_weight.h"
#include "kernels/cpu/weights/panel_rows.h"

namespace tf::cpu::bf16 {

/// The two ways of bf16_panel.h for such a panel. Requires: shape.scalesSums().
void streamUnits(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                 float* sums);
void tileUnits(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows, float* sums);

} // namespace tf::cpu::bf16
