#pragma once

// Shared memory in which frames lie: made and sealed by whoever asks, written by whoever decodes.
//
// A fixed number of slots of a fixed size; who owns a slot is said by messages. The seals keep
// either side from cutting it off under the other. Memory is taken when a slot is first written.

#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <cstdint>

namespace tf::vision {

inline constexpr std::int32_t kMostSlots = 8;
inline constexpr std::int64_t kMostSlotBytes = std::int64_t{1} << 30;

struct SlotLayout {
    std::int32_t count = 0;
    std::int64_t bytesEach = 0;
};

class FrameSlots {
public:
    /// For whoever asks, who can only read. BadInput when the layout is beyond the bounds.
    static Result<FrameSlots> make(const SlotLayout& layout);
    /// For whoever decodes. BadInput when the memory is not sealed or not of that layout.
    static Result<FrameSlots> map(Descriptor memory, const SlotLayout& layout);

    FrameSlots(FrameSlots&& other) noexcept;
    FrameSlots& operator=(FrameSlots&&) = delete;
    FrameSlots(const FrameSlots&) = delete;
    FrameSlots& operator=(const FrameSlots&) = delete;
    ~FrameSlots();

    [[nodiscard]] const SlotLayout& layout() const { return m_layout; }
    [[nodiscard]] int descriptor() const { return m_memory.number(); }
    /// Requires: 0 ≤ slot < layout().count.
    [[nodiscard]] const std::uint8_t* slot(std::int32_t slot) const;
    /// Requires: the same, and that this was mapped.
    [[nodiscard]] std::uint8_t* writable(std::int32_t slot);

private:
    FrameSlots(Descriptor memory, const SlotLayout& layout);

    Descriptor m_memory;
    SlotLayout m_layout;
    std::uint8_t* m_begin = nullptr;
    bool m_isWritable = false;
};

} // namespace tf::vision
