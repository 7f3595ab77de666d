// What is pressed in a conversation, by the mouse or the keyboard, and who is told.

#include "ui/transcript/view/transcript_view.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace tf::ui {

void TranscriptView::press(const SpotId& id)
{
    const std::optional<Spot> spot = spotOf(m_stage, id);
    const std::size_t idx = m_stage.rows().from(id.row);
    if (!spot || idx >= m_stage.rows().count())
        return;
    const ShownRow row = m_stage.rows()[idx];
    const Block* block = row.kind == RowKind::Block ? m_stage.story().block(row.key) : nullptr;
    switch (id.kind) {
    case SpotKind::Link:
        Q_EMIT linkAsked(QUrl(spot->target));
        return;
    case SpotKind::Citation:
        pressCitation(id, *spot);
        return;
    case SpotKind::Fold:
        m_stage.setFolded(row, !m_stage.story().isFolded(row));
        viewport()->update();
        refresh();
        return;
    case SpotKind::CopyCode:
        if (block != nullptr)
            QApplication::clipboard()->setText(block->code.text);
        return;
    case SpotKind::SaveCode:
        if (block != nullptr)
            Q_EMIT saveCodeAsked(block->code.info.section(u' ', 1).trimmed(), block->code.text);
        return;
    default:
        pressTurn(id);
    }
}

void TranscriptView::pressCitation(const SpotId& id, const Spot& spot)
{
    const session::TurnId turn = id.row.turn;
    const auto& citations = m_stage.story().source().citations;
    const auto found = ingest::findCitations(spot.target.toStdString());
    if (citations && !found.empty())
        Q_EMIT citationAsked(turn, citations->place(turn, found.front()),
                             viewport()->mapToGlobal(placeOf(m_stage, id).bottomLeft()));
}

void TranscriptView::pressTurn(const SpotId& id)
{
    const session::TurnId turn = id.row.turn;
    switch (id.kind) {
    case SpotKind::Edit:
        Q_EMIT editAsked(turn);
        return;
    case SpotKind::Retry:
        Q_EMIT retryAsked(turn);
        return;
    case SpotKind::RetryOther:
        Q_EMIT retryOtherAsked(
            turn, viewport()->mapToGlobal(placeOf(m_stage, id).bottomLeft() + QPoint(0, 2)));
        return;
    case SpotKind::Branch:
        Q_EMIT branchAsked(turn);
        return;
    case SpotKind::Continue:
        Q_EMIT continueAsked(turn);
        return;
    case SpotKind::CopyMarkdown:
        Q_EMIT copyMarkdownAsked(turn);
        return;
    case SpotKind::Quote:
        Q_EMIT quoteTurnAsked(turn);
        return;
    case SpotKind::Remove:
        Q_EMIT removeAsked(turn);
        return;
    case SpotKind::Attachment:
        Q_EMIT attachmentAsked(turn, id.arg);
        return;
    case SpotKind::PreviousSibling:
    case SpotKind::NextSibling:
        pressSibling(id);
        return;
    default:
        pressRemedy(id);
    }
}

/// What helps lies beyond the conversation.
void TranscriptView::pressRemedy(const SpotId& id)
{
    const ShownTurn* turn = m_stage.story().turn(id.row.turn);
    const QString endpoint =
        turn == nullptr ? QString() : QString::fromStdString(turn->settings.endpoint);
    if (id.kind == SpotKind::EditEndpoint)
        Q_EMIT endpointAsked(endpoint, EndpointUse::Edit);
    if (id.kind == SpotKind::TestEndpoint)
        Q_EMIT endpointAsked(endpoint, EndpointUse::Test);
    if (id.kind == SpotKind::LoadModel)
        Q_EMIT modelAsked();
    if (id.kind == SpotKind::Export)
        Q_EMIT exportAsked();
}

void TranscriptView::pressSibling(const SpotId& id)
{
    const std::vector<session::TurnId> siblings = m_stage.story().source().siblings(id.row.turn);
    const auto here = std::find(siblings.begin(), siblings.end(), id.row.turn);
    if (here == siblings.end())
        return;
    if (id.kind == SpotKind::PreviousSibling && here != siblings.begin())
        Q_EMIT siblingAsked(*(here - 1));
    if (id.kind == SpotKind::NextSibling && here + 1 != siblings.end())
        Q_EMIT siblingAsked(*(here + 1));
}

} // namespace tf::ui
