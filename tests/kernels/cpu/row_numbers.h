#pragma once

// Random numbers for rows of activations, and views of numbers as such rows.

#include "kernels/api/tensor.h"
#include "tests/support/gen.h"

#include <cstdint>
#include <vector>

namespace tf::test {

/// Normally distributed about 0.
std::vector<float> normals(Gen& gen, std::int64_t count, double spread = 1);

/// Requires: the numbers outlive the view.
Tensor floatRows(std::vector<float>& numbers, std::int64_t rows);
Tensor shortRows(std::vector<BFloat16>& numbers, std::int64_t rows);

} // namespace tf::test
