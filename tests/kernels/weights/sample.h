#pragma once

// Stored matrices of random bytes, and what their numbers are in double, by formulas of their own.

#include "kernels/api/tensor.h"
#include "kernels/api/weight.h"
#include "tests/support/gen.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tf::test {

struct Sample {
    StoredMatrix matrix; ///< shows the bytes below
    std::vector<std::byte> values;
    std::vector<std::byte> scales;
    std::vector<std::byte> zeros;

    /// The number at a place, from the bytes alone.
    [[nodiscard]] double at(std::int64_t row, std::int64_t col) const;
    /// What the absolute size of a term is taken for in a bound: int4 codes are offset by up to 32.
    [[nodiscard]] double sizeAt(std::int64_t row, std::int64_t col) const;
};

struct SampleShape {
    WeightFormat format = WeightFormat::BF16;
    std::int64_t rows = 64;
    std::int64_t cols = 64;
    std::int64_t group = 0;
    bool hasZeros = false; ///< Gptq and Awq: zero points of any kind
};

/// Random bytes that are finite numbers of moderate size.
Sample makeSample(Gen& gen, const SampleShape& shape);

/// All of a matrix, kept in a form.
WeightPlan wholeOf(const Sample& sample, WeightForm form, std::int64_t group = 0);

/// Random rows of activations, and their memory.
struct Rows {
    Tensor tensor;
    std::vector<std::byte> bytes;

    [[nodiscard]] double at(std::int64_t row, std::int64_t col) const;
    [[nodiscard]] float* floats(std::int64_t row) const
    {
        return reinterpret_cast<float*>(tensor.row(row));
    }
    /// Columns up to cols, without what lies between the rows.
    [[nodiscard]] std::vector<float> toFloats() const;
};

/// Zeros; rows stand a little apart.
Rows makeRows(DType type, std::int64_t rows, std::int64_t cols);
Rows randomRows(Gen& gen, DType type, std::int64_t rows, std::int64_t cols);

/// double of an E4M3 code, straight from the OCP definition.
double fp8Number(int code);

const char* nameOf(WeightFormat format);
const char* nameOf(WeightForm form);

} // namespace tf::test
