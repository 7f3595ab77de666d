#include "ui/frames/playback.h"

#include <algorithm>

namespace tf::ui {

namespace {

/// Frames before another one are dear: eight a second are shown.
constexpr std::chrono::milliseconds kBackEvery(125);
constexpr double kAtEnd = 0.05; ///< seconds

} // namespace

Playback::Playback(QObject* parent)
    : QObject(parent)
{
    m_back.setInterval(kBackEvery);
    connect(&m_back, &QTimer::timeout, this, &Playback::stepBack);
}

void Playback::setStretch(double from, double to)
{
    m_from = from;
    m_to = to;
}

void Playback::setDuration(double seconds)
{
    m_duration = seconds;
}

double Playback::endOfStretch() const
{
    return m_to > 0 ? std::min(m_to, m_duration) : m_duration;
}

void Playback::setLooping(bool looping)
{
    if (looping == m_isLooping)
        return;
    m_isLooping = looping;
    if (m_going == Going::On)
        play();
    Q_EMIT changed();
}

void Playback::setSpeed(double speed)
{
    const double wanted = std::clamp(speed, kSlowest, kFastest);
    if (wanted == m_speed)
        return;
    m_speed = wanted;
    if (m_going == Going::On)
        play();
    Q_EMIT changed();
}

void Playback::play()
{
    if (m_isLooping && (m_place < m_from || m_place >= endOfStretch() - kAtEnd)) {
        m_place = m_from;
        Q_EMIT seekAsked(m_from);
    } else if (m_place >= m_duration - kAtEnd) {
        m_place = 0;
        Q_EMIT seekAsked(0);
    }
    Q_EMIT playAsked(m_speed, m_isLooping && m_to > 0 ? endOfStretch() : 0);
}

void Playback::start(Going going)
{
    if (m_duration <= 0)
        return;
    if (m_going == going)
        m_speed = std::min(2 * m_speed, kFastest);
    if (going == Going::Back && m_going == Going::On)
        Q_EMIT stopAsked();
    m_going = going;
    if (going == Going::Back) {
        m_back.start();
    } else {
        m_back.stop();
        play();
    }
    Q_EMIT changed();
}

void Playback::goOn()
{
    start(Going::On);
}

void Playback::goBack()
{
    start(Going::Back);
}

void Playback::toggle()
{
    if (m_going == Going::Nowhere)
        start(Going::On);
    else
        pause();
}

void Playback::pause()
{
    if (m_going == Going::Nowhere)
        return;
    m_back.stop();
    m_going = Going::Nowhere;
    Q_EMIT stopAsked();
    Q_EMIT changed();
}

void Playback::takeEnd()
{
    if (m_going != Going::On)
        return;
    if (m_isLooping) {
        m_place = m_duration; // wherever it says it is
        return play();
    }
    m_going = Going::Nowhere;
    Q_EMIT changed();
}

void Playback::stepBack()
{
    const double first = m_isLooping ? m_from : 0;
    m_place -= m_speed * std::chrono::duration<double>(kBackEvery).count();
    if (m_place <= first && m_isLooping) {
        m_place = endOfStretch();
    } else if (m_place <= first) {
        m_place = 0;
        m_back.stop();
        m_going = Going::Nowhere;
        Q_EMIT changed();
    }
    Q_EMIT seekAsked(m_place);
}

} // namespace tf::ui
