#include "ui/transcript/layout/grid_row.h"

#include "ui/theme/style.h"
#include "ui/transcript/layout/cited_marks.h"
#include "ui/transcript/layout/measures.h"

#include <QFontMetricsF>

#include <algorithm>
#include <numeric>

namespace tf::ui {

namespace {

constexpr int kCellPadding = 12;
constexpr int kCellVertical = 6;
constexpr int kLeastColumn = 44;
constexpr int kMostWord = 220; // a longer word is broken
constexpr int kMostLine = 520;

ProseStyle cellStyle(const Measures& measures, bool isHead, Align align)
{
    ProseStyle style;
    style.font = isHead ? measures.readingStrong : measures.reading;
    style.strong = measures.readingStrong;
    style.code = measures.inlineCode;
    style.lineHeight = measures.px(21);
    style.isMirrored = measures.isMirrored;
    // A column has one side, whatever the letters of its cells are.
    style.isPlaced = true;
    if (align == Align::Right || (align == Align::Unsaid && measures.isMirrored))
        style.alignment = Qt::AlignRight;
    if (align == Align::Middle)
        style.alignment = Qt::AlignHCenter;
    return style;
}

constexpr qsizetype kMostWishing = 200; // signs: no column gets wide enough for more

ColumnWish wishOf(const Prose& cell, const QFontMetricsF& metrics, int codeRoom, int markRoom)
{
    ColumnWish wish;
    const QStringView text = QStringView(cell.text).left(kMostWishing);
    for (const auto& line : text.split(QChar(QChar::LineSeparator)))
        wish.most = std::max(wish.most, metrics.horizontalAdvance(line.toString()));
    for (const auto& word : text.split(u' ')) {
        if (double(word.size()) * metrics.averageCharWidth() > wish.least / 2)
            wish.least = std::max(wish.least, metrics.horizontalAdvance(word.toString()));
    }
    // Code among the words is a little wider than the metrics of prose say.
    const bool hasMarks = !cell.spans.empty();
    const auto numCodes = std::count_if(cell.spans.begin(), cell.spans.end(),
                                        [](const Span& span) { return span.has(Mark::Code); });
    const double beside = 2.0 * codeRoom;
    const double mark = mayNamePlace(text) ? markRoom : 0;
    return {wish.least * (hasMarks ? 1.12 : 1.0) + (numCodes > 0 ? beside : 0) + mark + 1,
            wish.most * (hasMarks ? 1.12 : 1.0) + double(numCodes) * beside + mark + 1};
}

} // namespace

std::vector<ColumnWish> wishesOf(const Table& table, std::vector<ColumnWish> before,
                                 const Measures& measures)
{
    const QFontMetricsF strong(measures.readingStrong);
    before.resize(std::max(before.size(), table.columns.size()));
    for (const std::vector<Prose>& row : table.rows) {
        for (std::size_t column = 0; column < std::min(row.size(), before.size()); ++column) {
            const ColumnWish wish =
                wishOf(row[column], strong, measures.px(kCodeRoom), measures.px(kMarkRoom));
            before[column].least = std::max(before[column].least, wish.least);
            before[column].most = std::max(before[column].most, wish.most);
        }
    }
    return before;
}

std::vector<int> columnWidths(const std::vector<ColumnWish>& wishes, int width,
                              const Measures& measures)
{
    const int padding = 2 * measures.px(kCellPadding);
    std::vector<int> least;
    std::vector<int> most;
    for (const ColumnWish& wish : wishes) {
        const double word = std::min<double>(wish.least, measures.px(kMostWord));
        const double line = std::min<double>(wish.most, measures.px(kMostLine));
        least.push_back(std::max(measures.px(kLeastColumn), qRound(word + 0.5) + padding));
        most.push_back(std::max(least.back(), qRound(line + 0.5) + padding));
    }
    const int leastSum = std::accumulate(least.begin(), least.end(), 0);
    const int mostSum = std::accumulate(most.begin(), most.end(), 0);
    if (mostSum <= width)
        return most;
    if (leastSum >= width)
        return least;
    // What is left beyond the longest words goes where most is wanted.
    for (std::size_t column = 0; column < least.size(); ++column) {
        const double wanted = double(most[column] - least[column]) / (mostSum - leastSum);
        least[column] += static_cast<int>(wanted * (width - leastSum));
    }
    return least;
}

GridRow::GridRow(const Block& block, const Room& room, std::vector<int> columns,
                 const Measures& measures, const Theme& theme, CitedSource cited)
    : m_measures(measures)
    , m_room(room)
    , m_cited(std::move(cited))
    , m_columns(std::move(columns))
    , m_hasHead(!block.table.goesOn)
{
    m_width = std::accumulate(m_columns.begin(), m_columns.end(), 0);
    placeCells(block.table, theme);
}

void GridRow::placeCells(const Table& table, const Theme& theme)
{
    const int padding = m_measures.px(kCellPadding);
    const int vertical = m_measures.px(kCellVertical);
    int offset = 0;
    int y = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        m_rowTops.push_back(y);
        const bool isHead = row == 0 && m_hasHead;
        int x = 0;
        int height = m_measures.px(21);
        const std::size_t first = m_cells.size();
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (column < table.rows[row].size()) {
                const Prose& prose = table.rows[row][column];
                const Align align =
                    column < table.columns.size() ? table.columns[column] : Align::Unsaid;
                Cell& cell = m_cells.emplace_back();
                cell.text = std::make_unique<Paragraph>(prose, cellStyle(m_measures, isHead, align),
                                                        m_columns[column] - 2 * padding, theme,
                                                        m_cited.find(prose));
                cell.isHead = isHead;
                cell.range = {offset, offset + static_cast<int>(prose.text.size())};
                cell.place = {x, y, m_columns[column], 0};
                offset = cell.range.end + 1;
                height = std::max(height, cell.text->height());
                m_bytes += 600 + static_cast<std::size_t>(prose.text.size()) * 40;
            }
            x += m_columns[column];
        }
        height += 2 * vertical + 1;
        for (std::size_t idx = first; idx < m_cells.size(); ++idx)
            m_cells[idx].place.setHeight(height);
        y += height;
    }
    m_rowTops.push_back(y);
    m_height = y + 1 + (scrollable() > 0 ? m_measures.px(kSideBarRoom) : 0);
}

int GridRow::shift(const RowView& view) const
{
    const int side = m_measures.isMirrored ? std::max(0, m_room.width - m_width) : 0;
    return side - view.scrolled;
}

/// Rows come at the end, and only the last one grows.
int GridRow::sameUntil(const RowLayout& before) const
{
    const auto* grid = dynamic_cast<const GridRow*>(&before);
    const bool isSame = grid != nullptr && grid->m_columns == m_columns
        && grid->m_room.gap == m_room.gap && grid->m_hasHead == m_hasHead
        && grid->m_rowTops.size() >= 2 && grid->m_rowTops.size() <= m_rowTops.size();
    if (!isSame)
        return 0;
    const std::size_t last = grid->m_rowTops.size() - 2;
    return grid->m_rowTops[last] == m_rowTops[last] ? m_room.gap + m_rowTops[last] : 0;
}

QPointF GridRow::originOf(const Cell& cell, const RowView& view) const
{
    const int x = m_measures.isMirrored ? m_width - cell.place.right() - 1 : cell.place.left();
    return QPointF(x + shift(view) + m_measures.px(kCellPadding),
                   m_room.gap + cell.place.top() + m_measures.px(kCellVertical));
}

int GridRow::scrollable() const
{
    return std::max(0, m_width - m_room.width);
}

SideBar GridRow::sideBar() const
{
    const int height = m_measures.px(kSideBarRoom);
    return {{0, m_room.gap + m_height - height, m_room.width, height}, scrollable()};
}

int GridRow::pulled(int from, int pixels) const
{
    return sideBar().pulled(from, pixels, m_measures);
}

void GridRow::paintLines(QPainter& painter, const RowPaint& paint) const
{
    const int width = std::min(m_width, m_room.width);
    const int x = m_measures.isMirrored ? m_room.width - width : 0;
    if (m_hasHead && m_rowTops.size() > 1) {
        const QRect head(x, m_room.gap, width, m_rowTops[1]);
        paintRounded(painter, head, m_measures.px(6), paint.theme.color(Token::Card));
    }
    for (std::size_t row = 1; row < m_rowTops.size(); ++row) {
        const bool isUnderHead = m_hasHead && row == 1;
        painter.fillRect(x, m_room.gap + m_rowTops[row] - 1, width, 1,
                         paint.theme.color(isUnderHead ? Token::BorderStrong : Token::Divider));
    }
}

void GridRow::paint(QPainter& painter, const RowPaint& paint) const
{
    painter.save();
    painter.setClipRect(QRect(0, 0, m_room.width, height()), Qt::IntersectClip);
    paintLines(painter, paint);
    std::vector<TextRange> hits;
    for (const Cell& cell : m_cells) {
        const int top = m_room.gap + cell.place.top();
        if (top > paint.exposed.bottom() || top + cell.place.height() < paint.exposed.top())
            continue;
        const auto within = [&cell](TextRange range) {
            return TextRange{std::max(range.begin, cell.range.begin) - cell.range.begin,
                             std::min(range.end, cell.range.end) - cell.range.begin};
        };
        hits.clear();
        std::optional<std::size_t> current;
        for (std::size_t idx = 0; idx < paint.hits.size(); ++idx) {
            const TextRange hit = within(paint.hits[idx]);
            if (hit.isEmpty())
                continue;
            if (paint.currentHit == idx)
                current = hits.size();
            hits.push_back(hit);
        }
        cell.text->paint(painter, originOf(cell, paint.view), paint, within(paint.selected), hits,
                         current);
        paintCited(painter, {*cell.text, originOf(cell, paint.view), cell.range.begin}, m_cited,
                   paint);
    }
    sideBar().paint(painter, paint, m_measures);
    painter.restore();
}

std::vector<Spot> GridRow::spots(const RowView& view) const
{
    std::vector<Spot> spots;
    for (const Cell& cell : m_cells) {
        for (const Paragraph::Link& link : cell.text->links()) {
            for (const QRectF& place : cell.text->placesOf(link.range))
                spots.push_back({SpotKind::Link, cell.range.begin + link.range.begin,
                                 place.translated(originOf(cell, view)).toAlignedRect(), link.text,
                                 link.target});
        }
        addCitedSpots(spots, {*cell.text, originOf(cell, view), cell.range.begin}, m_cited);
    }
    if (const SideBar bar = sideBar(); !bar.isNull())
        spots.push_back(bar.spot(m_measures));
    return spots;
}

const GridRow::Cell* GridRow::cellAt(QPointF place, const RowView& view) const
{
    const Cell* nearest = nullptr;
    for (const Cell& cell : m_cells) {
        const QPointF origin = originOf(cell, view);
        if (nearest != nullptr && place.y() < m_room.gap + cell.place.top())
            break;
        if (nearest != nullptr && nearest->place.top() == cell.place.top()
            && place.x() < origin.x() - m_measures.px(kCellPadding))
            continue;
        nearest = &cell;
    }
    return nearest;
}

int GridRow::offsetAt(QPointF place, const RowView& view) const
{
    const Cell* cell = cellAt(place, view);
    return cell == nullptr
        ? 0
        : cell->range.begin + cell->text->offsetAt(place - originOf(*cell, view));
}

QRectF GridRow::lineOf(int offset, const RowView& view) const
{
    for (const Cell& cell : m_cells) {
        if (offset <= cell.range.end)
            return cell.text->lineOf(offset - cell.range.begin).translated(originOf(cell, view));
    }
    return QRectF(0, m_room.gap, m_width, m_height);
}

} // namespace tf::ui
