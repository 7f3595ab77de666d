#include "ui/sessions/undo_line.h"

#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace tf::ui {

namespace {

constexpr int kOldAfterMs = 10'000;

} // namespace

UndoLine::UndoLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(makeParagraph(theme, FontRole::Small, Token::TextMuted, {}, this))
    , m_button(new QPushButton(tr("Undo"), this))
{
    auto* row = new QHBoxLayout(this);
    const QMargins margins(16, 8, 12, 8); // layouts do not mirror their own margins
    row->setContentsMargins(isLeftToRight() ? margins : QMargins(12, 8, 16, 8));
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    m_age.setSingleShot(true);
    m_age.setInterval(kOldAfterMs);
    connect(&m_age, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
    hide();
}

void UndoLine::offer(const QString& text, std::function<void()> undo)
{
    m_text->setText(text);
    m_undo = std::move(undo);
    setAccessibleName(text);
    show();
    m_age.start();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void UndoLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Divider));
}

} // namespace tf::ui
