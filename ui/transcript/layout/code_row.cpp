#include "ui/transcript/layout/code_row.h"

#include "ui/theme/style.h"
#include "ui/transcript/layout/button_paint.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kCodeHeader = 34;
constexpr int kCodeSide = 14;
constexpr int kCodeVertical = 10;
constexpr int kCodeRadius = 8;
constexpr int kFoldedStrip = 34; // beneath folded code
constexpr std::size_t kFoldedLines = 12;
constexpr std::size_t kMinFoldable = 16;

struct CodeWords {
    Q_DECLARE_TR_FUNCTIONS(CodeWords)
};

std::size_t shownLines(std::size_t numLines, CodeFold fold)
{
    return fold == CodeFold::Folded ? std::min(numLines, kFoldedLines) : numLines;
}

QString titleOf(const Code& code, const Language* language)
{
    const QString rest = code.info.section(u' ', 1).trimmed();
    const QString name = language != nullptr ? displayName(*language)
        : code.language.isEmpty()            ? CodeWords::tr("Text")
                                             : code.language;
    return rest.isEmpty() ? name : name + u"  ·  "_s + rest;
}

std::size_t lineAt(const Code& code, int offset)
{
    const auto next = std::upper_bound(code.lines.begin(), code.lines.end(), qsizetype(offset));
    return next == code.lines.begin() ? 0 : static_cast<std::size_t>(next - code.lines.begin()) - 1;
}

} // namespace

int codeHeight(std::size_t numLines, CodeFold fold, const Measures& measures)
{
    const auto lines = static_cast<int>(std::max<std::size_t>(shownLines(numLines, fold), 1));
    const int strip = fold == CodeFold::Folded ? kFoldedStrip - kCodeVertical : 0;
    return measures.px(kCodeHeader + 2 * kCodeVertical + strip) + lines * measures.codeLine;
}

CodeRow::CodeRow(const Block& block, const Room& room, CodeFold fold, const Measures& measures,
                 const Theme& theme)
    : m_measures(measures)
    , m_theme(theme)
    , m_room(room)
    , m_fold(fold)
    , m_inks(block.code.language)
{
    m_title = titleOf(block.code, m_inks.language());
    measure(block, 0);
}

void CodeRow::measure(const Block& block, std::size_t fromLine)
{
    const Code& code = block.code;
    m_numLines = code.lines.size();
    m_canFold = !block.isOpen && m_numLines >= kMinFoldable;
    std::size_t longestIdx = m_numLines;
    qsizetype longest = 0;
    for (std::size_t idx = fromLine; idx < m_numLines; ++idx) {
        const qsizetype length = ui::lineOf(code, idx).size();
        if (length <= longest)
            continue;
        longest = length;
        longestIdx = idx;
    }
    m_measured = m_numLines == 0 ? 0 : m_numLines - 1; // the last one may grow
    if (longestIdx == m_numLines)
        return;
    double width = static_cast<double>(longest) * m_measures.codeCell;
    const QStringView line = ui::lineOf(code, longestIdx);
    if (longest <= kMaxWholeLine) {
        const CodeLine laidOut(line, {}, {}, m_measures, m_theme);
        width = std::max(width, laidOut.xOf(static_cast<int>(longest)));
    }
    m_longest = std::max(m_longest, static_cast<int>(std::min(width, 1e8)) + 1);
}

std::optional<RowChange> CodeRow::grow(const Block& block)
{
    if (block.kind != BlockKind::Code || block.code.lines.size() < m_numLines
        || m_fold == CodeFold::Folded)
        return {};
    const QRect before = box();
    const bool couldFold = m_canFold;
    const std::size_t numLines = m_numLines;
    const auto first = static_cast<int>(m_measured);
    measure(block, m_measured);
    const QRect now = box();
    if (now.left() != before.left() || now.width() != before.width() || couldFold != m_canFold)
        return RowChange{};
    // A header that stays in sight stands on the last lines when little of the code is.
    const int header = m_measures.px(kCodeHeader);
    const int line = textArea().top() + first * m_measures.codeLine;
    const int from = std::min(line, before.bottom() + 1 - 2 * header);
    // It says how many lines there are.
    return RowChange{.from = std::max(from, 0),
                     .strip = m_numLines == numLines ? 0 : before.top() + header};
}

int CodeRow::height() const
{
    return m_room.gap + codeHeight(m_numLines, m_fold, m_measures);
}

QRect CodeRow::box() const
{
    const int wanted = m_longest + 2 * m_measures.px(kCodeSide);
    const int width = std::clamp(wanted, std::min(m_room.least, m_room.width), m_room.width);
    const QRect row(0, m_room.gap, m_room.width, height() - m_room.gap);
    const QRect box(0, m_room.gap, width, row.height());
    return QStyle::visualRect(m_measures.isMirrored ? Qt::RightToLeft : Qt::LeftToRight, row, box);
}

QRect CodeRow::header(const RowView& view) const
{
    const QRect all = box();
    const int last = std::max(all.top(), all.bottom() + 1 - m_measures.px(kCodeHeader) * 2);
    const int top = std::clamp(view.stickyTop, all.top(), last);
    return {all.left(), top, all.width(), m_measures.px(kCodeHeader)};
}

QRect CodeRow::textArea() const
{
    const QRect all = box();
    const auto lines = static_cast<int>(std::max<std::size_t>(shownLines(m_numLines, m_fold), 1));
    return {all.left() + m_measures.px(kCodeSide),
            all.top() + m_measures.px(kCodeHeader + kCodeVertical),
            all.width() - 2 * m_measures.px(kCodeSide), lines * m_measures.codeLine};
}

int CodeRow::scrollable() const
{
    const int over = m_longest - textArea().width();
    // A little more is shown beside the text, where nothing stands.
    return over > m_measures.px(kCodeSide) / 2 ? over : 0;
}

SideBar CodeRow::sideBar() const
{
    const QRect area = textArea();
    return {{area.left(), area.bottom() + 1, area.width(), m_measures.px(kCodeVertical)},
            scrollable()};
}

int CodeRow::pulled(int from, int pixels) const
{
    return sideBar().pulled(from, pixels, m_measures);
}

std::size_t CodeRow::bytes() const
{
    return 512 + m_numLines / 8;
}

CodeRow::Lines CodeRow::linesIn(const QRect& exposed) const
{
    const QRect area = textArea();
    const std::size_t count = shownLines(m_numLines, m_fold);
    const int above = std::max(0, exposed.top() - area.top());
    const int end = std::max(0, exposed.bottom() + 1 - area.top());
    const auto first = static_cast<std::size_t>(above / m_measures.codeLine);
    const auto last =
        static_cast<std::size_t>((end + m_measures.codeLine - 1) / m_measures.codeLine);
    return {std::min(first, count), std::min(last, count)};
}

CodeLine CodeRow::laidOut(const Block& block, std::size_t line, const RowView& view,
                          const std::vector<InkSpan>& inks) const
{
    const LineWindow window{
        static_cast<int>(view.scrolled / m_measures.codeCell) - 2,
        static_cast<int>(textArea().width() / m_measures.codeCell) + 6,
    };
    return {ui::lineOf(block.code, line), inks, window, m_measures, m_theme};
}

void CodeRow::paintRange(QPainter& painter, const RowPaint& paint, const CodeLine& laidOut,
                         std::size_t line, TextRange range, Token fill) const
{
    const Code& code = paint.view.block->code;
    const auto begin = static_cast<int>(code.lines[line]);
    const auto length = static_cast<int>(ui::lineOf(code, line).size());
    const int from = std::max(range.begin - begin, 0);
    const int to = std::min(range.end - begin, length);
    const bool goesOn = range.end > begin + length && range.begin <= begin + length;
    if (from > to || (from == to && !goesOn))
        return;
    const QRect area = textArea();
    const double x = area.left() - paint.view.scrolled;
    double right = laidOut.xOf(to);
    if (goesOn)
        right += m_measures.codeCell; // the end of the line is part of it
    painter.fillRect(QRectF(x + laidOut.xOf(from),
                            area.top() + static_cast<int>(line) * m_measures.codeLine,
                            right - laidOut.xOf(from), m_measures.codeLine),
                     paint.theme.color(fill));
}

void CodeRow::paintLines(QPainter& painter, const RowPaint& paint) const
{
    const Block& block = *paint.view.block;
    const QRect all = box();
    const QRect area = textArea();
    const Lines lines = linesIn(paint.exposed);
    const std::vector<InkedLine> inked = m_inks.lines(block.code, lines.first, lines.last);
    painter.save();
    painter.setClipRect(QRect(all.left(), area.top(), all.width(), area.height()),
                        Qt::IntersectClip);
    painter.setPen(paint.theme.color(Token::CodeText));
    for (std::size_t idx = lines.first; idx < lines.last; ++idx) {
        const std::vector<InkSpan>& inks = inked[idx - lines.first].spans;
        const int y = area.top() + static_cast<int>(idx) * m_measures.codeLine;
        const Ink first = inks.empty() ? Ink::Plain : inks.front().ink;
        if (first == Ink::Inserted || first == Ink::Removed)
            painter.fillRect(all.left(), y, all.width(), m_measures.codeLine,
                             paint.theme.color(first == Ink::Inserted ? Token::CodeInsertedFill
                                                                      : Token::CodeRemovedFill));
        const CodeLine line = laidOut(block, idx, paint.view, inks);
        for (std::size_t hit = 0; hit < paint.hits.size(); ++hit)
            paintRange(painter, paint, line, idx, paint.hits[hit],
                       paint.currentHit == hit ? Token::FindHitCurrent : Token::FindHit);
        if (!paint.selected.isEmpty())
            paintRange(painter, paint, line, idx, paint.selected, Token::TextSelection);
        line.paint(painter, QPointF(area.left() - paint.view.scrolled, y));
    }
    painter.restore();
}

void CodeRow::paint(QPainter& painter, const RowPaint& paint) const
{
    paintRounded(painter, box(), m_measures.px(kCodeRadius), paint.theme.color(Token::CodeFill));
    paintLines(painter, paint);
    paintFooter(painter, paint);
    paintHeader(painter, paint);
}

void CodeRow::paintFooter(QPainter& painter, const RowPaint& paint) const
{
    const QRect all = box();
    sideBar().paint(painter, paint, m_measures);
    if (m_fold != CodeFold::Folded)
        return;
    for (const Spot& spot : spots(paint.view)) {
        if (spot.kind != SpotKind::Fold || spot.arg != 1)
            continue;
        painter.fillRect(QRect(all.left(), spot.place.top(), all.width(), 1),
                         paint.theme.color(Token::Divider));
        paintTouch(painter, paint, m_measures, spot);
        painter.setFont(m_measures.small);
        painter.setPen(paint.theme.color(Token::TextLink));
        painter.drawText(spot.place, int(Qt::AlignCenter) | Qt::TextSingleLine, spot.name);
    }
}

void CodeRow::paintHeader(QPainter& painter, const RowPaint& paint) const
{
    const QRect place = header(paint.view);
    if (!place.intersects(paint.exposed))
        return;
    const QRect all = box();
    painter.save();
    const bool isAtTop = place.top() == all.top();
    // Rounded above, straight beneath: the clip cuts the lower corners off.
    painter.setClipRect(place, Qt::IntersectClip);
    const int radius = isAtTop ? m_measures.px(kCodeRadius) : 0;
    paintRounded(painter, place.adjusted(0, 0, 0, radius), radius,
                 paint.theme.color(Token::CodeHeader));
    if (!isAtTop) // code goes by beneath it
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1),
                         paint.theme.color(Token::Border));
    painter.restore();
    const std::vector<Spot> buttons = spots(paint.view);
    int used = 0;
    for (const Spot& spot : buttons) {
        if (spot.kind == SpotKind::SideBar || (spot.kind == SpotKind::Fold && spot.arg == 1))
            continue;
        paintButton(painter, paint, m_measures, spot);
        used += spot.place.width();
    }
    const QString lines = m_numLines == 1
        ? CodeWords::tr("1 line")
        : CodeWords::tr("%Ln lines", nullptr, static_cast<int>(m_numLines));
    const QRect text = place.adjusted(m_measures.px(kCodeSide), 0, -used - m_measures.px(24), 0);
    const QRect visual =
        QStyle::visualRect(m_measures.isMirrored ? Qt::RightToLeft : Qt::LeftToRight, place, text);
    painter.setFont(m_measures.small);
    painter.setPen(paint.theme.color(Token::TextMuted));
    const QString words = painter.fontMetrics().elidedText(m_title + u"  ·  "_s + lines,
                                                           Qt::ElideRight, visual.width());
    painter.drawText(visual,
                     int(m_measures.isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter
                         | Qt::AlignAbsolute | Qt::TextSingleLine,
                     words);
}

std::vector<Spot> CodeRow::spots(const RowView& view) const
{
    std::vector<Spot> spots{{SpotKind::CopyCode, 0, {}, CodeWords::tr("Copy")},
                            {SpotKind::SaveCode, 0, {}, CodeWords::tr("Save as…")}};
    if (m_canFold)
        spots.push_back(
            {SpotKind::Fold,
             0,
             {},
             m_fold == CodeFold::Folded ? CodeWords::tr("Unfold") : CodeWords::tr("Fold")});
    const QRect place = header(view).adjusted(0, 0, -m_measures.px(6), 0);
    spots = placedBeforeEnd(std::move(spots), place, m_measures);
    if (m_fold == CodeFold::Folded) {
        const QRect all = box();
        const int height = m_measures.px(kFoldedStrip);
        spots.push_back(
            {SpotKind::Fold,
             1,
             {all.left(), all.bottom() + 1 - height, all.width(), height},
             CodeWords::tr("Show all %Ln lines", nullptr, static_cast<int>(m_numLines))});
    }
    if (const SideBar bar = sideBar(); !bar.isNull())
        spots.push_back(bar.spot(m_measures));
    return spots;
}

int CodeRow::offsetAt(QPointF place, const RowView& view) const
{
    const Code& code = view.block->code;
    if (m_numLines == 0)
        return 0;
    const QRect area = textArea();
    const double row = (place.y() - area.top()) / m_measures.codeLine;
    const auto line = static_cast<std::size_t>(
        std::clamp<double>(row, 0, static_cast<double>(shownLines(m_numLines, m_fold)) - 1));
    const CodeLine laid = laidOut(*view.block, line, view, {});
    const double x = place.x() - area.left() + view.scrolled;
    const int offset = row < 0 ? 0 : laid.offsetAt(x);
    return static_cast<int>(code.lines[line]) + offset;
}

QRectF CodeRow::lineOf(int offset, const RowView& view) const
{
    const QRect area = textArea();
    if (m_numLines == 0)
        return area;
    const std::size_t line = lineAt(view.block->code, offset);
    const std::size_t shown = std::min(line, shownLines(m_numLines, m_fold) - 1);
    const CodeLine laid = laidOut(*view.block, line, view, {});
    const double x = laid.xOf(offset - static_cast<int>(view.block->code.lines[line]));
    return QRectF(area.left() + x - view.scrolled,
                  area.top() + static_cast<int>(shown) * m_measures.codeLine, 1,
                  m_measures.codeLine);
}

} // namespace tf::ui
