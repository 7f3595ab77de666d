#include "app/workspace/asking/frame_pace.h"

#include <chrono>

namespace tf::workspace {

namespace {

/// Thirty pictures a second: more are not read, and each costs.
constexpr std::chrono::milliseconds kFrame{32};

} // namespace

FramePace::FramePace(std::function<void()> tell)
    : m_tell(std::move(tell))
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(kFrame);
    QObject::connect(&m_frame, &QTimer::timeout, &m_frame, [this] { onFrame(); });
}

void FramePace::touch()
{
    m_isDirty = true;
    if (m_frame.isActive())
        return;
    m_frame.start();
    flush();
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
    m_frame.start();
    flush();
}

} // namespace tf::workspace
