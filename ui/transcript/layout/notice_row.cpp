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
constexpr qsizetype kMaxRaw = 4000;

struct NoticeButtons {
    Q_DECLARE_TR_FUNCTIONS(NoticeButtons)
};

ProseStyle styleOf(const Measures& measures, Token ink, bool isRaw)
{
    ProseStyle style;
    style.font = isRaw ? measures.code : measures.body;
    style.strong = measures.strong;
    style.code = measures.code;
    style.lineHeight = isRaw ? measures.codeLine : measures.bodyLine;
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
    , m_width(std::min(room.width, measures.prose))
    , m_sentence(plainProse(m_words.sentence), styleOf(measures, inkOf(m_words.tone), false),
                 std::max(m_width - inset(measures) - measures.px(kNoticePadding), 60), theme)
{
    int y = room.gap + measures.px(kNoticePadding) - measures.px(2) + m_sentence.height();
    if (!m_words.raw.isEmpty())
        m_words.actions.push_back({SpotKind::Fold,
                                   0,
                                   {},
                                   m_words.isFolded ? NoticeButtons::tr("What was said")
                                                    : NoticeButtons::tr("Hide what was said")});
    const QRect strip(card().left() + inset(measures) - measures.px(8), y + measures.px(4),
                      m_width - inset(measures), measures.px(kButtonHeight));
    m_spots = placedFromBegin(m_words.actions, strip, measures);
    if (measures.isMirrored) {
        for (Spot& spot : m_spots)
            spot.place.translate(measures.px(8) - inset(measures) + measures.px(8), 0);
    }
    if (!m_spots.empty())
        y = strip.bottom() + 1;
    if (!m_words.raw.isEmpty() && !m_words.isFolded) {
        m_raw.emplace(plainProse(m_words.raw.left(kMaxRaw)),
                      styleOf(measures, Token::CodeText, true),
                      std::max(m_width - inset(measures) - measures.px(kNoticePadding), 60), theme);
        y += measures.px(8) + m_raw->height();
    }
    m_height = y + measures.px(kNoticePadding) - measures.px(2);
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
    const int left = m_measures.isMirrored ? padding : inset(m_measures);
    const QPointF at(all.left() + left, all.top() + padding - m_measures.px(2));
    m_sentence.paint(painter, at, paint, {}, {}, {});
    for (const Spot& spot : m_spots)
        paintButton(painter, paint, m_measures, spot);
    if (m_raw)
        m_raw->paint(
            painter,
            QPointF(at.x(), all.bottom() + 1 - padding + m_measures.px(2) - m_raw->height()), paint,
            {}, {}, {});
}

} // namespace tf::ui
