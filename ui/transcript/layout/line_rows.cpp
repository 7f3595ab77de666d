#include "ui/transcript/layout/line_rows.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/transcript/layout/button_paint.h"

#include <QStyle>

namespace tf::ui {

namespace {

constexpr int kHeadHeight = 22;
constexpr int kFoldHeight = 28;
constexpr int kFooterHeight = 30;
constexpr int kChevron = 16;
constexpr int kChipHeight = 26;
constexpr int kChipPadding = 10;
constexpr int kChipIcon = 14;
constexpr int kChipMost = 220;

// Absolute: the places are mirrored already.
constexpr int kOneLine = int(Qt::AlignVCenter) | int(Qt::AlignAbsolute) | int(Qt::TextSingleLine);

Qt::LayoutDirection directionOf(const Measures& measures)
{
    return measures.isMirrored ? Qt::RightToLeft : Qt::LeftToRight;
}

/// Text from where lines begin; what does not fit is left out at its end. Returns what it took.
int paintText(QPainter& painter, const QRect& row, const QRect& place, const QString& text,
              const Measures& measures)
{
    const QString shown =
        painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(place.width(), 0));
    const QRect visual = QStyle::visualRect(directionOf(measures), row, place);
    painter.drawText(visual, kOneLine | int(measures.isMirrored ? Qt::AlignRight : Qt::AlignLeft),
                     shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

} // namespace

HeadRow::HeadRow(QString title, QString facts, const Room& room, const Measures& measures)
    : m_measures(measures)
    , m_room(room)
    , m_title(std::move(title))
    , m_facts(std::move(facts))
{
}

int HeadRow::height() const
{
    return m_room.gap + m_measures.px(kHeadHeight);
}

void HeadRow::paint(QPainter& painter, const RowPaint& paint) const
{
    const QRect row(0, m_room.gap, m_room.width, m_measures.px(kHeadHeight));
    int used = 0;
    if (!m_title.isEmpty()) {
        painter.setFont(m_measures.strong);
        painter.setPen(paint.theme.color(Token::Text));
        used = paintText(painter, row, row, m_title, m_measures) + m_measures.px(10);
    }
    painter.setFont(m_measures.small);
    painter.setPen(paint.theme.color(Token::TextMuted));
    // On the baseline of the title, though the letters are smaller.
    const int lower = m_title.isEmpty() ? 0 : m_measures.px(1);
    paintText(painter, row, row.adjusted(used, lower, 0, lower), m_facts, m_measures);
}

FoldRow::FoldRow(QString title, QString facts, bool isFolded, const Room& room,
                 const Measures& measures)
    : m_measures(measures)
    , m_room(room)
    , m_title(std::move(title))
    , m_facts(std::move(facts))
    , m_isFolded(isFolded)
{
}

int FoldRow::height() const
{
    return m_room.gap + m_measures.px(kFoldHeight);
}

std::vector<Spot> FoldRow::spots(const RowView&) const
{
    const QFontMetrics metrics(m_measures.small);
    const int words = metrics.horizontalAdvance(m_title) + metrics.horizontalAdvance(m_facts);
    const int width =
        std::min(m_room.width + m_measures.px(6), words + m_measures.px(kChevron + 32));
    const QRect row(0, m_room.gap, m_room.width, m_measures.px(kFoldHeight));
    const QRect place(-m_measures.px(6), m_room.gap + m_measures.px(2), width,
                      m_measures.px(kFoldHeight - 4));
    return {{SpotKind::Fold, 0, QStyle::visualRect(directionOf(m_measures), row, place),
             m_title + u' ' + m_facts}};
}

void FoldRow::paint(QPainter& painter, const RowPaint& paint) const
{
    const RowView& view = paint.view;
    const Spot spot = spots(view).front();
    paintTouch(painter, paint, m_measures, spot);
    const QRect row(0, m_room.gap, m_room.width, m_measures.px(kFoldHeight));
    const int chevron = m_measures.px(kChevron);
    const QRect mark(0, row.top() + (row.height() - chevron) / 2, chevron, chevron);
    paintChevron(painter, QStyle::visualRect(directionOf(m_measures), row, mark), m_isFolded,
                 m_measures.isMirrored, paint.theme.color(Token::Icon));
    painter.setFont(m_measures.small);
    painter.setPen(paint.theme.color(Token::Text));
    const int left = chevron + m_measures.px(4);
    const int used = paintText(painter, row, row.adjusted(left, 0, 0, 0), m_title, m_measures);
    painter.setPen(paint.theme.color(Token::TextMuted));
    paintText(painter, row, row.adjusted(left + used + m_measures.px(8), 0, 0, 0), m_facts,
              m_measures);
}

FooterRow::FooterRow(std::vector<Spot> always, std::vector<Spot> whenActive, const Room& room,
                     const Measures& measures)
    : m_measures(measures)
    , m_room(room)
    , m_spots(std::move(always))
    , m_numAlways(m_spots.size())
{
    m_spots.insert(m_spots.end(), std::make_move_iterator(whenActive.begin()),
                   std::make_move_iterator(whenActive.end()));
    const QRect row(-m_measures.px(8), m_room.gap, m_room.width + m_measures.px(16),
                    m_measures.px(kFooterHeight));
    m_spots = placedFromBegin(std::move(m_spots), row, m_measures);
}

int FooterRow::height() const
{
    return m_room.gap + m_measures.px(kFooterHeight);
}

std::vector<Spot> FooterRow::spots(const RowView&) const
{
    return m_spots;
}

void FooterRow::paint(QPainter& painter, const RowPaint& paint) const
{
    for (std::size_t idx = 0; idx < m_spots.size(); ++idx) {
        if (idx < m_numAlways || paint.isTurnActive)
            paintButton(painter, paint, m_measures, m_spots[idx]);
    }
}

ChipsRow::ChipsRow(std::vector<Spot> chips, const Room& room, const Measures& measures)
    : m_measures(measures)
    , m_chips(std::move(chips))
{
    const QFontMetrics metrics(measures.small);
    const int height = measures.px(kChipHeight);
    const int gap = measures.px(6);
    const QRect row(0, room.gap, room.width, height);
    int x = 0;
    int y = room.gap;
    for (Spot& chip : m_chips) {
        const int wanted =
            metrics.horizontalAdvance(chip.name) + measures.px(2 * kChipPadding + kChipIcon + 10);
        const int width = std::min({wanted, measures.px(kChipMost), room.width});
        if (x > 0 && x + width > room.width) {
            x = 0;
            y += height + gap;
        }
        chip.place = QStyle::visualRect(directionOf(measures), row, QRect(x, y, width, height));
        x += width + gap;
    }
    m_height = y + height;
}

void ChipsRow::paint(QPainter& painter, const RowPaint& paint) const
{
    for (const Spot& chip : m_chips) {
        paintRounded(painter, chip.place, chip.place.height() / 2,
                     paint.theme.color(Token::PillFill));
        paintTouch(painter, paint, m_measures, chip);
        const int icon = m_measures.px(kChipIcon);
        const int padding = m_measures.px(kChipPadding);
        const QRect mark(chip.place.left() + padding,
                         chip.place.top() + (chip.place.height() - icon) / 2, icon, icon);
        const bool isPack = chip.target == QLatin1String("text/x-trifold-files");
        paintIcon(painter, QStyle::visualRect(directionOf(m_measures), chip.place, mark),
                  isPack ? Icon::Repository : Icon::File, paint.theme.color(Token::PillText));
        painter.setFont(m_measures.small);
        painter.setPen(paint.theme.color(Token::PillText));
        const QRect words = chip.place.adjusted(padding + icon + m_measures.px(6), 0, -padding, 0);
        const QRect visual = QStyle::visualRect(directionOf(m_measures), chip.place, words);
        painter.drawText(
            visual, kOneLine | int(m_measures.isMirrored ? Qt::AlignRight : Qt::AlignLeft),
            painter.fontMetrics().elidedText(chip.name, Qt::ElideMiddle, visual.width()));
    }
}

} // namespace tf::ui
