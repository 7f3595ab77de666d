#include "ui/shell/pane_layout.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kLeastSessions = 180;
constexpr int kMostSessions = 320;
constexpr int kLeastConversation = 480;
constexpr int kLeastInspector = 300;
constexpr int kMostInspector = 900;

} // namespace

PaneLayout::PaneLayout(const Theme& theme, Panes panes, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_panes(panes)
    , m_splitter(new PaneSplitter(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->addWidget(m_panes.sessions);
    m_splitter->addWidget(m_panes.conversation);
    m_splitter->addWidget(m_panes.inspector);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_panes.conversation->setMinimumWidth(kLeastConversation);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { noteWidths(); });
    connect(m_panes.sessions, &Pane::hideAsked, this, [this] { toggle(Side::Sessions); });
    connect(m_panes.inspector, &Pane::hideAsked, this, [this] { toggle(Side::Inspector); });
    connect(&theme, &Theme::changed, this, [this] {
        setLimits();
        arrange();
        applyWidths();
    });
    setLimits();
}

void PaneLayout::restore(const settings::Window& state)
{
    m_sessionsWidth = std::clamp(state.sessionsWidth, kLeastSessions, kMostSessions);
    m_inspectorWidth = std::clamp(state.inspectorWidth, kLeastInspector, kMostInspector);
    m_wishes.sessions.docked = state.sessionsShown;
    m_wishes.inspector.docked = state.inspectorShown;
    arrange();
    applyWidths();
}

settings::Window PaneLayout::remembered(settings::Window state) const
{
    state.sessionsWidth = m_sessionsWidth;
    state.inspectorWidth = m_inspectorWidth;
    state.sessionsShown = m_wishes.sessions.docked;
    state.inspectorShown = m_wishes.inspector.docked;
    return state;
}

void PaneLayout::toggle(Side side)
{
    m_wishes.of(side) = toggled(m_wishes.of(side), roomFor(side));
    arrange();
    applyWidths();
    if (place(side) == Place::Floating)
        pane(side)->setFocus(Qt::ShortcutFocusReason);
}

void PaneLayout::hideFloating()
{
    m_wishes.sessions.floating = false;
    m_wishes.inspector.floating = false;
    arrange();
}

Place PaneLayout::place(Side side) const
{
    return placeOf(m_wishes.of(side), roomFor(side));
}

void PaneLayout::moveFocus(int step)
{
    QList<QWidget*> shown;
    for (QWidget* candidate : {static_cast<QWidget*>(m_panes.sessions), m_panes.conversation,
                               static_cast<QWidget*>(m_panes.inspector)}) {
        if (candidate->isVisible())
            shown.append(candidate);
    }
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::find_if(shown.begin(), shown.end(), [focus](const QWidget* candidate) {
        return candidate == focus || candidate->isAncestorOf(focus);
    });
    const auto count = shown.size();
    const auto now = here == shown.end() ? (step > 0 ? -1 : 0) : here - shown.begin();
    shown.at((now + step + count) % count)->setFocus(Qt::ShortcutFocusReason);
}

void PaneLayout::resizeEvent(QResizeEvent*)
{
    for (const Side side : {Side::Sessions, Side::Inspector}) {
        if (roomFor(side))
            m_wishes.of(side).floating = false;
    }
    arrange();
    applyWidths();
}

void PaneLayout::arrange()
{
    put(Side::Sessions, place(Side::Sessions));
    put(Side::Inspector, place(Side::Inspector));
    Q_EMIT changed();
}

void PaneLayout::put(Side side, Place place)
{
    Pane* target = pane(side);
    const bool keepsFocus =
        target->isAncestorOf(QApplication::focusWidget()) || target == QApplication::focusWidget();
    target->setFloating(place == Place::Floating);
    if (place == Place::Floating) {
        if (target->parentWidget() != this)
            target->setParent(this);
        placeFloating(side);
        target->show();
        target->raise();
        return;
    }
    if (target->parentWidget() != m_splitter)
        m_splitter->insertWidget(side == Side::Sessions ? 0 : 2, target);
    target->setVisible(place == Place::Docked);
    if (place == Place::Hidden && keepsFocus)
        m_panes.conversation->setFocus(Qt::OtherFocusReason);
}

void PaneLayout::placeFloating(Side side)
{
    const int wanted = m_theme.px(side == Side::Sessions ? m_sessionsWidth : m_inspectorWidth);
    const QRect atStart(0, 0, std::min(wanted, width()), height());
    const QRect atEnd(width() - atStart.width(), 0, atStart.width(), height());
    const bool left = (side == Side::Sessions) == isLeftToRight();
    pane(side)->setGeometry(left ? atStart : atEnd);
}

void PaneLayout::setLimits()
{
    m_panes.sessions->setMinimumWidth(m_theme.px(kLeastSessions));
    m_panes.sessions->setMaximumWidth(m_theme.px(kMostSessions));
    m_panes.inspector->setMinimumWidth(m_theme.px(kLeastInspector));
    m_panes.inspector->setMaximumWidth(m_theme.px(kMostInspector));
}

void PaneLayout::applyWidths()
{
    const int sessions = place(Side::Sessions) == Place::Docked ? m_theme.px(m_sessionsWidth) : 0;
    const int inspector =
        place(Side::Inspector) == Place::Docked ? m_theme.px(m_inspectorWidth) : 0;
    const int rest = std::max(kLeastConversation,
                              width() - sessions - inspector - 2 * m_splitter->handleWidth());
    if (m_splitter->count() == 3)
        m_splitter->setSizes({sessions, rest, inspector});
    else if (m_panes.sessions->parentWidget() == m_splitter)
        m_splitter->setSizes({sessions, rest});
    else
        m_splitter->setSizes({rest, inspector});
}

void PaneLayout::noteWidths()
{
    const auto designWidth = [this](const QWidget* shown) {
        return qRound(shown->width() * 100.0 / m_theme.zoomPercent());
    };
    if (place(Side::Sessions) == Place::Docked)
        m_sessionsWidth = designWidth(m_panes.sessions);
    if (place(Side::Inspector) == Place::Docked)
        m_inspectorWidth = designWidth(m_panes.inspector);
}

Pane* PaneLayout::pane(Side side) const
{
    return side == Side::Sessions ? m_panes.sessions : m_panes.inspector;
}

bool PaneLayout::roomFor(Side side) const
{
    return hasRoom(side, width(), m_theme.zoomPercent());
}

} // namespace tf::ui
