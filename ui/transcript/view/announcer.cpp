#include "ui/transcript/view/announcer.h"

#include "ui/transcript/story/block_text.h"
#include "ui/transcript/view/live_status.h"

#include <QStringList>

#include <utility>

namespace tf::ui {

namespace {

constexpr qsizetype kMostSaid = 4000; ///< letters at once: a reader does not speak minutes

/// Of the answer, without reasoning and tools.
int numWordsOf(const ShownTurn& turn)
{
    qsizetype numWords = 0;
    for (const Section& section : turn.sections) {
        if (section.kind() != SectionKind::Text)
            continue;
        for (const Block& block : section.blocks())
            numWords += block.prose.text.split(u' ', Qt::SkipEmptyParts).size();
    }
    return static_cast<int>(numWords);
}

} // namespace

Announcer::Announcer(LiveStatus& status)
    : m_status(status)
{
}

QString Announcer::takeFinished(const ShownTurn& turn)
{
    QStringList said;
    std::size_t numSeen = 0;
    for (const Section& section : turn.sections) {
        if (section.kind() != SectionKind::Text)
            continue;
        for (const Block& block : section.blocks()) {
            if (block.isOpen)
                break;
            if (numSeen++ < m_numSaid)
                continue;
            // Code and tables are there to be looked at, not to be listened to.
            if (block.kind == BlockKind::Code)
                said.append(tr("Code, %Ln lines", nullptr, int(block.code.lines.size())));
            else if (block.kind == BlockKind::Table)
                said.append(tr("Table, %Ln rows", nullptr, int(block.table.rows.size())));
            else if (block.kind != BlockKind::Rule)
                said.append(textOf(block));
        }
    }
    m_numSaid = numSeen;
    return said.join(u'\n').left(kMostSaid);
}

void Announcer::grow(const ShownTurn& turn)
{
    if (std::exchange(m_turn, turn.id) != turn.id) {
        m_numSaid = 0;
        m_status.say(tr("Answer started"));
    }
    if (!m_readsParagraphs)
        return;
    if (const QString finished = takeFinished(turn); !finished.isEmpty())
        m_status.say(finished);
}

void Announcer::end(const ShownTurn& turn)
{
    sayLast(turn, tr("Answer finished, %Ln words", nullptr, numWordsOf(turn)));
}

void Announcer::fail(const ShownTurn& turn, const QString& why)
{
    sayLast(turn, why);
}

void Announcer::sayLast(const ShownTurn& turn, QString words)
{
    if (m_readsParagraphs && turn.id == m_turn) {
        if (const QString finished = takeFinished(turn); !finished.isEmpty())
            words = finished + u'\n' + words;
    }
    m_status.say(words);
}

} // namespace tf::ui
