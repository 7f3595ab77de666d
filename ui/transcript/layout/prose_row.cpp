#include "ui/transcript/layout/prose_row.h"

#include "ui/theme/style.h"
#include "ui/transcript/layout/cited_marks.h"

namespace tf::ui {

namespace {

ProseStyle styleOf(const Block& block, const Room& room, const Measures& measures)
{
    ProseStyle style;
    style.font = room.isMuted ? measures.body : measures.reading;
    style.strong = room.isMuted ? measures.strong : measures.readingStrong;
    style.code = measures.inlineCode;
    style.lineHeight = room.isMuted ? measures.bodyLine : measures.proseLine;
    style.ink = room.isMuted ? Token::TextMuted : Token::Text;
    style.isMirrored = measures.isMirrored;
    if (block.kind != BlockKind::Heading || room.isMuted)
        return style;
    const int level = std::clamp<int>(block.level, 1, 6) - 1;
    style.font = measures.headings[level];
    style.strong = style.font;
    style.code.setPixelSize(qRound(style.font.pixelSize() * 0.92));
    style.lineHeight = qRound(style.font.pixelSize() * 1.38);
    if (level == 5)
        style.ink = Token::TextMuted;
    return style;
}

int columnOf(const Room& room, const Measures& measures)
{
    return std::min(room.width, measures.prose);
}

double textWidth(const Block& block, const Room& room, const Measures& measures)
{
    const Indents indents(block.containers, measures, false);
    return std::max(columnOf(room, measures) - indents.width(), measures.px(60));
}

} // namespace

ProseRow::ProseRow(const Block& block, const Room& room, const Measures& measures,
                   const Theme& theme, CitedSource cited)
    : m_measures(measures)
    , m_room(room)
    , m_cited(std::move(cited))
    , m_paragraph(block.prose, styleOf(block, room, measures), textWidth(block, room, measures),
                  theme, m_cited.find(block.prose))
    , m_indents(block.containers, measures, m_paragraph.isRightToLeft())
    , m_column(columnOf(room, measures))
    , m_bytes(512 + static_cast<std::size_t>(block.prose.text.size()) * 40)
{
}

int ProseRow::height() const
{
    return m_room.gap + m_paragraph.height();
}

QPointF ProseRow::origin() const
{
    const int column = m_measures.isMirrored ? m_room.width - m_column : 0;
    return QPointF(column + (m_paragraph.isRightToLeft() ? 0 : m_indents.width()), m_room.gap);
}

void ProseRow::paint(QPainter& painter, const RowPaint& paint) const
{
    const int column = m_measures.isMirrored ? m_room.width - m_column : 0;
    m_indents.paint(painter, paint.theme, QRect(column, 0, m_column, height()), m_room.gap,
                    m_room.gap + m_paragraph.firstBaseline(), m_room.numShared);
    m_paragraph.paint(painter, origin(), paint, paint.selected, paint.hits, paint.currentHit);
    paintCited(painter, {m_paragraph, origin()}, m_cited, paint);
    if (!paint.focused || paint.focused->kind != SpotKind::Link)
        return;
    for (const Paragraph::Link& link : m_paragraph.links()) {
        if (link.range.begin != paint.focused->arg)
            continue;
        for (const QRectF& place : m_paragraph.placesOf(link.range))
            paintFocusRing(painter, place.translated(origin()).adjusted(-3, 0, 3, 0), 4,
                           paint.theme);
    }
}

int ProseRow::sameUntil(const RowLayout& before) const
{
    const auto* prose = dynamic_cast<const ProseRow*>(&before);
    // Bars of quotes are as tall as the row, but go on where they ended.
    if (prose == nullptr || prose->origin() != origin())
        return 0;
    const int same = m_paragraph.sameUntil(prose->m_paragraph);
    return same == 0 ? 0 : m_room.gap + same;
}

std::vector<Spot> ProseRow::spots(const RowView&) const
{
    std::vector<Spot> spots;
    for (const Paragraph::Link& link : m_paragraph.links()) {
        for (const QRectF& place : m_paragraph.placesOf(link.range))
            spots.push_back({SpotKind::Link, link.range.begin,
                             place.translated(origin()).toAlignedRect(), link.text, link.target});
    }
    addCitedSpots(spots, {m_paragraph, origin()}, m_cited);
    return spots;
}

int ProseRow::offsetAt(QPointF place, const RowView&) const
{
    return m_paragraph.offsetAt(place - origin());
}

QRectF ProseRow::lineOf(int offset, const RowView&) const
{
    return m_paragraph.lineOf(offset).translated(origin());
}

} // namespace tf::ui
