#include "ui/composer/composer_edit.h"

#include "ui/widgets/composition_guard.h"
#include "ui/widgets/sided_layout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr int kLeastLines = 2;
constexpr int kMostCountedLines = 400; ///< taller than any screen; more need not be counted

bool isEnter(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

ComposerEdit::ComposerEdit(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Question"));
    viewport()->setAutoFillBackground(false);
    SidedLayout::layOut(*this);
    new CompositionGuard(*this);
    follow();
    connect(&theme, &Theme::changed, this, &ComposerEdit::follow);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ComposerEdit::fit);
}

void ComposerEdit::follow()
{
    setFont(m_theme.font(FontRole::Reading));
    QPalette colours = palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    colours.setColor(QPalette::Text, m_theme.color(Token::Text));
    colours.setColor(QPalette::PlaceholderText, m_theme.color(Token::TextMuted));
    colours.setColor(QPalette::Highlight, m_theme.color(Token::Selected));
    colours.setColor(QPalette::HighlightedText, m_theme.color(Token::SelectionText));
    setPalette(colours);
    fit();
}

void ComposerEdit::setMostHeight(int pixels)
{
    if (pixels == m_mostHeight)
        return;
    m_mostHeight = pixels;
    fit();
}

void ComposerEdit::replaceText(const QString& text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::End);
}

void ComposerEdit::pasteRaw()
{
    insertPlainText(QGuiApplication::clipboard()->text());
    ensureCursorVisible();
}

int ComposerEdit::heightOfText() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < kMostCountedLines;
         block = block.next())
        lines += std::max(1, block.layout() == nullptr ? 1 : block.layout()->lineCount());
    const auto margins = 2 * document()->documentMargin();
    return static_cast<int>(
        std::ceil(fontMetrics().lineSpacing() * std::max(lines, kLeastLines) + margins));
}

QSize ComposerEdit::sizeHint() const
{
    return {m_theme.px(320), std::min(heightOfText(), std::max(m_mostHeight, minimumHeight()))};
}

QSize ComposerEdit::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void ComposerEdit::fit()
{
    const int wanted = sizeHint().height();
    setVerticalScrollBarPolicy(heightOfText() > wanted ? Qt::ScrollBarAsNeeded
                                                       : Qt::ScrollBarAlwaysOff);
    if (wanted != height())
        updateGeometry();
}

void ComposerEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
    // What fits is all in sight, though it was scrolled while there was no room for it.
    if (heightOfText() <= height())
        verticalScrollBar()->setValue(0);
}

void ComposerEdit::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void ComposerEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

void ComposerEdit::newLine()
{
    textCursor().insertBlock();
    ensureCursorVisible();
}

void ComposerEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isPasteRaw = event->key() == Qt::Key_V
        && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (isPasteRaw)
        return pasteRaw();
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT stopAsked();
    if (!isEnter(*event))
        return QPlainTextEdit::keyPressEvent(event);
    const bool isShifted = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool isPlainSend = isShifted == (m_sendKey == SendKey::ShiftEnter);
    const bool isSteering = event->modifiers().testFlag(Qt::ControlModifier);
    if (!isPlainSend && !isSteering)
        return newLine();
    if (!event->isAutoRepeat())
        Q_EMIT sendAsked(isSteering ? SendWhen::Now : SendWhen::InTurn);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return canTake(*source);
}

void ComposerEdit::insertFromMimeData(const QMimeData* source)
{
    const Pasted pasted = pastedFrom(*source);
    if (!pasted.text.isEmpty() && !pasted.isLongText()) {
        insertPlainText(pasted.text);
        ensureCursorVisible();
    }
    if (!pasted.isEmpty())
        Q_EMIT brought(pasted);
}

} // namespace tf::ui
