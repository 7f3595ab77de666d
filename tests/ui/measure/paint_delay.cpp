#include "tests/ui/measure/paint_delay.h"

#include <QAbstractEventDispatcher>
#include <QEvent>

#include <algorithm>

namespace tf::test {

PaintDelay::PaintDelay(workspace::Conversation& talk, QWidget& view)
    : m_talk(talk)
{
    m_clock.start();
    m_seen = size();
    view.installEventFilter(this);
    connect(&talk, &workspace::Conversation::turnGrew, this, [this] { m_told = size(); });
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &PaintDelay::endTurnOfLoop);
}

std::size_t PaintDelay::size() const
{
    if (!m_talk.running())
        return m_seen;
    const session::Turn* turn = m_talk.turn(m_talk.running()->turn);
    std::size_t bytes = 0;
    for (const session::Part& part : turn->parts)
        bytes += part.text.size();
    return bytes;
}

bool PaintDelay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint)
        m_hasPainted = true;
    return QObject::eventFilter(watched, event);
}

void PaintDelay::endTurnOfLoop()
{
    const qint64 now = m_clock.nsecsElapsed();
    if (const std::size_t bytes = size(); bytes > m_seen) {
        m_seen = bytes;
        m_waiting.push_back({bytes, now});
    }
    if (!std::exchange(m_hasPainted, false))
        return;
    while (!m_waiting.empty() && m_waiting.front().end <= m_told) {
        m_delays.push_back(static_cast<double>(now - m_waiting.front().came) / 1e6);
        m_waiting.pop_front();
    }
}

double PaintDelay::p95Millis() const
{
    if (m_delays.empty())
        return -1;
    std::vector<double> sorted = m_delays;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() * 95 / 100];
}

} // namespace tf::test
