#include "app/workspace/asking/frame_pace.h"

#include <chrono>

namespace tf::workspace {

namespace {

/// Some thirty pictures a second: more are not read, and each costs. A little shorter than the
/// frames in which servers' bytes are read, so that none waits for the next but one.
constexpr std::chrono::milliseconds kFrame{28};

} // namespace

FramePace::FramePace(std::function<void()> tell)
    : m_tell(std::move(tell))
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_frame, &QTimer::timeout, &m_frame, [this] { onFrame(); });
}

void FramePace::touch()
{
    m_isDirty = true;
    if (!m_frame.isActive())
        m_frame.start(std::chrono::milliseconds(0));
}

void FramePace::flush()
{
    if (!m_isDirty)
        return;
    m_isDirty = false;
    m_tell();
}

void FramePace::onFrame()
{
    if (!m_isDirty)
        return;
    m_frame.start(kFrame);
    flush();
}

} // namespace tf::workspace
