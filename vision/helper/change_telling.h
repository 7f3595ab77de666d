#pragma once

// What changes in a clip, told to the asker a few times a second while its frames go by.

#include "vision/events/moments.h"
#include "vision/ffmpeg/clip_reader.h"
#include "vision/helper/slot_desk.h"

#include <map>

namespace tf::vision {

class ChangeTelling {
public:
    /// Requires: the desk outlives it.
    ChangeTelling(SlotDesk& desk, std::int64_t mostMoments);

    /// Frames in order of time.
    Result<> look(const ClipFrame& frame);
    /// Tells the moments. What looked like one of them once more, in order of time.
    Result<std::vector<SeenAgain>> finish();

private:
    void obey(const Verdict& verdict);
    Result<> tell();

    SlotDesk& m_desk;
    MomentFinder m_finder;
    std::map<std::int64_t, MomentSeen> m_moments; ///< by index
    ChangesSeen m_seen; ///< since the last word
    Deadline::Clock::time_point m_lastWord = Deadline::Clock::now();
};

} // namespace tf::vision
