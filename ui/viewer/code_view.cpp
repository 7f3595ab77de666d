#include "ui/viewer/code_view.h"

#include "ui/theme/style.h"
#include "ui/viewer/code_view_accessible.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <climits>

namespace tf::ui {

namespace {

constexpr int kGutterPadding = 10;
constexpr int kSignRoom = 14; // of "+" and "−" in the gutter
constexpr int kTextPadding = 8;
constexpr int kWheelLines = 3;
constexpr double kMostWidth = 4'000'000; // pixels that a bar may have

/// UTF-16 units of the shown line before that byte.
int unitsBefore(std::string_view line, std::size_t byte)
{
    return static_cast<int>(shownLine(line.substr(0, byte)).size());
}

Token backOf(Difference difference)
{
    return difference == Difference::Added ? Token::CodeInsertedFill : Token::CodeRemovedFill;
}

} // namespace

CodeView::CodeView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    QAccessible::installFactory(makeCodeViewAccessible);
    setFrameShape(QFrame::NoFrame);
    setCornerWidget(new QWidget(this)); // else the style paints a frame there
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Text of the file"));
    setLayoutDirection(Qt::LeftToRight); // code is, whatever the window's language
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&theme, &Theme::changed, this, &CodeView::setUp);
    setUp();
}

CodeView::~CodeView() = default;

void CodeView::setUp()
{
    m_measures = measuresFor(m_theme, viewport()->width(), Qt::LeftToRight);
    placeBars();
    viewport()->update();
}

void CodeView::setText(std::shared_ptr<const workspace::LineText> text, const QString& path)
{
    m_text = std::move(text);
    m_inks = LineInks(languageNamed(path));
    m_cited = {};
    m_anchor = m_head = {};
    m_differenceOf = {};
    m_found.reset();
    m_search.start(QString::fromStdString(m_search.wanted()));
    placeBars();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
    if (!m_search.isDone())
        m_slices.start(0, this);
}

void CodeView::setDifferences(DifferenceOf differenceOf)
{
    m_differenceOf = std::move(differenceOf);
    viewport()->update();
}

int CodeView::numLines() const
{
    return m_text ? static_cast<int>(std::min<std::size_t>(m_text->numLines(), INT_MAX)) : 0;
}

int CodeView::linesInSight() const
{
    return std::max(1, viewport()->height() / std::max(1, m_measures.codeLine));
}

int CodeView::topLine() const
{
    return verticalScrollBar()->value();
}

int CodeView::gutterWidth() const
{
    const auto digits = static_cast<int>(QString::number(std::max(numLines(), 100)).size());
    return qRound(digits * m_measures.codeCell)
        + m_theme.px(2 * kGutterPadding + (m_differenceOf ? kSignRoom : 0));
}

void CodeView::placeBars()
{
    const int inSight = linesInSight();
    verticalScrollBar()->setRange(0, std::max(0, numLines() - inSight));
    verticalScrollBar()->setPageStep(inSight);
    verticalScrollBar()->setSingleStep(kWheelLines);
    const double longest =
        m_text ? std::min<double>(double(m_text->longest()), kMostShown) * m_measures.codeCell : 0;
    const int room = viewport()->width() - gutterWidth() - m_theme.px(2 * kTextPadding);
    horizontalScrollBar()->setRange(0, int(std::clamp(longest - room, 0.0, kMostWidth)));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(qRound(4 * m_measures.codeCell));
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    const bool wasInSight = m_head.line >= topLine() && m_head.line < topLine() + linesInSight();
    QAbstractScrollArea::resizeEvent(event);
    setUp();
    if (wasInSight)
        bringIntoSight(m_head.line);
}

void CodeView::scrollContentsBy(int dx, int dy)
{
    const int pixels = dy * m_measures.codeLine;
    if (dx != 0 || std::abs(pixels) >= viewport()->height())
        viewport()->update();
    else
        viewport()->scroll(0, pixels);
    if (dy != 0)
        Q_EMIT topLineChanged(topLine());
}

void CodeView::scrollToLine(int line)
{
    verticalScrollBar()->setValue(line);
}

/// With some lines above it.
void CodeView::bringIntoSight(int line)
{
    if (line < topLine() || line >= topLine() + linesInSight())
        verticalScrollBar()->setValue(line - linesInSight() / 3);
}

void CodeView::showLines(LineStretch cited)
{
    m_cited = cited;
    if (cited.first >= 0 && cited.first < numLines())
        setCurrentLine(cited.first);
    viewport()->update();
}

void CodeView::setCurrentLine(int line)
{
    m_anchor = m_head = {std::clamp(line, 0, std::max(0, numLines() - 1)), 0};
    bringIntoSight(m_head.line);
    viewport()->update();
    Q_EMIT currentLineChanged(m_head.line);
}

QString CodeView::lineText(int line) const
{
    if (line < 0 || line >= numLines())
        return {};
    return shownLine(m_text->line(static_cast<std::size_t>(line)));
}

QRect CodeView::lineRect(int line) const
{
    return {0, (line - topLine()) * m_measures.codeLine, viewport()->width(), m_measures.codeLine};
}

// Painting -------------------------------------------------------------------------------------

/// The signs of a very long line that are in sight.
LineWindow CodeView::signsInSight() const
{
    const int first = int(horizontalScrollBar()->value() / m_measures.codeCell);
    const int count = int(viewport()->width() / m_measures.codeCell);
    return {std::max(0, first - 20), count + 40};
}

CodeLine CodeView::laidOut(int line) const
{
    return CodeLine(lineText(line), {}, signsInSight(), m_measures, m_theme);
}

void CodeView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight); // left is left: a number ends at its line
    const QRect exposed = event->rect();
    painter.fillRect(exposed, m_theme.color(Token::CodeFill));
    const int height = m_measures.codeLine;
    const int first = std::min(numLines(), topLine() + exposed.top() / height);
    const int last = std::min(numLines(), topLine() + exposed.bottom() / height + 1);
    if (first < last) {
        const auto inks = m_inks.lines(*m_text, std::size_t(first), std::size_t(last));
        for (int line = first; line < last; ++line)
            paintLine(painter, line, lineRect(line), inks[std::size_t(line - first)]);
    }
    const int gutter = gutterWidth();
    painter.fillRect(QRect(gutter - 1, exposed.top(), 1, exposed.height()),
                     m_theme.color(Token::Divider));
    if (m_inks.isBehind() && !m_slices.isActive())
        m_slices.start(0, this);
}

void CodeView::paintLine(QPainter& painter, int line, const QRect& place,
                         const InkedLine& inks) const
{
    paintBack(painter, line, place);
    const QString words = lineText(line);
    const CodeLine code(words, inks.spans, signsInSight(), m_measures, m_theme);
    const int left = gutterWidth() + m_theme.px(kTextPadding);
    painter.save();
    painter.setClipRect(QRect(gutterWidth(), place.top(), place.width(), place.height()));
    paintMarks(painter, line, place, code);
    painter.setPen(m_theme.color(Token::CodeText));
    const double x = left - horizontalScrollBar()->value();
    code.paint(painter, {x, double(place.top())});
    if (const std::size_t cut = numCut(m_text->line(std::size_t(line))); cut > 0) {
        painter.setFont(m_measures.small);
        painter.setPen(m_theme.color(Token::TextMuted));
        painter.drawText(QPointF(x + (double(words.size()) + 2) * m_measures.codeCell,
                                 place.bottom() - place.height() / 4.0),
                         tr("… %Ln more bytes", nullptr, int(std::min<std::size_t>(cut, INT_MAX))));
    }
    painter.restore();
    paintGutter(painter, line, place);
}

void CodeView::paintBack(QPainter& painter, int line, const QRect& place) const
{
    const Difference difference = m_differenceOf ? m_differenceOf(line) : Difference::None;
    if (difference != Difference::None)
        painter.fillRect(place, m_theme.color(backOf(difference)));
    if (m_cited.holds(line)) {
        painter.fillRect(place, m_theme.color(Token::AccentSubtle));
        painter.fillRect(QRect(0, place.top(), m_theme.px(3), place.height()),
                         m_theme.color(Token::Accent));
    } else if (line == m_head.line && hasFocus() && !hasSelection()) {
        painter.fillRect(QRect(0, place.top(), m_theme.px(3), place.height()),
                         m_theme.color(Token::BorderStrong));
    }
}

/// What is selected, and what was looked for.
void CodeView::paintMarks(QPainter& painter, int line, const QRect& place,
                          const CodeLine& code) const
{
    const double left =
        gutterWidth() + m_theme.px(kTextPadding) - double(horizontalScrollBar()->value());
    const auto fill = [&](int begin, int end, Token token) {
        const double from = left + code.xOf(begin);
        const double to = left + code.xOf(end);
        painter.fillRect(QRectF(from, place.top(), std::max(to - from, 2.0), place.height()),
                         m_theme.color(token));
    };
    if (const auto begin = m_search.firstFrom(std::size_t(line))) {
        const std::string_view bytes = m_text->line(std::size_t(line));
        for (std::size_t idx = *begin;
             idx < m_search.found().size() && m_search.found()[idx].line == std::size_t(line);
             ++idx) {
            const FoundText& found = m_search.found()[idx];
            fill(unitsBefore(bytes, found.begin), unitsBefore(bytes, found.end),
                 m_found == idx ? Token::FindHitCurrent : Token::FindHit);
        }
    }
    const auto [first, last] = std::minmax(m_anchor, m_head);
    if (first == last || line < first.line || line > last.line)
        return;
    const int length = int(lineText(line).size());
    fill(line == first.line ? first.offset : 0, line == last.line ? last.offset : length + 1,
         Token::TextSelection);
}

void CodeView::paintGutter(QPainter& painter, int line, const QRect& place) const
{
    const int padding = m_theme.px(kGutterPadding);
    QRect numbers(0, place.top(), gutterWidth() - padding, place.height());
    painter.setFont(m_measures.code);
    painter.setPen(m_theme.color(m_cited.holds(line) ? Token::Text : Token::TextMuted));
    painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    const Difference difference = m_differenceOf ? m_differenceOf(line) : Difference::None;
    if (difference == Difference::None)
        return;
    const bool isAdded = difference == Difference::Added;
    painter.setPen(m_theme.color(isAdded ? Token::CodeInserted : Token::CodeRemoved));
    painter.drawText(QRect(m_theme.px(5), place.top(), m_theme.px(kSignRoom), place.height()),
                     Qt::AlignCenter, isAdded ? QStringLiteral("+") : QStringLiteral("−"));
}

void CodeView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_dragging.timerId()) {
        const int step = m_pointer.y() < 0 ? -1 : 1;
        verticalScrollBar()->setValue(topLine() + step * kWheelLines);
        moveHead(placeAt(m_pointer), Marking::Extends);
        return;
    }
    if (event->timerId() != m_slices.timerId())
        return QAbstractScrollArea::timerEvent(event);
    if (!m_text) {
        m_slices.stop();
        return;
    }
    const bool wasBehind = m_inks.isBehind();
    m_inks.advance(*m_text);
    if (wasBehind && !m_inks.isBehind())
        viewport()->update();
    const std::size_t before = m_search.found().size();
    const bool isLooking = m_search.advance(*m_text);
    if (!m_found && m_search.found().size() > before)
        showFound();
    if (!isLooking && !m_inks.isBehind())
        m_slices.stop();
    if (m_search.found().size() != before || !isLooking) {
        viewport()->update();
        Q_EMIT foundChanged();
    }
}

} // namespace tf::ui
