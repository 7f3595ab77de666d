#pragma once

// Memory that an operation needs while it runs: one piece, made once, used by one after the other.
//
// It grows when an operation asks for more than any before, which reserve() makes happen before
// the first step. Thread: one caller at a time; the piece is then shared by its workers.

#include <cstddef>
#include <cstdint>
#include <memory>

namespace tf::cpu {

class Scratch {
public:
    /// At least `bytes`, aligned to 64, not zeroed; what take() gave before is void.
    std::byte* take(std::int64_t bytes);

    /// A number of bytes that keeps what follows aligned.
    static constexpr std::int64_t padded(std::int64_t bytes) { return (bytes + 63) / 64 * 64; }

private:
    struct Free {
        void operator()(void* memory) const;
    };
    std::unique_ptr<void, Free> m_memory;
    std::int64_t m_bytes = 0;
};

/// Arrays laid one behind the other. Without a base it only counts, so the code that lays them out
/// also says how many bytes that takes.
class Pieces {
public:
    Pieces() = default;
    explicit Pieces(std::byte* base)
        : m_base(base)
    {
    }

    template <class T>
    T* take(std::int64_t count)
    {
        T* const piece = m_base == nullptr ? nullptr : reinterpret_cast<T*>(m_base + m_bytes);
        m_bytes += Scratch::padded(count * static_cast<std::int64_t>(sizeof(T)));
        return piece;
    }
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }

private:
    std::byte* m_base = nullptr;
    std::int64_t m_bytes = 0;
};

} // namespace tf::cpu
