#include "vision/helper/clip_reading.h"

#include <algorithm>
#include <utility>

namespace tf::vision {

ClipReading::ClipReading(ClipReader& reader, SlotDesk& desk)
    : m_reader(reader)
    , m_desk(desk)
{
}

Result<std::optional<ClipFrame>> ClipReading::next()
{
    if (m_desk.isEnough())
        return std::optional<ClipFrame>();
    return counted(m_reader.next());
}

Result<std::vector<ClipFrame>> ClipReading::keyFramesAt(std::span<const double> times)
{
    if (m_desk.isEnough())
        return std::vector<ClipFrame>();
    auto frames = TRY(m_reader.keyFramesAt(times));
    for (const ClipFrame& frame : frames) {
        ++m_progress.framesDecoded;
        m_progress.secondsRead = std::max(m_progress.secondsRead, frame.time());
    }
    TRY(m_desk.tell(m_progress));
    return frames;
}

Result<std::optional<ClipFrame>> ClipReading::counted(Result<std::optional<ClipFrame>> frame)
{
    if (!frame || !*frame)
        return frame;
    ++m_progress.framesDecoded;
    m_progress.secondsRead = std::max(m_progress.secondsRead, (*frame)->time());
    TRY(m_desk.tell(m_progress));
    return frame;
}

ClipDone ClipReading::done(std::vector<std::string> moreFaults) const
{
    ClipDone done{m_progress.framesDecoded, m_progress.secondsRead, {}, m_reader.faults()};
    for (std::string& fault : moreFaults)
        done.faults.push_back(std::move(fault));
    return done;
}

} // namespace tf::vision
