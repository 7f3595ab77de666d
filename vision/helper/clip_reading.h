#pragma once

// A clip being read for an ask, that tells the asker now and then how far it is.

#include "vision/ffmpeg/clip_reader.h"
#include "vision/helper/slot_desk.h"

namespace tf::vision {

class ClipReading {
public:
    /// Both must outlive it.
    ClipReading(ClipReader& reader, SlotDesk& desk);

    [[nodiscard]] const ClipFacts& facts() const { return m_reader.facts(); }
    [[nodiscard]] SlotDesk& desk() { return m_desk; }

    /// Nothing at the end, or when the asker has enough.
    Result<std::optional<ClipFrame>> next();
    Result<std::vector<ClipFrame>> keyFramesAt(std::span<const double> times);
    /// What is told at the end; a fault of the asker's own view may be added.
    [[nodiscard]] ClipDone done(std::vector<std::string> moreFaults) const;

private:
    Result<std::optional<ClipFrame>> counted(Result<std::optional<ClipFrame>> frame);

    ClipReader& m_reader;
    SlotDesk& m_desk;
    ClipProgress m_progress;
};

} // namespace tf::vision
