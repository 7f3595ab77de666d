#include "ui/widgets/pill.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kPillHeight = 24;
constexpr int kPillPadding = 10;
constexpr int kPillIconSize = 14;
constexpr int kPillGap = 6;
constexpr int kPillArrowSize = 12;
constexpr int kMostPillText = 260;
constexpr int kLeastPillText = 56;

struct ToneRow {
    Token fill;
    Token ink;
};

constexpr ToneRow kTones[] = {
    {Token::PillFill, Token::PillText}, // Neutral
    {Token::GoodFill, Token::GoodText},
    {Token::CautionFill, Token::CautionText},
};

QSize pillSize(const Theme& theme, const QString& words)
{
    const QFontMetrics metrics(theme.font(FontRole::Small));
    const int text = std::min(metrics.horizontalAdvance(words), theme.px(kMostPillText));
    return {theme.px(2 * kPillPadding + kPillIconSize + kPillGap) + text, theme.px(kPillHeight)};
}

QSize briefPillSize(const Theme& theme, const PillLook& look)
{
    return pillSize(theme, look.brief.isEmpty() ? look.text : look.brief);
}

/// Room for a text that would be cut nevertheless would stay empty.
QSize fullPillSize(const Theme& theme, const PillLook& look)
{
    const int text = QFontMetrics(theme.font(FontRole::Small)).horizontalAdvance(look.text);
    return text > theme.px(kMostPillText) ? briefPillSize(theme, look) : pillSize(theme, look.text);
}

/// The most words that fit; nothing but the last of them is cut, and at its end.
QString shownWords(const PillLook& look, const QFontMetrics& metrics, int room)
{
    const QString* last = &look.text;
    for (const QString* words : {&look.text, &look.brief, &look.briefest}) {
        if (words->isEmpty())
            continue;
        if (metrics.horizontalAdvance(*words) <= room)
            return *words;
        last = words;
    }
    return metrics.elidedText(*last, Qt::ElideRight, room);
}

/// The drawing and a few letters, or the brief words where they are fewer; the tool tip says the
/// rest.
QSize leastPillSize(const Theme& theme, const PillLook& look)
{
    const QSize least(theme.px(2 * kPillPadding + kPillIconSize + kPillGap + kLeastPillText),
                      theme.px(kPillHeight));
    return least.boundedTo(briefPillSize(theme, look));
}

/// `end` is kept free of text.
void paintPill(QPainter& painter, const QWidget& on, const Theme& theme, const PillLook& look,
               int end)
{
    const QRect around = on.rect();
    const ToneRow& tone = kTones[static_cast<int>(look.tone)];
    paintRounded(painter, around, around.height() / 2, theme.color(tone.fill));
    const QColor ink = theme.color(tone.ink);
    const int iconSize = theme.px(kPillIconSize);
    const QRect icon(theme.px(kPillPadding), (around.height() - iconSize) / 2, iconSize, iconSize);
    paintIcon(painter, QStyle::visualRect(on.layoutDirection(), around, icon), look.icon, ink);
    const QRect text =
        around.adjusted(icon.right() + 1 + theme.px(kPillGap), 0, -theme.px(kPillPadding) - end, 0);
    painter.setFont(theme.font(FontRole::Small));
    painter.setPen(ink);
    const QFontMetrics metrics = painter.fontMetrics();
    painter.drawText(QStyle::visualRect(on.layoutDirection(), around, text),
                     int(QStyle::visualAlignment(on.layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     shownWords(look, metrics, text.width() + 1));
}

} // namespace

Pill::Pill(const Theme& theme, PillLook look, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_look(std::move(look))
{
    setAccessibleName(m_look.text);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Pill::setLook(PillLook look)
{
    if (look == m_look)
        return;
    m_look = std::move(look);
    setAccessibleName(m_look.text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return fullPillSize(m_theme, m_look);
}

QSize Pill::briefSizeHint() const
{
    return briefPillSize(m_theme, m_look);
}

QSize Pill::minimumSizeHint() const
{
    return leastPillSize(m_theme, m_look);
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPill(painter, *this, m_theme, m_look, 0);
}

PillButton::PillButton(const Theme& theme, PillLook look, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_look(std::move(look))
{
    setAccessibleName(m_look.text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void PillButton::setLook(PillLook look)
{
    if (look == m_look)
        return;
    m_look = std::move(look);
    setAccessibleName(m_look.text);
    updateGeometry();
    update();
}

QSize PillButton::sizeHint() const
{
    return fullPillSize(m_theme, m_look) + QSize(m_theme.px(kPillGap + kPillArrowSize), 0);
}

QSize PillButton::briefSizeHint() const
{
    return briefPillSize(m_theme, m_look) + QSize(m_theme.px(kPillGap + kPillArrowSize), 0);
}

QSize PillButton::minimumSizeHint() const
{
    return leastPillSize(m_theme, m_look) + QSize(m_theme.px(kPillGap + kPillArrowSize), 0);
}

void PillButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int arrow = m_theme.px(kPillArrowSize);
    paintPill(painter, *this, m_theme, m_look, arrow + m_theme.px(kPillGap));
    if (isDown() || underMouse()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::BorderStrong), 1));
        painter.setBrush(Qt::NoBrush);
        const double radius = height() / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    const QRect place(width() - m_theme.px(kPillPadding) - arrow, (height() - arrow) / 2, arrow,
                      arrow);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), Icon::ChevronDown,
              m_theme.color(kTones[static_cast<int>(m_look.tone)].ink));
    if (hasFocus())
        paintFocusRing(painter, rect(), height() / 2, m_theme);
}

} // namespace tf::ui
