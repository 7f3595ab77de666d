#pragma once

// The slots of one ask on the side that fills them: which is free, and what the asker says
// meanwhile.
//
// Thread: one at a time. Blocks: until the asker gives a slot back. Errors are Network: the asker
// is gone, or speaks nonsense.

#include "vision/media/channel.h"
#include "vision/media/messages.h"

#include <chrono>
#include <optional>
#include <vector>

namespace tf::vision {

class SlotDesk {
public:
    /// The channel must outlive it.
    SlotDesk(const Channel& channel, FrameSlots slots);

    [[nodiscard]] std::int64_t bytesEach() const { return m_slots.layout().bytesEach; }
    /// The asker wants no more frames.
    [[nodiscard]] bool isEnough() const { return m_isEnough; }

    /// A slot to be written; nothing when it is enough.
    Result<std::optional<std::int32_t>> freeSlot();
    /// Requires: a slot that freeSlot() gave.
    [[nodiscard]] std::uint8_t* pixels(std::int32_t slot) { return m_slots.writable(slot); }
    /// The slot belongs to the asker from now on.
    Result<> show(const FrameSeen& seen);
    /// From now on the asker may call for frames.
    void takeCalls() { m_takesCalls = true; }
    /// What it calls for; nothing when it is enough. Blocks: until it does.
    Result<std::optional<FrameCall>> nextCall();
    /// What was called for is wanted no more: something else is, or nothing.
    Result<bool> isReplaced();
    /// A word that is no frame.
    Result<> say(const FromDecoder& message) { return send(message); }
    /// Tells how far the clip is read, when the asker has not heard anything for a while.
    Result<> tell(const ClipProgress& progress);

private:
    /// What the asker says next.
    Result<> listen();
    Result<> send(const FromDecoder& message);

    const Channel& m_channel;
    FrameSlots m_slots;
    std::vector<bool> m_isTaken; ///< by the asker
    bool m_isEnough = false;
    bool m_takesCalls = false;
    std::optional<FrameCall> m_call; ///< the latest that nobody took
    Deadline::Clock::time_point m_lastWord = Deadline::Clock::now();
};

} // namespace tf::vision
