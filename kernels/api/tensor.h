#pragma once

// A view of rows of numbers in a device's memory. It never owns; a Buffer does.

#include "kernels/api/number.h"

#include <cstddef>
#include <cstdint>

namespace tf {

struct Tensor {
    std::byte* data = nullptr;
    DType type = DType::F32;
    std::int64_t rows = 0;
    std::int64_t cols = 0;
    std::int64_t stride = 0; ///< elements from one row to the next; at least cols

    [[nodiscard]] std::byte* row(std::int64_t rowIdx) const { return at(rowIdx, 0); }
    [[nodiscard]] std::byte* at(std::int64_t rowIdx, std::int64_t col) const
    {
        return data + (rowIdx * stride + col) * static_cast<std::int64_t>(bytesOf(type));
    }

    /// The same memory with fewer rows or another range of columns.
    [[nodiscard]] Tensor firstRows(std::int64_t numRows) const { return someRows(0, numRows); }
    [[nodiscard]] Tensor someRows(std::int64_t begin, std::int64_t count) const
    {
        Tensor view = *this;
        view.data = row(begin);
        view.rows = count;
        return view;
    }
    [[nodiscard]] Tensor columns(std::int64_t begin, std::int64_t count) const
    {
        Tensor view = *this;
        view.data = at(0, begin);
        view.cols = count;
        return view;
    }
};

} // namespace tf
