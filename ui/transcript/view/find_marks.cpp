#include "ui/transcript/view/find_marks.h"

#include "ui/transcript/story/block_text.h"

#include <QStringMatcher>

#include <algorithm>

namespace tf::ui {

namespace {

bool isFoundBefore(const FoundPlace& place, const RowKey& row)
{
    return place.row < row;
}

} // namespace

void FindMarks::look(const QString& wanted, const Story& story)
{
    m_wanted = wanted;
    m_places.clear();
    m_current = 0;
    for (const ShownTurn& turn : story.turns())
        lookIn(turn, {turn.id, 0, kBeforeBlocks});
}

void FindMarks::lookEverywhere(const Story& story)
{
    const bool hadCurrent = current() != nullptr;
    const FoundPlace place = hadCurrent ? *current() : FoundPlace();
    look(QString(m_wanted), story);
    for (auto at = std::lower_bound(m_places.begin(), m_places.end(), place.row, isFoundBefore);
         hadCurrent && at != m_places.end() && at->row == place.row; ++at) {
        if (at->range.begin == place.range.begin)
            m_current = static_cast<std::size_t>(at - m_places.begin());
    }
}

void FindMarks::lookAgainFrom(const RowKey& from, const Story& story)
{
    m_places.erase(std::lower_bound(m_places.begin(), m_places.end(), from, isFoundBefore),
                   m_places.end());
    for (const ShownTurn& turn : story.turns()) {
        if (turn.id >= from.turn)
            lookIn(turn, turn.id == from.turn ? from : RowKey{turn.id, 0, kBeforeBlocks});
    }
    m_current = std::min(m_current, m_places.empty() ? 0 : m_places.size() - 1);
}

void FindMarks::lookIn(const ShownTurn& turn, const RowKey& from)
{
    if (m_wanted.isEmpty())
        return;
    const QStringMatcher matcher(m_wanted, Qt::CaseInsensitive);
    for (std::size_t section = static_cast<std::size_t>(std::max(from.section, 0));
         section < turn.sections.size(); ++section) {
        const Blocks& blocks = turn.sections[section].blocks();
        const bool isFirst = section == static_cast<std::size_t>(from.section);
        for (auto idx = static_cast<std::size_t>(isFirst ? std::max(from.block, 0) : 0);
             idx < blocks.size(); ++idx) {
            const bool isTable = blocks[idx].kind == BlockKind::Table;
            const QString joined = isTable ? textOf(blocks[idx]) : QString();
            const QString& text = isTable             ? joined
                : blocks[idx].kind == BlockKind::Code ? blocks[idx].code.text
                                                      : blocks[idx].prose.text;
            for (qsizetype at = matcher.indexIn(text); at >= 0;
                 at = matcher.indexIn(text, at + m_wanted.size()))
                m_places.push_back(
                    {{turn.id, static_cast<std::int32_t>(section), static_cast<std::int32_t>(idx)},
                     {static_cast<int>(at), static_cast<int>(at + m_wanted.size())}});
        }
    }
}

std::optional<std::size_t> FindMarks::currentIdx() const
{
    return m_places.empty() ? std::nullopt : std::optional(m_current);
}

const FoundPlace* FindMarks::current() const
{
    return m_places.empty() ? nullptr : &m_places[m_current];
}

void FindMarks::startAt(const RowKey& row)
{
    const auto found = std::lower_bound(m_places.begin(), m_places.end(), row, isFoundBefore);
    m_current = found == m_places.end() ? 0 : static_cast<std::size_t>(found - m_places.begin());
}

void FindMarks::next()
{
    if (!m_places.empty())
        m_current = (m_current + 1) % m_places.size();
}

void FindMarks::previous()
{
    if (!m_places.empty())
        m_current = (m_current + m_places.size() - 1) % m_places.size();
}

FindMarks::InRow FindMarks::in(const RowKey& row) const
{
    InRow found;
    for (auto place = std::lower_bound(m_places.begin(), m_places.end(), row, isFoundBefore);
         place != m_places.end() && place->row == row; ++place) {
        if (static_cast<std::size_t>(place - m_places.begin()) == m_current)
            found.current = found.ranges.size();
        found.ranges.push_back(place->range);
    }
    return found;
}

} // namespace tf::ui
