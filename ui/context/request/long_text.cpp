#include "ui/context/request/long_text.h"

#include "ui/context/request/long_text_accessible.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kTextInset = 10;
constexpr int kLeastColumns = 16;
constexpr char16_t kFirstWide = 0x1100;

} // namespace

std::vector<qsizetype> lineStarts(const QString& text, int columns)
{
    std::vector<qsizetype> starts;
    if (text.isEmpty())
        return starts;
    starts.push_back(0);
    int used = 0;
    for (qsizetype idx = 0; idx < text.size(); ++idx) {
        const QChar c = text[idx];
        if (c == u'\n') {
            if (idx + 1 < text.size())
                starts.push_back(idx + 1);
            used = 0;
            continue;
        }
        if (c.isLowSurrogate())
            continue; // goes with what is before it
        const int width = c.unicode() >= kFirstWide ? 2 : 1;
        if (used + width > columns) {
            starts.push_back(idx);
            used = 0;
        }
        used += width;
    }
    return starts;
}

LongText::LongText(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    QAccessible::installFactory(makeLongTextAccessible);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // What is sent is written from left to right, whatever the window's language is.
    setLayoutDirection(Qt::LeftToRight);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, &LongText::follow);
    follow();
}

void LongText::follow()
{
    m_columns = 0;
    breakLines();
    viewport()->update();
}

void LongText::setText(QString text)
{
    m_text = std::move(text);
    m_columns = 0;
    verticalScrollBar()->setValue(0);
    breakLines();
    viewport()->update();
}

int LongText::lineHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).lineSpacing();
}

int LongText::numInSight() const
{
    return std::max(1, (viewport()->height() - m_theme.px(kTextInset)) / lineHeight());
}

void LongText::breakLines()
{
    const QFontMetricsF metrics(m_theme.font(FontRole::Code));
    const int width = viewport()->width() - 2 * m_theme.px(kTextInset);
    const int columns = std::max(kLeastColumns, int(width / metrics.horizontalAdvance(u'0')));
    if (columns != m_columns) {
        // What stood at the top stays there.
        const int top = verticalScrollBar()->value();
        const qsizetype place = top < numLines() ? m_starts[std::size_t(top)] : 0;
        m_columns = columns;
        m_starts = lineStarts(m_text, columns);
        verticalScrollBar()->setRange(0, std::max(0, numLines() - numInSight()));
        const auto line = std::upper_bound(m_starts.begin(), m_starts.end(), place);
        verticalScrollBar()->setValue(std::max(0, static_cast<int>(line - m_starts.begin()) - 1));
    }
    verticalScrollBar()->setRange(0, std::max(0, numLines() - numInSight()));
    verticalScrollBar()->setPageStep(numInSight());
}

QString LongText::line(int number) const
{
    const qsizetype begin = m_starts[std::size_t(number)];
    const qsizetype end =
        number + 1 < numLines() ? m_starts[std::size_t(number) + 1] : m_text.size();
    const QString line = m_text.mid(begin, end - begin);
    return line.endsWith(u'\n') ? line.chopped(1) : line;
}

QString LongText::shownText() const
{
    QStringList lines;
    const int top = verticalScrollBar()->value();
    for (int number = top; number < std::min(numLines(), top + numInSight()); ++number)
        lines.append(line(number));
    return lines.join(u'\n');
}

void LongText::resizeEvent(QResizeEvent*)
{
    breakLines();
}

void LongText::keyPressEvent(QKeyEvent* event)
{
    QScrollBar& bar = *verticalScrollBar();
    if (event->key() == Qt::Key_Home)
        return bar.setValue(bar.minimum());
    if (event->key() == Qt::Key_End)
        return bar.setValue(bar.maximum());
    QAbstractScrollArea::keyPressEvent(event);
}

void LongText::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const QRect whole = viewport()->rect();
    painter.fillRect(whole, m_theme.color(Token::CodeFill));
    painter.setFont(m_theme.font(FontRole::Code));
    painter.setPen(m_theme.color(Token::CodeText));
    const int inset = m_theme.px(kTextInset);
    const int height = lineHeight();
    const int top = verticalScrollBar()->value();
    int y = inset / 2;
    for (int number = top; number < numLines() && y < whole.height(); ++number, y += height)
        painter.drawText(QRect(inset, y, whole.width() - inset, height),
                         int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, line(number));
    if (hasFocus())
        paintFocusRing(painter, whole, m_theme.px(3), m_theme);
}

} // namespace tf::ui
