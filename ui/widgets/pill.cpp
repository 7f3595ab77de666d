#include "ui/widgets/pill.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kPillHeight = 24;
constexpr int kPillPadding = 10;
constexpr int kPillIconSize = 14;
constexpr int kPillGap = 6;

} // namespace

Pill::Pill(const Theme& theme, Icon icon, PillTone tone, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_tone(tone)
    , m_text(text)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    return {m_theme.px(2 * kPillPadding + kPillIconSize + kPillGap)
                + metrics.horizontalAdvance(m_text),
            m_theme.px(kPillHeight)};
}

void Pill::paintEvent(QPaintEvent*)
{
    const bool good = m_tone == PillTone::Good;
    QPainter painter(this);
    paintRounded(painter, rect(), height() / 2,
                 m_theme.color(good ? Token::GoodFill : Token::PillFill));
    const QColor ink = m_theme.color(good ? Token::GoodText : Token::PillText);
    const int iconSize = m_theme.px(kPillIconSize);
    const QRect icon(m_theme.px(kPillPadding), (height() - iconSize) / 2, iconSize, iconSize);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, ink);
    const QRect text = rect().adjusted(icon.right() + 1 + m_theme.px(kPillGap), 0, 0, 0);
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_text);
}

} // namespace tf::ui
