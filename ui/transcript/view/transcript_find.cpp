// Finding in a conversation: also in turns that nobody has looked at yet.

#include "ui/transcript/view/transcript_view.h"

namespace tf::ui {

namespace {

constexpr qint64 kQuietSearchMs = 1000;

} // namespace

void TranscriptView::find(const QString& wanted)
{
    m_found.look(wanted, m_stage.story());
    if (m_stage.rows().count() > 0)
        m_found.startAt(m_stage.rows()[m_stage.rows().heights().at(m_stage.top())].key);
    searchAll();
    showFound();
}

/// Reads what is not read yet, in slices; nothing when nothing is looked for.
void TranscriptView::searchAll()
{
    m_searching.invalidate();
    if (m_found.wanted().isEmpty() || !m_stage.wantAll())
        return m_stage.wantInSight();
    m_searching.start();
    if (!m_slices.isActive())
        m_slices.start(0, this);
}

std::optional<int> TranscriptView::searchPercent() const
{
    const bool isLong =
        m_searching.isValid() && m_stage.wantsAll() && m_searching.elapsed() > kQuietSearchMs;
    return isLong ? std::optional(static_cast<int>(m_stage.partRead() * 100)) : std::nullopt;
}

void TranscriptView::lookEverywhere(Looking looking)
{
    if (m_found.wanted().isEmpty())
        return;
    if (looking == Looking::GoesOn) {
        if (searchPercent())
            Q_EMIT foundChanged();
        return;
    }
    m_searching.invalidate();
    const bool wasNowhere = m_found.count() == 0;
    m_found.lookEverywhere(m_stage.story());
    if (wasNowhere)
        return showFound();
    viewport()->update();
    Q_EMIT foundChanged();
}

void TranscriptView::lookAgain(session::TurnId id)
{
    if (m_found.wanted().isEmpty())
        return;
    m_found.lookAgainFrom({id, 0, kBeforeBlocks}, m_stage.story());
    Q_EMIT foundChanged();
}

void TranscriptView::findNext(WalkStep step)
{
    if (step == WalkStep::Next)
        m_found.next();
    else
        m_found.previous();
    showFound();
}

void TranscriptView::showFound()
{
    viewport()->update();
    Q_EMIT foundChanged();
    const FoundPlace* place = m_found.current();
    if (place == nullptr)
        return;
    const ShownRow fold{RowKind::Fold, {place->row.turn, place->row.section, kBeforeBlocks}};
    const ShownRow block{RowKind::Block, place->row};
    if (m_stage.story().section(place->row).isFolded())
        m_stage.setFolded(fold, false);
    if (m_stage.story().block(place->row)->kind == BlockKind::Code
        && m_stage.story().isFolded(block))
        m_stage.setFolded(block, false);
    refresh();
    const TextPlace text{place->row, place->range.begin};
    const QRect line = lineOf(m_stage, text);
    if (line.top() >= 0 && line.bottom() < viewport()->height())
        return;
    // Guesses above are put right on the way: the second step lands on the line.
    for (int step = 0; step < 2; ++step)
        showPlace(lineOf(m_stage, text));
}

} // namespace tf::ui
