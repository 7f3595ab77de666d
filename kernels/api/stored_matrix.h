#pragma once

// A weight matrix as a checkpoint holds it: rows are outputs, columns are inputs, y = W x.
//
// The bytes stay where they are, usually in a mapped file, so nothing here reads more than it is
// asked for. Each format says how a number is made of its code and its scale:
//   F32, BF16  the number itself, row-major [rows][cols]
//   MxFp8      E4M3 [rows][cols] times 2^(scale - 127), one E8M0 scale per 32 columns of a row
//   BlockFp8   E4M3 [rows][cols] times an F32 scale per block of blockRows x group; it multiplies
//   Gptq       (code - zero - 1) * scale; codes int32 [cols/8][rows], scales F16 [cols/group][rows]
//   Awq        (code - zero) * scale; codes int32 [cols][rows/8], outputs in the order 0 2 4 6 1 3
//   5 7

#include "kernels/api/number.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace tf {

enum class WeightFormat : std::uint8_t { F32, BF16, MxFp8, BlockFp8, Gptq, Awq };

struct StoredMatrix {
    std::string name; ///< of the tensor, for errors
    WeightFormat format = WeightFormat::F32;
    std::int64_t rows = 0;
    std::int64_t cols = 0;
    std::int64_t group = 0; ///< columns that share a scale; 0 where there is none
    std::int64_t blockRows = 1; ///< rows that share a scale (BlockFp8)
    DType scaleType = DType::F16; ///< of Gptq and Awq
    const std::byte* values = nullptr;
    const std::byte* scales = nullptr;
    const std::byte* zeros = nullptr;
};

/// One number of an int4 matrix before it is multiplied: (code - zero) with both as integers.
struct Int4Code {
    int code = 0; ///< 0 … 15
    int zero = 8; ///< what counts as nothing; 8 where the format is symmetric
};

/// Requires: the matrix is Gptq or Awq.
Int4Code int4At(const StoredMatrix& matrix, std::int64_t row, std::int64_t col);

/// The codes alone of a row from column `begin` on. Requires: the matrix is Gptq or Awq.
void readInt4Codes(const StoredMatrix& matrix, std::int64_t row, std::int64_t begin,
                   std::span<std::uint8_t> codes);

/// The scale that the number at (row, col) is multiplied by; 1 where there is none.
float scaleAt(const StoredMatrix& matrix, std::int64_t row, std::int64_t col);

/// The numbers of a row from column `begin` on, as floats.
void readRow(const StoredMatrix& matrix, std::int64_t row, std::int64_t begin,
             std::span<float> values);

} // namespace tf
