#pragma once

// Sums of groups of inputs, for codes that are multiplied with an offset and freed of it
// afterwards.

#include "kernels/cpu/weights/panel_rows.h"
#include "kernels/cpu/weights/workbench.h"

namespace tf::cpu {

constexpr std::int64_t numInputSums(std::int64_t width)
{
    return (width + PanelRows::kSumIns - 1) / PanelRows::kSumIns;
}

/// Sums of all rows of a BF16 x into `sums` [rows][numInputSums], which `rows` then shows.
/// Requires: rows has no rowIds.
void addInputSums(PanelRows& rows, float* sums, const Workbench& bench);

} // namespace tf::cpu
