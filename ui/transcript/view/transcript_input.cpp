#include "ui/theme/style.h"
#include "ui/transcript/story/block_text.h"
#include "ui/transcript/view/transcript_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStatusTipEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <limits>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kDragMs = 30;
constexpr int kSideStep = 60;

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
    if (event->type() == QEvent::ToolTip)
        return showTip(*static_cast<QHelpEvent*>(event));
    return QAbstractScrollArea::viewportEvent(event);
}

/// What is known of the place that is named there.
bool TranscriptView::showTip(const QHelpEvent& event)
{
    const std::optional<SpotId> id = spotAt(m_stage, event.pos());
    const std::optional<Spot> spot =
        id && id->kind == SpotKind::Citation ? spotOf(m_stage, *id) : std::nullopt;
    if (spot)
        QToolTip::showText(event.globalPos(), spot->name, viewport());
    else
        QToolTip::hideText();
    return true;
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
    scrollSideways(m_stage.rows()[idx].key, m_stage.viewOf(idx).scrolled - pixels / 2);
    event->accept();
}

void TranscriptView::scrollSideways(const RowKey& row, int to)
{
    const std::size_t idx = m_stage.rows().from(row);
    if (idx >= m_stage.rows().count() || m_stage.rows()[idx].key != row)
        return;
    m_stage.scrollRow(idx, to);
    viewport()->update(0, m_stage.originOf(idx).y(), viewport()->width(),
                       m_stage.rows().heights()[idx]);
}

/// The bar under wide code is grabbed; false: it is not there.
bool TranscriptView::grabSideBar(QPoint place)
{
    const std::optional<SpotId> spot = spotAt(m_stage, place);
    if (!spot || spot->kind != SpotKind::SideBar)
        return false;
    const std::size_t idx = m_stage.rows().from(spot->row);
    m_grabbed = {spot->row, place.x(), m_stage.viewOf(idx).scrolled};
    return true;
}

void TranscriptView::pullSideBar(QPoint place)
{
    const std::size_t idx = m_stage.rows().from(m_grabbed->row);
    if (idx < m_stage.rows().count() && m_stage.rows()[idx].key == m_grabbed->row)
        scrollSideways(m_grabbed->row,
                       m_stage.layout(idx).pulled(m_grabbed->scrolled, place.x() - m_grabbed->x));
}

/// With the keyboard on such a bar.
bool TranscriptView::pressOnSideBar(int key)
{
    if (!m_look.focused || m_look.focused->kind != SpotKind::SideBar)
        return false;
    const RowKey row = m_look.focused->row;
    const int was = m_stage.viewOf(m_stage.rows().from(row)).scrolled;
    const int step = m_theme.px(kSideStep);
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        scrollSideways(row, key == Qt::Key_Left ? was - step : was + step);
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        scrollSideways(row, key == Qt::Key_Home ? 0 : std::numeric_limits<int>::max());
    else
        return false;
    return true;
}

void TranscriptView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setFocusedSpot({});
    if (grabSideBar(event->pos()))
        return;
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
    if (m_grabbed)
        return pullSideBar(event->pos());
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
    if (m_grabbed)
        return m_grabbed.reset();
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
    tellFocus();
}

/// A screen reader says what the keyboard is on.
void TranscriptView::tellFocus()
{
    QAccessibleInterface* here =
        QAccessible::isActive() ? QAccessible::queryAccessibleInterface(this) : nullptr;
    QAccessibleInterface* spot = here == nullptr ? nullptr : here->focusChild();
    if (spot == nullptr || spot == here)
        return;
    QAccessibleEvent event(spot, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
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
    if (pressOnSideBar(event->key()) || extendSelection(event) || pressKey(event))
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
