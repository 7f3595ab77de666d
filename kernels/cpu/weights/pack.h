#pragma once

// Lays the numbers of stored matrices out as a panel.
//
// Where form and format agree codes and scales are taken over as they are; otherwise numbers are
// read as floats and rounded. A number that is not one (NaN, infinity, an E8M0 of 255) becomes zero
// and is told. E4M3 numbers so small that bf16 would hold them as denormals become zero: the dot
// product instruction takes them for that.

#include "kernels/cpu/weights/kept_weight.h"

#include <optional>

namespace tf::cpu {

/// Where a number is that is not one.
struct Flaw {
    std::int64_t out = 0;
    std::int64_t in = 0;
};

/// A row of a plan's stacked parts.
struct SourceRow {
    const StoredMatrix* matrix = nullptr; ///< null below the last row
    std::int64_t row = 0;
    std::int64_t colBegin = 0;
};

SourceRow sourceRow(const WeightPlan& plan, std::int64_t out);

/// Fills one panel; the first flaw in it, if there is any. Requires: the panel's memory is zero.
/// Thread: any, each panel on one.
std::optional<Flaw> packPanel(const KeptWeight& weight, std::int64_t panelIdx);

} // namespace tf::cpu
