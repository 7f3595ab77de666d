#include "ui/shell/turn_editor.h"

#include "ui/widgets/composition_guard.h"
#include "ui/widgets/escape.h"
#include "ui/widgets/sided_layout.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kEditorHeight = 96;
constexpr int kFieldPadding = 6;

} // namespace

TurnEditor::TurnEditor(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QPlainTextEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(8);
    column->addWidget(makeParagraph(theme, FontRole::Small, Token::TextMuted,
                                    tr("Change this question and ask again. The earlier one and "
                                       "its answer stay beside it."),
                                    this));
    SidedLayout::layOut(*m_text);
    m_text->setAccessibleName(tr("Changed question"));
    m_text->setFixedHeight(theme.px(kEditorHeight));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    new CompositionGuard(*m_text);
    auto* field = new QHBoxLayout; // the room of the frame that is painted around it
    field->setContentsMargins(kFieldPadding, kFieldPadding, kFieldPadding, kFieldPadding);
    field->addWidget(m_text);
    column->addLayout(field);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* cancelled = new QPushButton(tr("Cancel"), this);
    auto* again = new QPushButton(tr("Ask again"), this);
    again->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancelled);
    row->addWidget(again);
    column->addLayout(row);
    connect(cancelled, &QPushButton::clicked, this, &TurnEditor::cancel);
    connect(again, &QPushButton::clicked, this, &TurnEditor::ask);
    hide();
}

void TurnEditor::edit(session::TurnId turn, const QString& text)
{
    m_turn = turn;
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
    show();
    m_text->setFocus(Qt::OtherFocusReason);
}

void TurnEditor::ask()
{
    const QString text = m_text->toPlainText().trimmed();
    if (text.isEmpty())
        return;
    hide();
    Q_EMIT askAgain(m_turn, text);
    Q_EMIT closed();
}

void TurnEditor::cancel()
{
    hide();
    Q_EMIT closed();
}

bool TurnEditor::event(QEvent* event)
{
    return claimsEscape(*event) || QWidget::event(event);
}

bool TurnEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        cancel();
        return true;
    }
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
        ask();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TurnEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::AccentSubtle));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Divider));
    const bool focused = m_text->hasFocus();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_theme.color(focused ? Token::FocusRing : Token::Border), focused ? 2 : 1));
    painter.setBrush(m_theme.color(Token::Raised));
    constexpr int out = kFieldPadding;
    painter.drawRoundedRect(QRectF(m_text->geometry()).adjusted(-out, -out, out, out),
                            m_theme.px(5), m_theme.px(5));
}

} // namespace tf::ui
