// Turns are read into blocks a slice at a time: those in sight, and all when something is looked
// for.

#include "ui/transcript/view/stage.h"

#include <QElapsedTimer>

#include <algorithm>

namespace tf::ui {

namespace {

// bytes: a fraction of a millisecond, or some of them
constexpr std::size_t kReadAtOnce = 16 * 1024;
constexpr qint64 kReadMs = 6;

} // namespace

const ShownTurn* Stage::firstUnread() const
{
    const auto& turns = m_story.turns();
    const auto unread = std::find_if(turns.begin(), turns.end(),
                                     [](const ShownTurn& turn) { return !turn.isRead; });
    return unread == turns.end() ? nullptr : &*unread;
}

bool Stage::wantAll()
{
    m_wantsAll = firstUnread() != nullptr;
    return m_wantsAll;
}

double Stage::partRead() const
{
    std::size_t all = 1;
    std::size_t read = 1;
    for (const ShownTurn& turn : m_story.turns()) {
        all += turn.numBytes;
        read += turn.isRead ? turn.numBytes : 0;
    }
    return static_cast<double>(read) / static_cast<double>(all);
}

bool Stage::readOn()
{
    QElapsedTimer spent;
    spent.start();
    while (isReading() && spent.elapsed() < kReadMs) {
        if (m_reading == session::kNoTurn) {
            const ShownTurn* next = firstUnread();
            m_wantsAll = next != nullptr;
            if (next == nullptr)
                break;
            m_reading = next->id;
        }
        const ShownTurn* turn = m_story.turn(m_reading);
        const RowKey from = m_story.read(m_reading, kReadAtOnce);
        if (turn != nullptr && !turn->isRead)
            continue;
        m_reading = session::kNoTurn;
        if (turn != nullptr)
            replaceFrom(from);
    }
    return isReading();
}

bool Stage::isReadable() const
{
    if (m_rows.count() == 0 || isReading())
        return false;
    for (std::size_t idx = m_rows.heights().at(m_top);
         idx < m_rows.count() && m_rows.heights().topOf(idx) < m_top + m_window.height(); ++idx) {
        if (m_rows[idx].kind == RowKind::Unread)
            return false;
    }
    return true;
}

} // namespace tf::ui
