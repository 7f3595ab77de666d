#include "ui/theme/style.h"
#include "ui/transcript/story/block_text.h"
#include "ui/transcript/view/transcript_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStatusTipEvent>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kDragMs = 30;

struct KeyStep {
    int key;
    CursorStep plain;
    CursorStep withControl;
};

constexpr KeyStep kKeySteps[] = {
    {Qt::Key_Left, CursorStep::Left, CursorStep::WordLeft},
    {Qt::Key_Right, CursorStep::Right, CursorStep::WordRight},
    {Qt::Key_Up, CursorStep::Up, CursorStep::Up},
    {Qt::Key_Down, CursorStep::Down, CursorStep::Down},
};

} // namespace

// The mouse ------------------------------------------------------------------------------------

bool TranscriptView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        hover({});
        setActiveTurn(m_look.focused ? m_look.focused->row.turn : session::kNoTurn);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    const bool isSideways = std::abs(delta.x()) > std::abs(delta.y());
    const QPoint place = event->position().toPoint();
    const std::size_t idx =
        m_stage.rows().count() == 0 ? 0 : m_stage.rows().heights().at(m_stage.top() + place.y());
    const bool wantsRow = isSideways || event->modifiers().testFlag(Qt::ShiftModifier);
    if (!wantsRow || m_stage.rows().count() == 0 || m_stage.layout(idx).scrollable() == 0)
        return QAbstractScrollArea::wheelEvent(event);
    const int pixels = isSideways ? delta.x() : delta.y();
    m_stage.scrollRow(idx, m_stage.viewOf(idx).scrolled - pixels / 2);
    viewport()->update(0, m_stage.originOf(idx).y(), viewport()->width(),
                       m_stage.rows().heights()[idx]);
    event->accept();
}

void TranscriptView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setFocusedSpot({});
    const bool isThird =
        m_lastDouble.isValid() && m_lastDouble.elapsed() < QApplication::doubleClickInterval();
    m_lastDouble.invalidate();
    if (isThird) {
        m_pointer.pressAgain(event->pos());
        viewport()->update();
        return;
    }
    m_pointer.press(event->pos(),
                    event->modifiers().testFlag(Qt::ShiftModifier) ? Pointer::Extend::Yes
                                                                   : Pointer::Extend::No);
    viewport()->update();
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pointer.pressAgain(event->pos());
    m_lastDouble.start();
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pointer.isDown()) {
        hover(spotAt(m_stage, event->pos()));
        if (m_stage.rows().count() > 0)
            setActiveTurn(
                m_stage.rows()[m_stage.rows().heights().at(m_stage.top() + event->pos().y())]
                    .key.turn);
        return;
    }
    m_pointer.drag(event->pos());
    viewport()->update();
    const bool isBeyond = event->pos().y() < 0 || event->pos().y() >= viewport()->height();
    if (!isBeyond)
        m_dragging.stop();
    else if (!m_dragging.isActive())
        m_dragging.start(kDragMs, this);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragging.stop();
    if (event->button() != Qt::LeftButton)
        return;
    if (const std::optional<SpotId> spot = m_pointer.release(event->pos()))
        press(*spot);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(tr("Copy"), this, &TranscriptView::copySelection);
    QAction* markdown = menu->addAction(tr("Copy as Markdown"), this, [this] {
        QApplication::clipboard()->setText(
            selectedMarkdown(m_look.selection, m_stage.story(), m_stage.rows()));
    });
    QAction* quote = menu->addAction(tr("Quote"), this, [this] {
        Q_EMIT quoteAsked(selectedMarkdown(m_look.selection, m_stage.story(), m_stage.rows()));
    });
    quote->setVisible(m_stage.story().source().use == TurnUse::Everything);
    for (QAction* action : {copy, markdown, quote})
        action->setEnabled(!m_look.selection.isEmpty());
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll);
    menu->popup(event->globalPos());
}

void TranscriptView::updateSpot(const std::optional<SpotId>& spot)
{
    if (!spot)
        return;
    const std::size_t idx = m_stage.rows().from(spot->row);
    if (idx < m_stage.rows().count())
        viewport()->update(0, m_stage.originOf(idx).y(), viewport()->width(),
                           m_stage.rows().heights()[idx]);
}

void TranscriptView::hover(const std::optional<SpotId>& spot)
{
    if (spot == m_look.hovered)
        return;
    updateSpot(m_look.hovered);
    m_look.hovered = spot;
    updateSpot(spot);
    viewport()->setCursor(spot ? Qt::PointingHandCursor : Qt::IBeamCursor);
    QString tip;
    if (spot && spot->kind == SpotKind::Link) {
        const std::optional<Spot> link = spotOf(m_stage, *spot);
        const QUrl url(link ? link->target : QString());
        tip = url.host().isEmpty() ? url.toDisplayString()
                                   : tr("%1 — %2").arg(url.host(), url.toDisplayString());
    }
    QStatusTipEvent shown(tip);
    QApplication::sendEvent(this, &shown);
}

void TranscriptView::setActiveTurn(session::TurnId id)
{
    if (id == m_look.activeTurn)
        return;
    for (const session::TurnId turn : {std::exchange(m_look.activeTurn, id), id}) {
        updateSpot(SpotId{.row = {turn, 0, kQuestionFooterBlock}});
        updateSpot(SpotId{.row = {turn, kFooterSection, 0}});
    }
}

// What is pressed ------------------------------------------------------------------------------

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
    default:
        pressSibling(id);
    }
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

// The keyboard ---------------------------------------------------------------------------------

void TranscriptView::setFocusedSpot(const std::optional<SpotId>& spot)
{
    if (spot == m_look.focused)
        return;
    updateSpot(m_look.focused);
    m_look.focused = spot;
    updateSpot(spot);
    if (!spot)
        return;
    setActiveTurn(spot->row.turn);
    showPlace(placeOf(m_stage, *spot));
}

bool TranscriptView::focusNextPrevChild(bool next)
{
    const std::optional<SpotId> spot =
        walk(m_stage, m_look.focused, next ? WalkStep::Next : WalkStep::Previous);
    if (!spot) {
        setFocusedSpot({});
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    setFocusedSpot(spot);
    return true;
}

void TranscriptView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    setFocusedSpot({});
}

bool TranscriptView::extendSelection(QKeyEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        return false;
    for (const KeyStep& step : kKeySteps) {
        if (step.key != event->key())
            continue;
        const std::optional<TextPlace> start =
            m_look.selection.isEmpty() ? textAt(m_stage, QPoint(0, 0)) : std::nullopt;
        if (start && m_look.selection.anchor.row.turn == session::kNoTurn)
            m_look.selection = {*start, *start};
        const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
        m_look.selection.head =
            moved(m_stage, m_look.selection.head, withControl ? step.withControl : step.plain);
        showPlace(lineOf(m_stage, m_look.selection.head));
        viewport()->update();
        return true;
    }
    return false;
}

bool TranscriptView::pressKey(QKeyEvent* event)
{
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_PageUp:
        scrollBy(-viewport()->height() + m_stage.measures().proseLine * 2);
        return true;
    case Qt::Key_PageDown:
        scrollBy(viewport()->height() - m_stage.measures().proseLine * 2);
        return true;
    case Qt::Key_Home:
        scrollBy(-verticalScrollBar()->value());
        return true;
    case Qt::Key_End:
        follow();
        return true;
    case Qt::Key_Up:
        withControl ? showNeighbour(WalkStep::Previous)
                    : scrollBy(-verticalScrollBar()->singleStep());
        return true;
    case Qt::Key_Down:
        withControl ? showNeighbour(WalkStep::Next) : scrollBy(verticalScrollBar()->singleStep());
        return true;
    case Qt::Key_F3:
        findNext(event->modifiers().testFlag(Qt::ShiftModifier) ? WalkStep::Previous
                                                                : WalkStep::Next);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_look.focused)
            press(*m_look.focused);
        return m_look.focused.has_value();
    default:
        return false;
    }
}

void TranscriptView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (extendSelection(event) || pressKey(event))
        return event->accept();
    event->ignore();
}

void TranscriptView::selectAll()
{
    m_look.selection = everything(m_stage.story(), m_stage.rows());
    viewport()->update();
}

QString TranscriptView::selectedText() const
{
    return ui::selectedText(m_look.selection, m_stage.story(), m_stage.rows());
}

void TranscriptView::copySelection() const
{
    if (!m_look.selection.isEmpty())
        QApplication::clipboard()->setText(selectedText());
}

} // namespace tf::ui
