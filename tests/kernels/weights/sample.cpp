#include "tests/kernels/weights/sample.h"

#include "kernels/base/check.h"

#include <cmath>
#include <cstring>

namespace tf::test {

namespace {

constexpr int kAwqPlaces[8] = {0, 4, 1, 5, 2, 6, 3, 7};

template <class T>
T bytesAt(const std::vector<std::byte>& bytes, std::int64_t idx)
{
    T value;
    CHECK((static_cast<std::size_t>(idx) + 1) * sizeof(T) <= bytes.size(), "beyond the sample");
    std::memcpy(&value, bytes.data() + static_cast<std::size_t>(idx) * sizeof(T), sizeof(T));
    return value;
}

template <class T>
void append(std::vector<std::byte>& bytes, T value)
{
    const auto* begin = reinterpret_cast<const std::byte*>(&value);
    bytes.insert(bytes.end(), begin, begin + sizeof value);
}

double halfNumber(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 31;
    const double mantissa = (bits & 1023) / 1024.0;
    const double size =
        exponent == 0 ? std::ldexp(mantissa, -14) : std::ldexp(1 + mantissa, exponent - 15);
    return (bits & 0x8000) != 0 ? -size : size;
}

double bfloatNumber(std::uint16_t bits)
{
    const std::uint32_t wide = static_cast<std::uint32_t>(bits) << 16;
    float number;
    std::memcpy(&number, &wide, sizeof number);
    return number;
}

int nibble(const std::vector<std::byte>& bytes, std::int64_t word, int place)
{
    return static_cast<int>(bytesAt<std::uint32_t>(bytes, word) >> (4 * place)) & 15;
}

struct Int4 {
    int code = 0;
    int zero = 0;
    double scale = 0;
};

Int4 int4Number(const Sample& sample, std::int64_t row, std::int64_t col)
{
    const auto& matrix = sample.matrix;
    const auto groupIdx = col / matrix.group;
    const bool awq = matrix.format == WeightFormat::Awq;
    const int place = awq ? kAwqPlaces[row % 8] : static_cast<int>(row % 8);
    Int4 number;
    number.code = awq ? nibble(sample.values, col * (matrix.rows / 8) + row / 8, place)
                      : nibble(sample.values, col / 8 * matrix.rows + row, col % 8);
    number.zero = 8;
    if (!sample.zeros.empty())
        number.zero =
            nibble(sample.zeros, groupIdx * (matrix.rows / 8) + row / 8, place) + (awq ? 0 : 1);
    number.scale = halfNumber(bytesAt<std::uint16_t>(sample.scales, groupIdx * matrix.rows + row));
    return number;
}

void fillScaled(Gen& gen, Sample& sample)
{
    const auto& matrix = sample.matrix;
    for (std::int64_t idx = 0; idx < matrix.rows * matrix.cols; ++idx) {
        const auto code = static_cast<std::uint8_t>(gen.below(256));
        append(sample.values, (code & 0x7f) == 0x7f ? std::uint8_t(0x80) : code);
    }
    const auto perRow = (matrix.cols + matrix.group - 1) / matrix.group;
    const auto numScales = (matrix.rows + matrix.blockRows - 1) / matrix.blockRows * perRow;
    for (std::int64_t idx = 0; idx < numScales; ++idx) {
        if (matrix.format == WeightFormat::MxFp8)
            append(sample.scales, static_cast<std::uint8_t>(gen.between(110, 122)));
        else
            append(sample.scales, static_cast<float>(0.001 + gen.unit() * 0.01));
    }
}

void fillInt4(Gen& gen, Sample& sample, bool hasZeros)
{
    const auto& matrix = sample.matrix;
    CHECK(matrix.rows % 8 == 0 && matrix.cols % 8 == 0, "words hold eight codes");
    const auto numGroups = (matrix.cols + matrix.group - 1) / matrix.group;
    for (std::int64_t idx = 0; idx < matrix.rows * matrix.cols / 8; ++idx)
        append(sample.values, static_cast<std::uint32_t>(gen.bits()));
    for (std::int64_t idx = 0; idx < numGroups * matrix.rows; ++idx)
        append(sample.scales, toHalf(static_cast<float>(0.01 + gen.unit() * 0.05)));
    for (std::int64_t idx = 0; hasZeros && idx < numGroups * matrix.rows / 8; ++idx)
        append(sample.zeros, static_cast<std::uint32_t>(gen.bits()));
}

} // namespace

double fp8Number(int code)
{
    const int exponent = (code >> 3) & 15;
    const double mantissa = (code & 7) / 8.0;
    const double size =
        exponent == 0 ? std::ldexp(mantissa, -6) : std::ldexp(1 + mantissa, exponent - 7);
    return (code & 0x80) != 0 ? -size : size;
}

double Sample::at(std::int64_t row, std::int64_t col) const
{
    const auto place = row * matrix.cols + col;
    switch (matrix.format) {
    case WeightFormat::F32:
        return bytesAt<float>(values, place);
    case WeightFormat::BF16:
        return bfloatNumber(bytesAt<std::uint16_t>(values, place));
    case WeightFormat::MxFp8:
        return std::ldexp(fp8Number(bytesAt<std::uint8_t>(values, place)),
                          bytesAt<std::uint8_t>(scales, place / matrix.group) - 127);
    case WeightFormat::BlockFp8: {
        const auto perRow = (matrix.cols + matrix.group - 1) / matrix.group;
        return fp8Number(bytesAt<std::uint8_t>(values, place))
            * bytesAt<float>(scales, row / matrix.blockRows * perRow + col / matrix.group);
    }
    case WeightFormat::Gptq:
    case WeightFormat::Awq: {
        const Int4 number = int4Number(*this, row, col);
        return (number.code - number.zero) * number.scale;
    }
    }
    UNREACHABLE();
}

double Sample::sizeAt(std::int64_t row, std::int64_t col) const
{
    if (matrix.format == WeightFormat::Gptq || matrix.format == WeightFormat::Awq)
        return 64 * int4Number(*this, row, col).scale;
    return std::fabs(at(row, col));
}

Sample makeSample(Gen& gen, const SampleShape& shape)
{
    Sample sample;
    auto& matrix = sample.matrix;
    matrix.name = "sample";
    matrix.format = shape.format;
    matrix.rows = shape.rows;
    matrix.cols = shape.cols;
    matrix.group = shape.group;
    matrix.blockRows = shape.format == WeightFormat::BlockFp8 ? shape.group : 1;
    if (shape.format == WeightFormat::F32 || shape.format == WeightFormat::BF16) {
        for (std::int64_t idx = 0; idx < shape.rows * shape.cols; ++idx) {
            const auto number = static_cast<float>(gen.normal() * 0.05);
            if (shape.format == WeightFormat::F32)
                append(sample.values, number);
            else
                append(sample.values, toBFloat16(number));
        }
    } else if (shape.format == WeightFormat::MxFp8 || shape.format == WeightFormat::BlockFp8) {
        fillScaled(gen, sample);
    } else {
        fillInt4(gen, sample, shape.hasZeros);
    }
    matrix.values = sample.values.data();
    matrix.scales = sample.scales.empty() ? nullptr : sample.scales.data();
    matrix.zeros = sample.zeros.empty() ? nullptr : sample.zeros.data();
    return sample;
}

WeightPlan wholeOf(const Sample& sample, WeightForm form, std::int64_t group)
{
    const auto& matrix = sample.matrix;
    return {{{matrix, 0, matrix.rows, 0, matrix.cols}}, form, group};
}

double Rows::at(std::int64_t row, std::int64_t col) const
{
    if (tensor.type == DType::F32)
        return reinterpret_cast<const float*>(tensor.row(row))[col];
    return toFloat(reinterpret_cast<const BFloat16*>(tensor.row(row))[col]);
}

std::vector<float> Rows::toFloats() const
{
    std::vector<float> floats;
    for (std::int64_t row = 0; row < tensor.rows; ++row) {
        for (std::int64_t col = 0; col < tensor.cols; ++col)
            floats.push_back(static_cast<float>(at(row, col)));
    }
    return floats;
}

Rows makeRows(DType type, std::int64_t rows, std::int64_t cols)
{
    Rows made;
    made.tensor.type = type;
    made.tensor.rows = rows;
    made.tensor.cols = cols;
    made.tensor.stride = cols + 3;
    made.bytes.resize(static_cast<std::size_t>(rows * made.tensor.stride) * bytesOf(type));
    made.tensor.data = made.bytes.data();
    return made;
}

Rows randomRows(Gen& gen, DType type, std::int64_t rows, std::int64_t cols)
{
    Rows made = makeRows(type, rows, cols);
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t col = 0; col < cols; ++col) {
            const auto number = static_cast<float>(gen.normal());
            if (type == DType::F32)
                made.floats(row)[col] = number;
            else
                reinterpret_cast<BFloat16*>(made.tensor.row(row))[col] = toBFloat16(number);
        }
    }
    return made;
}

const char* nameOf(WeightFormat format)
{
    constexpr const char* kNames[] = {"F32", "BF16", "MXFP8", "block FP8", "GPTQ", "AWQ"};
    return kNames[static_cast<int>(format)];
}

const char* nameOf(WeightForm form)
{
    constexpr const char* kNames[] = {"F32", "BF16", "MXFP8", "block FP8", "int4"};
    return kNames[static_cast<int>(form)];
}

} // namespace tf::test
