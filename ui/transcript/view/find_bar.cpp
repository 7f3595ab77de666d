#include "ui/transcript/view/find_bar.h"

#include "ui/transcript/view/transcript_view.h"
#include "ui/widgets/composition_guard.h"
#include "ui/widgets/escape.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

QToolButton* stepButton(const QString& sign, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(sign);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

} // namespace

FindBar::FindBar(const Theme& theme, TranscriptView& view, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(view)
    , m_text(new QLineEdit(this))
    , m_count(new TextLabel(theme, FontRole::Small, Token::TextMuted, tr("not found"), this))
    , m_previous(stepButton(u"↑"_s, tr("Previous (Shift+F3)"), this))
    , m_next(stepButton(u"↓"_s, tr("Next (F3)"), this))
{
    m_text->setPlaceholderText(tr("Find in this conversation"));
    m_text->setAccessibleName(tr("Find in this conversation"));
    m_text->setClearButtonEnabled(true);
    new CompositionGuard(*m_text);
    auto* close = new IconButton(theme, Icon::Close, tr("Close"), this);
    auto* row = new QHBoxLayout(this);
    const QMargins margins(16, 6, 12, 6); // layouts do not mirror their own margins
    row->setContentsMargins(isLeftToRight() ? margins : QMargins(12, 6, 16, 6));
    row->setSpacing(6);
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    for (QWidget* widget : {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next),
                            static_cast<QWidget*>(close)})
        row->addWidget(widget);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        alignText();
        m_view.find(text);
    });
    connect(m_previous, &QToolButton::clicked, this,
            [this] { m_view.findNext(WalkStep::Previous); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_view.findNext(WalkStep::Next); });
    connect(close, &IconButton::clicked, this, &FindBar::shut);
    connect(&view, &TranscriptView::foundChanged, this, &FindBar::showCount);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    alignText();
    showCount();
    hide();
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    m_view.find(m_text->text());
}

void FindBar::openWith(const QString& text)
{
    m_text->setText(text);
    show();
    m_view.find(text);
}

void FindBar::shut()
{
    hide();
    m_view.find(QString());
    m_view.setFocus(Qt::OtherFocusReason);
}

/// Empty, it has no letters whose direction could say where it begins.
void FindBar::alignText()
{
    const Qt::Alignment start = Qt::AlignLeft | Qt::AlignVCenter;
    m_text->setAlignment(
        m_text->text().isEmpty() ? QStyle::visualAlignment(layoutDirection(), start) : start);
}

void FindBar::showCount()
{
    const FindMarks& found = m_view.found();
    m_previous->setEnabled(found.count() > 0);
    m_next->setEnabled(found.count() > 0);
    if (found.wanted().isEmpty())
        m_count->clear();
    else if (const std::optional<int> percent = m_view.searchPercent())
        m_count->setText(tr("%1 found, %2 % searched").arg(found.count()).arg(*percent));
    else if (found.count() == 0)
        m_count->setText(tr("not found"));
    else
        m_count->setText(tr("%1 of %2").arg(*found.currentIdx() + 1).arg(found.count()));
}

bool FindBar::event(QEvent* event)
{
    return claimsEscape(*event) || QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    const bool isBack = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Escape:
        return shut();
    case Qt::Key_F3:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_view.findNext(isBack ? WalkStep::Previous : WalkStep::Next);
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bar));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Divider));
}

} // namespace tf::ui
