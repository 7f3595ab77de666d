#include "kernels/api/stored_matrix.h"

#include "kernels/api/weight.h"
#include "kernels/base/check.h"

#include <cstring>

namespace tf {

namespace {

/// Output b * 8 + kAwqOrder[n] lies in nibble n of an AWQ word.
constexpr int kAwqOrder[8] = {0, 2, 4, 6, 1, 3, 5, 7};
constexpr int kAwqNibble[8] = {0, 4, 1, 5, 2, 6, 3, 7};
static_assert(kAwqOrder[kAwqNibble[3]] == 3 && kAwqOrder[kAwqNibble[6]] == 6);

/// Files promise no alignment.
template <class T>
T valueAt(const std::byte* base, std::int64_t idx)
{
    T value;
    std::memcpy(&value, base + idx * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return value;
}

int nibbleAt(const std::byte* base, std::int64_t wordIdx, std::int64_t nibble)
{
    return static_cast<int>((valueAt<std::uint32_t>(base, wordIdx) >> (4 * nibble)) & 15U);
}

float halfOrFloat(const std::byte* base, std::int64_t idx, DType type)
{
    switch (type) {
    case DType::F32:
        return valueAt<float>(base, idx);
    case DType::BF16:
        return toFloat(valueAt<BFloat16>(base, idx));
    case DType::F16:
        return toFloat(valueAt<Half>(base, idx));
    case DType::F8:
        break;
    }
    UNREACHABLE();
}

Int4Code gptqAt(const StoredMatrix& matrix, std::int64_t row, std::int64_t col)
{
    const int code = nibbleAt(matrix.values, col / 8 * matrix.rows + row, col % 8);
    if (matrix.zeros == nullptr)
        return {code, 8};
    const auto word = col / matrix.group * (matrix.rows / 8) + row / 8;
    return {code, nibbleAt(matrix.zeros, word, row % 8) + 1};
}

Int4Code awqAt(const StoredMatrix& matrix, std::int64_t row, std::int64_t col)
{
    const auto nibble = kAwqNibble[row % 8];
    const int code = nibbleAt(matrix.values, col * (matrix.rows / 8) + row / 8, nibble);
    if (matrix.zeros == nullptr)
        return {code, 8};
    const auto word = col / matrix.group * (matrix.rows / 8) + row / 8;
    return {code, nibbleAt(matrix.zeros, word, nibble)};
}

template <class T>
void readPlain(const StoredMatrix& matrix, std::int64_t first, std::span<float> values)
{
    for (std::size_t idx = 0; idx < values.size(); ++idx)
        values[idx] = toFloat(valueAt<T>(matrix.values, first + static_cast<std::int64_t>(idx)));
}

void readInt4(const StoredMatrix& matrix, std::int64_t row, std::int64_t begin,
              std::span<float> values)
{
    for (std::size_t idx = 0; idx < values.size(); ++idx) {
        const auto col = begin + static_cast<std::int64_t>(idx);
        const auto number = int4At(matrix, row, col);
        values[idx] = static_cast<float>(number.code - number.zero) * scaleAt(matrix, row, col);
    }
}

/// Codes first, then group after group its scale, so that the inner loops are plain.
void readScaled(const StoredMatrix& matrix, std::int64_t row, std::int64_t begin,
                std::span<float> values)
{
    readPlain<Float8>(matrix, row * matrix.cols + begin, values);
    for (std::size_t idx = 0; idx < values.size();) {
        const auto col = begin + static_cast<std::int64_t>(idx);
        const float scale = scaleAt(matrix, row, col);
        const auto left = static_cast<std::size_t>(matrix.group - col % matrix.group);
        const auto end = std::min(values.size(), idx + left);
        for (; idx < end; ++idx)
            values[idx] *= scale;
    }
}

} // namespace

Int4Code int4At(const StoredMatrix& matrix, std::int64_t row, std::int64_t col)
{
    return matrix.format == WeightFormat::Gptq ? gptqAt(matrix, row, col) : awqAt(matrix, row, col);
}

void readInt4Codes(const StoredMatrix& matrix, std::int64_t row, std::int64_t begin,
                   std::span<std::uint8_t> codes)
{
    const bool gptq = matrix.format == WeightFormat::Gptq;
    const auto awqNibble = kAwqNibble[row % 8];
    for (std::size_t idx = 0; idx < codes.size(); ++idx) {
        const auto col = begin + static_cast<std::int64_t>(idx);
        const int code = gptq
            ? nibbleAt(matrix.values, col / 8 * matrix.rows + row, col % 8)
            : nibbleAt(matrix.values, col * (matrix.rows / 8) + row / 8, awqNibble);
        codes[idx] = static_cast<std::uint8_t>(code);
    }
}

float scaleAt(const StoredMatrix& matrix, std::int64_t row, std::int64_t col)
{
    switch (matrix.format) {
    case WeightFormat::F32:
    case WeightFormat::BF16:
        return 1.0F;
    case WeightFormat::MxFp8:
        return scaleE8M0(valueAt<std::uint8_t>(
            matrix.scales, row * (matrix.cols / matrix.group) + col / matrix.group));
    case WeightFormat::BlockFp8: {
        const auto perRow = (matrix.cols + matrix.group - 1) / matrix.group;
        return valueAt<float>(matrix.scales, row / matrix.blockRows * perRow + col / matrix.group);
    }
    case WeightFormat::Gptq:
    case WeightFormat::Awq:
        return halfOrFloat(matrix.scales, col / matrix.group * matrix.rows + row, matrix.scaleType);
    }
    UNREACHABLE();
}

void readRow(const StoredMatrix& matrix, std::int64_t row, std::int64_t begin,
             std::span<float> values)
{
    switch (matrix.format) {
    case WeightFormat::F32:
        return readPlain<float>(matrix, row * matrix.cols + begin, values);
    case WeightFormat::BF16:
        return readPlain<BFloat16>(matrix, row * matrix.cols + begin, values);
    case WeightFormat::MxFp8:
    case WeightFormat::BlockFp8:
        return readScaled(matrix, row, begin, values);
    case WeightFormat::Gptq:
    case WeightFormat::Awq:
        return readInt4(matrix, row, begin, values);
    }
}

WeightForm formOf(WeightFormat format)
{
    switch (format) {
    case WeightFormat::F32:
        return WeightForm::F32;
    case WeightFormat::BF16:
        return WeightForm::BF16;
    case WeightFormat::MxFp8:
        return WeightForm::MxFp8;
    case WeightFormat::BlockFp8:
        return WeightForm::BlockFp8;
    case WeightFormat::Gptq:
    case WeightFormat::Awq:
        return WeightForm::Int4;
    }
    UNREACHABLE();
}

} // namespace tf
