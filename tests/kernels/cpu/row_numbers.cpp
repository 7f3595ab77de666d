#include "tests/kernels/cpu/row_numbers.h"

namespace tf::test {

namespace {

template <class Number>
Tensor rowsOf(std::vector<Number>& numbers, DType type, std::int64_t rows)
{
    const std::int64_t cols = std::ssize(numbers) / rows;
    return {reinterpret_cast<std::byte*>(numbers.data()), type, rows, cols, cols};
}

} // namespace

std::vector<float> normals(Gen& gen, std::int64_t count, double spread)
{
    std::vector<float> numbers(static_cast<std::size_t>(count));
    for (float& number : numbers)
        number = static_cast<float>(gen.normal() * spread);
    return numbers;
}

Tensor floatRows(std::vector<float>& numbers, std::int64_t rows)
{
    return rowsOf(numbers, DType::F32, rows);
}

Tensor shortRows(std::vector<BFloat16>& numbers, std::int64_t rows)
{
    return rowsOf(numbers, DType::BF16, rows);
}

} // namespace tf::test
