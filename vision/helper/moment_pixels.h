#pragma once

// The pixels of a clip's moments while it is not yet sure which of them stay.
//
// Frames that a verdict may still want are held as they were decoded; those that are kept for now
// lie here at their final size, so that memory is bounded by that size and their number.

#include "vision/events/moments.h"
#include "vision/helper/frame_fit.h"
#include "vision/helper/slot_desk.h"

#include <map>

namespace tf::vision {

class MomentPixels {
public:
    /// Fewer than `most` when memory has no room for them; notes() says so.
    MomentPixels(std::int64_t most, FrameFit fit);

    /// Frames in order of time.
    Result<> look(ClipFrame frame);
    Result<> finish();
    /// All that is kept, in order of time, until the asker has enough.
    Result<> show(SlotDesk& desk) const;
    /// After finish().
    [[nodiscard]] const std::vector<SeenAgain>& again() const { return m_again; }
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

private:
    struct Kept {
        Moment moment;
        std::vector<std::uint8_t> rgb;
    };

    Result<> obey(const Verdict& verdict);
    void letGo(std::int64_t newest);

    FrameFit m_fit;
    std::vector<std::string> m_notes;
    MomentFinder m_finder;
    std::vector<SeenAgain> m_again;
    std::map<std::int64_t, ClipFrame> m_held; ///< by index
    std::map<std::int64_t, Kept> m_kept; ///< by index
};

} // namespace tf::vision
