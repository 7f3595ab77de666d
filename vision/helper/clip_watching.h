#pragma once

// A clip that stays open: exact frames as they are called for, the latest call first of all.
//
// Decoding stays where it is between two calls, and the last frames are kept: a step on decodes one
// frame, a step back none.

#include "vision/helper/clip_reading.h"

#include <map>

namespace tf::vision {

class ClipWatching {
public:
    /// Requires: both outlive it.
    ClipWatching(ClipReader& reader, SlotDesk& desk);

    /// Until the asker has enough.
    Result<ClipDone> run();

private:
    Result<> answer(const FrameCall& call);
    Result<std::optional<ClipFrame>> find(std::int64_t index);
    [[nodiscard]] const ClipFrame* heldAt(std::int64_t index) const;
    void keep(const ClipFrame& frame, std::int64_t wanted);
    Result<> show(const FrameCall& call, const ClipFrame& frame);

    ClipReader& m_reader;
    SlotDesk& m_desk;
    ClipReading m_reading;
    std::size_t m_mostKept;
    std::map<std::int64_t, ClipFrame> m_kept; ///< by index
};

} // namespace tf::vision
