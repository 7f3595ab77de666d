#pragma once

// The newest value of a gauge, from one writing thread to one reading thread; older ones are
// dropped.
//
// Triple buffer: the writer always has a slot of its own, the reader another, the third lies
// between them and is exchanged atomically. Neither side ever waits. For values that all matter,
// use Mailbox.

#include <array>
#include <atomic>
#include <cstdint>
#include <utility>

namespace tf {

template <class T>
class Latest {
public:
    Latest() = default;
    explicit Latest(const T& first)
        : m_slots{first, first, first}
    {
    }

    Latest(const Latest&) = delete;
    Latest& operator=(const Latest&) = delete;

    /// Thread: the writer's. Blocks: never.
    void publish(T value)
    {
        m_slots[m_writeIdx] = std::move(value);
        const auto before = m_middle.exchange(static_cast<std::uint8_t>(m_writeIdx | kFresh),
                                              std::memory_order_acq_rel);
        m_writeIdx = before & kIdxMask;
    }

    /// Fetches the newest value; false if nothing new came since the last call.
    /// Thread: the reader's. Blocks: never.
    bool refresh()
    {
        if ((m_middle.load(std::memory_order_relaxed) & kFresh) == 0)
            return false;
        const auto before = m_middle.exchange(m_readIdx, std::memory_order_acq_rel);
        m_readIdx = before & kIdxMask;
        return true;
    }

    /// The value that the last refresh() fetched. Thread: the reader's.
    [[nodiscard]] const T& value() const { return m_slots[m_readIdx]; }

private:
    static constexpr std::uint8_t kFresh = 4;
    static constexpr std::uint8_t kIdxMask = 3;

    std::array<T, 3> m_slots{};
    std::uint8_t m_writeIdx = 0; // the writer's alone
    std::uint8_t m_readIdx = 2; // the reader's alone
    std::atomic<std::uint8_t> m_middle{1};
};

} // namespace tf
