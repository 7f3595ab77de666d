#pragma once

// Cuts one piece of memory into arrays that begin on a cache line; without memory it counts.

#include "kernels/api/tensor.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tf::engine {

class Carver {
public:
    explicit Carver(std::byte* memory)
        : m_memory(memory)
    {
    }

    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    /// Goes on behind what another one took of the same memory.
    void skipTo(const Carver& other) { m_bytes = std::max(m_bytes, other.m_bytes); }

    template <class T>
    T* array(std::int64_t count)
    {
        return reinterpret_cast<T*>(take(static_cast<std::uint64_t>(count) * sizeof(T)));
    }

    Tensor tensor(DType type, std::int64_t rows, std::int64_t cols)
    {
        const auto numBytes = static_cast<std::uint64_t>(rows * cols) * bytesOf(type);
        return {take(numBytes), type, rows, cols, cols};
    }

    /// Rows that many products read at once, where nobody needs them on end.
    Tensor spreadTensor(DType type, std::int64_t rows, std::int64_t cols)
    {
        Tensor spread = tensor(type, rows, spreadStride(type, cols));
        spread.cols = cols;
        return spread;
    }

    /// Elements from row to row that come to an odd number of cache lines, so that the same column
    /// of many rows does not fall on the same few places of the cache.
    static std::int64_t spreadStride(DType type, std::int64_t cols)
    {
        const auto perLine = static_cast<std::int64_t>(kAlignment / bytesOf(type));
        return ((cols + perLine - 1) / perLine | 1) * perLine;
    }

private:
    static constexpr std::uint64_t kAlignment = 64;

    std::byte* take(std::uint64_t numBytes)
    {
        std::byte* begin = m_memory == nullptr ? nullptr : m_memory + m_bytes;
        m_bytes += (numBytes + kAlignment - 1) / kAlignment * kAlignment;
        return begin;
    }

    std::byte* m_memory;
    std::uint64_t m_bytes = 0;
};

} // namespace tf::engine
