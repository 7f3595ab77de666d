#include "ui/transcript/layout/paragraph.h"

#include "ui/theme/style.h"
#include "ui/transcript/layout/letter_room.h"

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

/// The format of one marked stretch.
QTextCharFormat formatOf(const Span& span, const ProseStyle& style, const Theme& theme)
{
    QTextCharFormat format;
    QFont font = span.has(Mark::Strong) ? style.strong : style.font;
    if (span.has(Mark::Code) || span.has(Mark::Maths) || span.has(Mark::Revealed)) {
        font = style.code;
        if (span.has(Mark::Strong))
            font.setBold(true);
    }
    font.setItalic(span.has(Mark::Emphasis) || span.has(Mark::Picture));
    format.setFont(font);
    format.setFontStrikeOut(span.has(Mark::Struck));
    if (span.has(Mark::Link)) {
        format.setForeground(theme.color(Token::TextLink));
        format.setFontUnderline(true);
    } else if (span.has(Mark::Revealed)) {
        format.setForeground(theme.color(Token::DangerText));
    } else if (span.has(Mark::Picture) || span.has(Mark::Struck)) {
        format.setForeground(theme.color(Token::TextMuted));
    }
    return format;
}

/// A no-break space as wide as the formula.
QTextCharFormat formatOf(const Formula& formula, const QFont& font)
{
    QFont wide = font;
    const double space = QFontMetricsF(font).horizontalAdvance(QChar(QChar::Nbsp));
    wide.setLetterSpacing(QFont::AbsoluteSpacing, formula.size().width() - space);
    QTextCharFormat format;
    format.setFont(wide);
    return format;
}

using Formats = TextFormats;

/// Direction and breaking of the whole paragraph.
QTextOption optionOf(const ProseStyle& style, bool isRightToLeft)
{
    // QTextLayout does not mirror: left is left.
    const bool endsRight = isRightToLeft && !style.isPlaced && style.alignment == Qt::AlignLeft;
    QTextOption option(endsRight ? Qt::AlignRight : style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    return option;
}

bool hasDirection(QChar c)
{
    return c.direction() == QChar::DirL || c.direction() == QChar::DirR
        || c.direction() == QChar::DirAL;
}

} // namespace

Prose plainProse(QString text)
{
    Prose prose;
    prose.text = std::move(text);
    return prose;
}

Paragraph::Paragraph(const Prose& prose, const ProseStyle& style, double width, const Theme& theme,
                     std::vector<CitedRange> cited)
    : m_formulas(prose, style.font.pixelSize())
    , m_ink(theme.color(style.ink))
    , m_cited(std::move(cited))
    , m_lineHeight(style.lineHeight)
    , m_codeRoom(theme.px(kCodeRoom))
    , m_markRoom(theme.px(kMarkRoom))
{
    const bool says = std::any_of(prose.text.begin(), prose.text.end(), hasDirection);
    m_isRightToLeft = says ? prose.text.isRightToLeft() : style.isMirrored;
    m_layout.setFont(style.font);
    m_layout.setText(m_formulas.all().empty() ? prose.text : m_formulas.textOf(prose));
    m_layout.setTextOption(optionOf(style, m_isRightToLeft));
    m_layout.setCacheEnabled(true);
    format(prose, style, theme);
    breakLines(width);
}

void Paragraph::format(const Prose& prose, const ProseStyle& style, const Theme& theme)
{
    QList<QTextLayout::FormatRange> formats;
    for (const Span& span : prose.spans) {
        const int begin = m_formulas.toLaidOut(span.begin);
        const InlineFormulas::Placed* formula =
            span.has(Mark::Maths) ? m_formulas.at(begin) : nullptr;
        if (formula != nullptr) {
            formats.append({begin, 1, formatOf(formula->formula, style.font)});
            continue;
        }
        formats.append({begin, span.length, formatOf(span, style, theme)});
        const TextRange range{span.begin, span.begin + span.length};
        if (span.has(Mark::Code) && !m_codes.empty() && m_codes.back().range.end == range.begin)
            m_codes.back().range.end = range.end;
        else if (span.has(Mark::Code))
            m_codes.push_back({range});
        const auto target = static_cast<std::size_t>(span.target);
        if (!span.has(Mark::Link) || target >= prose.targets.size())
            continue;
        if (!m_links.empty() && m_links.back().range.end == range.begin
            && m_links.back().target == prose.targets[target])
            m_links.back().range.end = range.end;
        else
            m_links.push_back({range, {}, prose.targets[target]});
        m_links.back().text =
            prose.text.mid(m_links.back().range.begin, range.end - m_links.back().range.begin);
    }
    if (!m_cited.empty())
        formats = coloured(formats, citedStretches(), theme.color(Token::TextLink), style.font);
    leaveRoom(formats, style);
    m_layout.setFormats(formats);
}

/// What stands beside code must not stand on its fill; the text stays as long as it is.
void Paragraph::leaveRoom(QList<QTextLayout::FormatRange>& formats, const ProseStyle& style)
{
    const QString text = m_layout.text();
    Formats rooms;
    for (InlineCode& code : m_codes) {
        const int begin = m_formulas.toLaidOut(code.range.begin);
        const int end = m_formulas.toLaidOut(code.range.end);
        if (begin > 0 && standsAlone(text[begin - 1]))
            widen(formats, rooms, begin - 1, style.font, m_codeRoom);
        if (end <= begin || end >= text.size() || text[end] == QChar::LineSeparator)
            continue;
        code.holdsRoom = !text[end].isSpace() && standsAlone(text[end - 1]);
        if (code.holdsRoom || text[end].isSpace())
            widen(formats, rooms, code.holdsRoom ? end - 1 : end, style.font, m_codeRoom);
    }
    leaveMarks(formats, rooms, style.font);
    // Of two for the same sign the later one counts: it stays behind the other.
    formats += rooms;
    std::stable_sort(formats.begin(), formats.end(),
                     [](const auto& a, const auto& b) { return a.start < b.start; });
}

std::vector<TextRange> Paragraph::citedStretches() const
{
    std::vector<TextRange> stretches;
    for (const CitedRange& cited : m_cited)
        stretches.push_back(
            {m_formulas.toLaidOut(cited.range.begin), m_formulas.toLaidOut(cited.range.end)});
    return stretches;
}

/// The last sign of each gets wider; it may be wider already, at the end of code.
void Paragraph::leaveMarks(const Formats& formats, Formats& rooms, const QFont& plain) const
{
    for (const TextRange& stretch : citedStretches()) {
        Formats here;
        const auto wider = std::find_if(rooms.begin(), rooms.end(), [&stretch](const auto& room) {
            return room.start == stretch.end - 1;
        });
        if (wider != rooms.end()) {
            here.append(*wider);
            rooms.erase(wider);
        }
        widen(formats, here, stretch.end - 1, plain, m_markRoom);
        rooms += here;
    }
}

QRectF Paragraph::markPlace(const CitedRange& cited) const
{
    const std::vector<QRectF> places = placesOf({cited.range.end - 1, cited.range.end});
    if (places.empty())
        return {};
    const bool holdsRoom =
        std::any_of(m_codes.begin(), m_codes.end(), [&cited](const InlineCode& code) {
            return code.holdsRoom && code.range.end == cited.range.end;
        });
    QRectF place = places.back();
    place.setRight(place.right() - (holdsRoom ? m_codeRoom : 0));
    place.setLeft(place.right() - m_markRoom);
    return place;
}

bool Paragraph::beginsWithCode(const QTextLine& line) const
{
    const int start = m_formulas.toProse(line.textStart());
    const auto after =
        std::upper_bound(m_codes.begin(), m_codes.end(), start,
                         [](int at, const InlineCode& code) { return at < code.range.begin; });
    return after != m_codes.begin() && start < std::prev(after)->range.end;
}

void Paragraph::breakLines(double width)
{
    const QFontMetricsF metrics(m_layout.font());
    const double beneath = (m_lineHeight - metrics.ascent() - metrics.descent()) / 2;
    const double baselineInLine = std::round(beneath + metrics.ascent());
    double y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        const int room = beginsWithCode(line) ? m_codeRoom : 0;
        line.setLineWidth(std::max(width - room, 1.0));
        double above = baselineInLine;
        double below = m_lineHeight - baselineInLine;
        for (const InlineFormulas::Placed& placed : m_formulas.all()) {
            if (placed.at < line.textStart() || placed.at >= line.textStart() + line.textLength())
                continue;
            above = std::max(above, std::ceil(placed.formula.ascent()) + 1);
            below = std::max(
                below, std::ceil(placed.formula.size().height() - placed.formula.ascent()) + 1);
        }
        line.setPosition({m_isRightToLeft ? 0.0 : room, y + above - line.ascent()});
        if (y == 0)
            m_firstBaseline = above;
        m_usedWidth = std::max(m_usedWidth, line.naturalTextWidth() + room);
        y += above + below;
    }
    m_layout.endLayout();
    m_height = static_cast<int>(std::ceil(y));
}

/// How much of the text is the same, and marked in the same way.
int Paragraph::sameText(const Paragraph& other) const
{
    const QString& text = m_layout.text();
    const QString& others = other.m_layout.text();
    const auto differs = std::mismatch(text.begin(), text.end(), others.begin(), others.end());
    qsizetype same = differs.first - text.begin();
    const QList<QTextLayout::FormatRange> marks = m_layout.formats();
    const QList<QTextLayout::FormatRange> otherMarks = other.m_layout.formats();
    const auto mark =
        std::mismatch(marks.begin(), marks.end(), otherMarks.begin(), otherMarks.end());
    if (mark.first != marks.end())
        same = std::min<qsizetype>(same, mark.first->start);
    if (mark.second != otherMarks.end())
        same = std::min<qsizetype>(same, mark.second->start);
    const auto& formulas = m_formulas.all();
    const auto& otherFormulas = other.m_formulas.all();
    const auto sameFormula = [](const auto& a, const auto& b) {
        return a.begin == b.begin && a.length == b.length;
    };
    const auto formula = std::mismatch(formulas.begin(), formulas.end(), otherFormulas.begin(),
                                       otherFormulas.end(), sameFormula);
    if (formula.first != formulas.end())
        same = std::min<qsizetype>(same, formula.first->at);
    return static_cast<int>(same);
}

int Paragraph::sameUntil(const Paragraph& other) const
{
    if (m_isRightToLeft != other.m_isRightToLeft || m_lineHeight != other.m_lineHeight
        || m_ink != other.m_ink || m_layout.font() != other.m_layout.font())
        return 0;
    const int same = sameText(other);
    const int count = std::min(m_layout.lineCount(), other.m_layout.lineCount());
    int until = 0;
    for (int idx = 0; idx < count; ++idx) {
        const QTextLine line = m_layout.lineAt(idx);
        const QTextLine others = other.m_layout.lineAt(idx);
        if (line.textLength() != others.textLength() || line.position() != others.position()
            || line.textStart() + line.textLength() > same)
            break;
        // What hangs beneath its letters may meet what stands up from the next line.
        until = static_cast<int>(line.y() + line.ascent());
    }
    return until;
}

std::vector<QRectF> Paragraph::placesOf(TextRange range) const
{
    std::vector<QRectF> places;
    const int begin = m_formulas.toLaidOut(range.begin);
    const int end = m_formulas.toLaidOut(range.end);
    for (int idx = 0; idx < m_layout.lineCount(); ++idx) {
        const QTextLine line = m_layout.lineAt(idx);
        const int from = std::max(begin, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const double left = line.cursorToX(from);
        const double right = line.cursorToX(to);
        const double baseline = line.y() + line.ascent();
        const double top = baseline - m_firstBaseline;
        const double bottom = idx + 1 < m_layout.lineCount()
            ? m_layout.lineAt(idx + 1).y() + m_layout.lineAt(idx + 1).ascent() - m_firstBaseline
            : m_height;
        places.emplace_back(QPointF(std::min(left, right), top),
                            QPointF(std::max(left, right), bottom));
    }
    return places;
}

void Paragraph::paintCode(QPainter& painter, const InlineCode& code, double inset,
                          QColor fill) const
{
    const std::vector<QRectF> places = placesOf(code.range);
    for (std::size_t idx = 0; idx < places.size(); ++idx) {
        const bool holdsRoom = code.holdsRoom && idx + 1 == places.size();
        const int behind = holdsRoom ? 0 : m_codeRoom;
        paintRounded(painter, places[idx].adjusted(-m_codeRoom, inset, behind, -inset), 4, fill);
    }
}

void Paragraph::paintBacks(QPainter& painter, const RowPaint& paint, TextRange selected,
                           std::span<const TextRange> hits,
                           std::optional<std::size_t> currentHit) const
{
    const double inset = std::max(0.0, (m_lineHeight - m_layout.font().pixelSize() * 1.35) / 2);
    for (const InlineCode& code : m_codes)
        paintCode(painter, code, inset, paint.theme.color(Token::CodeFill));
    for (std::size_t idx = 0; idx < hits.size(); ++idx) {
        const Token fill = currentHit == idx ? Token::FindHitCurrent : Token::FindHit;
        for (const QRectF& place : placesOf(hits[idx]))
            paintRounded(painter, place.adjusted(-1, inset / 2, 1, -inset / 2), 3,
                         paint.theme.color(fill));
    }
    if (selected.isEmpty())
        return;
    for (const QRectF& place : placesOf(selected))
        painter.fillRect(place, paint.theme.color(Token::TextSelection));
}

void Paragraph::paint(QPainter& painter, QPointF at, const RowPaint& paint, TextRange selected,
                      std::span<const TextRange> hits, std::optional<std::size_t> currentHit) const
{
    painter.save();
    painter.translate(at);
    paintBacks(painter, paint, selected, hits, currentHit);
    painter.setPen(m_ink);
    const QRectF clip = QRectF(paint.exposed).translated(-at);
    // QTextLayout leaves out the lines that the clip does not touch.
    m_layout.draw(&painter, {0, 0}, {}, clip);
    for (const InlineFormulas::Placed& placed : m_formulas.all()) {
        const QTextLine line = m_layout.lineForTextPosition(placed.at);
        const double x = std::min(line.cursorToX(placed.at), line.cursorToX(placed.at + 1));
        placed.formula.paint(painter, {x, line.y() + line.ascent()}, m_ink);
    }
    painter.restore();
}

int Paragraph::offsetAt(QPointF place) const
{
    for (int idx = 0; idx < m_layout.lineCount(); ++idx) {
        const bool isLast = idx + 1 == m_layout.lineCount();
        const QTextLine line = m_layout.lineAt(idx);
        const double bottom = isLast
            ? m_height
            : m_layout.lineAt(idx + 1).y() + m_layout.lineAt(idx + 1).ascent() - m_firstBaseline;
        if (isLast || place.y() < bottom)
            return m_formulas.toProse(line.xToCursor(place.x()));
    }
    return 0;
}

QRectF Paragraph::lineOf(int offset) const
{
    const QTextLine line = m_layout.lineForTextPosition(m_formulas.toLaidOut(offset));
    if (!line.isValid())
        return QRectF(0, 0, m_usedWidth, m_height);
    const double x = line.cursorToX(m_formulas.toLaidOut(offset));
    return {x, line.y() + line.ascent() - m_firstBaseline, 1, double(m_lineHeight)};
}

} // namespace tf::ui
