#include "tests/ui/measure/paint_delay.h"

#include <QAbstractEventDispatcher>
#include <QPaintEvent>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace tf::test {

namespace {

constexpr std::size_t kDigits = 16;

/// Microseconds of the clock that the words are stamped with.
std::int64_t nowMicros()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

} // namespace

PaintDelay::PaintDelay(workspace::Conversation& talk, QWidget& view)
    : m_talk(talk)
{
    m_seen = text().size();
    m_told = m_seen;
    view.installEventFilter(this);
    connect(&talk, &workspace::Conversation::turnGrew, this, [this] {
        m_told = text().size();
        m_hasPainted = false;
    });
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &PaintDelay::endTurnOfLoop);
}

/// Of the last part of the answer that runs.
std::string_view PaintDelay::text() const
{
    const session::Turn* turn = m_talk.running() ? m_talk.turn(m_talk.running()->turn) : nullptr;
    return turn == nullptr || turn->parts.empty() ? std::string_view()
                                                  : std::string_view(turn->parts.back().text);
}

bool PaintDelay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        m_hasPainted = true;
        const QSize all = static_cast<QWidget*>(watched)->size();
        for (const QRect& part : static_cast<QPaintEvent*>(event)->region())
            m_numPictures += double(part.width()) * part.height() / all.width() / all.height();
    }
    return QObject::eventFilter(watched, event);
}

void PaintDelay::endTurnOfLoop()
{
    const std::string_view all = text();
    if (!std::exchange(m_hasPainted, false) || m_told <= m_seen || m_told > all.size())
        return;
    const std::int64_t now = nowMicros();
    for (auto at = all.find('@', m_seen); at != std::string_view::npos && at + kDigits < m_told;
         at = all.find('@', at + kDigits)) {
        std::int64_t sent = 0;
        const std::string_view digits = all.substr(at + 1, kDigits);
        std::from_chars(digits.data(), digits.data() + digits.size(), sent);
        m_delays.push_back(static_cast<double>(now - sent) / 1000);
        m_seen = at + 1 + kDigits;
    }
}

double PaintDelay::p95Millis() const
{
    return percentile(m_delays, 95);
}

double percentile(std::vector<double> numbers, std::size_t percent)
{
    if (numbers.empty())
        return -1;
    std::sort(numbers.begin(), numbers.end());
    return numbers[numbers.size() * percent / 100];
}

} // namespace tf::test
