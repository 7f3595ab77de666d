#include "ui/widgets/pane.h"

#include "ui/theme/style.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace tf::ui {

namespace {

constexpr int kRing = 2;

} // namespace

Pane::Pane(const Theme& theme, Token surface, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_surface(surface)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(kRing, kRing, kRing, kRing);
    m_column->setSpacing(0);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Pane::addHeader(Icon hideIcon, const QString& hideName)
{
    auto* row = new QHBoxLayout;
    const QMargins margins(14, 6, 8, 6); // layouts do not mirror their own margins
    row->setContentsMargins(isLeftToRight() ? margins : QMargins(8, 6, 14, 6));
    row->addWidget(new TextLabel(m_theme, FontRole::Strong, Token::Text, accessibleName(), this));
    row->addStretch();
    auto* hide = new IconButton(m_theme, hideIcon, hideName, this);
    connect(hide, &IconButton::clicked, this, &Pane::hideAsked);
    row->addWidget(hide);
    m_column->addLayout(row);
}

QWidget* Pane::setBody(QWidget* body)
{
    QWidget* scroll = makeScrolled(body, this);
    m_column->addWidget(scroll, 1);
    m_scroll = qobject_cast<QScrollArea*>(scroll);
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &Pane::updateEdges);
    connect(bar, &QScrollBar::rangeChanged, this, &Pane::updateEdges);
    return scroll;
}

QWidget* Pane::makeScrolled(QWidget* body, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);
    // Qt brings into sight only what was reached from within.
    connect(qApp, &QApplication::focusChanged, scroll, [scroll](QWidget*, QWidget* now) {
        if (now != nullptr && scroll->widget()->isAncestorOf(now))
            scroll->ensureWidgetVisible(now);
    });
    return scroll;
}

void Pane::addPart(QWidget* part, int stretch)
{
    m_column->addWidget(part, stretch);
}

void Pane::setFloating(bool floating)
{
    m_floating = floating;
    update();
}

void Pane::updateEdges()
{
    const QRect body = m_scroll->geometry();
    update(0, body.top() - 1, width(), 1);
    update(0, body.bottom() + 1, width(), 1);
}

void Pane::paintEdges(QPainter& painter) const
{
    if (m_scroll == nullptr || m_scroll->isHidden())
        return;
    const QRect body = m_scroll->geometry();
    const QScrollBar& bar = *m_scroll->verticalScrollBar();
    const QColor line = m_theme.color(Token::Divider);
    if (body.top() > kRing && bar.value() > bar.minimum())
        painter.fillRect(0, body.top() - 1, width(), 1, line);
    if (body.bottom() < height() - 1 - kRing && bar.value() < bar.maximum())
        painter.fillRect(0, body.bottom() + 1, width(), 1, line);
}

void Pane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_surface));
    paintEdges(painter);
    if (m_floating) {
        painter.setPen(m_theme.color(Token::Border));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    if (m_ring)
        paintFocusRing(painter, rect(), 3, m_theme);
}

void Pane::focusInEvent(QFocusEvent* event)
{
    m_ring = event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason;
    update();
}

void Pane::focusOutEvent(QFocusEvent*)
{
    m_ring = false;
    update();
}

} // namespace tf::ui
