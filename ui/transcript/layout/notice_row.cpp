#include "ui/transcript/layout/notice_row.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/transcript/layout/button_paint.h"

#include <QCoreApplication>

namespace tf::ui {

namespace {

constexpr int kNoticePadding = 14;
constexpr int kNoticeIcon = 18;
constexpr int kIconGap = 10;
constexpr int kAboveLine = 2;
constexpr int kAboveButtons = 10;
constexpr int kAboveRaw = 10;
constexpr qsizetype kMaxRaw = 4000;

struct NoticeButtons {
    Q_DECLARE_TR_FUNCTIONS(NoticeButtons)
};

ProseStyle styleOf(const Measures& measures, const QFont& font, int lineHeight, Token ink)
{
    ProseStyle style;
    style.font = font;
    style.strong = measures.strong;
    style.code = measures.code;
    style.lineHeight = lineHeight;
    style.ink = ink;
    style.isMirrored = measures.isMirrored;
    return style;
}

Token inkOf(CauseTone tone)
{
    return tone == CauseTone::Bad ? Token::DangerText : Token::CautionText;
}

int inset(const Measures& measures)
{
    return measures.px(kNoticePadding + kNoticeIcon + kIconGap);
}

} // namespace

NoticeRow::NoticeRow(NoticeWords words, const Room& room, const Measures& measures,
                     const Theme& theme)
    : m_measures(measures)
    , m_room(room)
    , m_words(std::move(words))
    , m_width(room.least)
{
    const int line = measures.bodyLine;
    int y = room.gap + measures.px(kNoticePadding) - measures.px(2);
    const bool isAlone = m_words.step.isEmpty() && m_words.tried.isEmpty();
    y = addLine(
        m_words.sentence,
        styleOf(measures, isAlone ? measures.body : measures.strong, line, inkOf(m_words.tone)), y,
        theme);
    y = addLine(m_words.step, styleOf(measures, measures.body, line, Token::Text), y, theme);
    y = addLine(m_words.tried, styleOf(measures, measures.small, line, Token::TextMuted), y, theme);
    if (!m_words.raw.isEmpty())
        m_words.actions.push_back({SpotKind::Fold,
                                   0,
                                   {},
                                   m_words.isFolded ? NoticeButtons::tr("Show what was said")
                                                    : NoticeButtons::tr("Hide what was said")});
    const int left = m_measures.isMirrored ? measures.px(kNoticePadding) : inset(measures);
    const QRect strip(card().left() + left, y + measures.px(kAboveButtons), inner(), 1);
    m_spots = placedOnCard(m_words.actions, strip, measures);
    if (!m_spots.empty())
        y = m_spots.back().place.bottom() + 1;
    if (!m_words.raw.isEmpty() && !m_words.isFolded)
        y = addLine(m_words.raw.left(kMaxRaw),
                    styleOf(measures, measures.code, measures.codeLine, Token::Text),
                    y + measures.px(kAboveRaw) - measures.px(kAboveLine), theme);
    m_height = y + measures.px(kNoticePadding) - measures.px(m_spots.empty() ? 2 : 0);
}

/// Returns where it ends.
int NoticeRow::addLine(const QString& text, const ProseStyle& style, int top, const Theme& theme)
{
    if (text.isEmpty())
        return top;
    if (!m_lines.empty())
        top += m_measures.px(kAboveLine);
    auto paragraph = std::make_unique<Paragraph>(plainProse(text), style, inner(), theme);
    const int end = top + paragraph->height();
    m_lines.push_back({std::move(paragraph), top});
    return end;
}

int NoticeRow::inner() const
{
    return std::max(m_width - inset(m_measures) - m_measures.px(kNoticePadding), 60);
}

QRect NoticeRow::card() const
{
    const int x = m_measures.isMirrored ? m_room.width - m_width : 0;
    return {x, m_room.gap, m_width, m_height - m_room.gap};
}

void NoticeRow::paint(QPainter& painter, const RowPaint& paint) const
{
    const bool isBad = m_words.tone == CauseTone::Bad;
    const QRect all = card();
    paintRounded(painter, all, m_measures.px(8),
                 paint.theme.color(isBad ? Token::DangerFill : Token::CautionFill));
    const int icon = m_measures.px(kNoticeIcon);
    const int padding = m_measures.px(kNoticePadding);
    const int x = m_measures.isMirrored ? all.right() + 1 - padding - icon : all.left() + padding;
    paintIcon(painter, QRect(x, all.top() + padding - m_measures.px(1), icon, icon),
              isBad ? Icon::Warning : Icon::Info, paint.theme.color(inkOf(m_words.tone)));
    const int left = all.left() + (m_measures.isMirrored ? padding : inset(m_measures));
    for (const Line& line : m_lines)
        line.text->paint(painter, QPointF(left, line.top), paint, {}, {}, {});
    for (const Spot& spot : m_spots)
        paintCardButton(painter, paint, m_measures, spot);
}

} // namespace tf::ui
