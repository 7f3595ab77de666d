#include "ui/composer/send_button.h"

#include "ui/theme/style.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kSendHeight = 28;
constexpr int kSendPadding = 12;
constexpr int kSendIcon = 16;
constexpr int kSendGap = 6;

} // namespace

SendButton::SendButton(const Theme& theme, Icon icon, ButtonWeight weight, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_weight(weight)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void SendButton::show(const QString& text, const QString& keys)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys));
    updateGeometry();
    update();
}

QSize SendButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Strong));
    return {metrics.horizontalAdvance(text()) + m_theme.px(2 * kSendPadding + kSendIcon + kSendGap),
            std::max(kSendHeight, m_theme.px(kSendHeight))};
}

Token SendButton::fill() const
{
    if (m_weight == ButtonWeight::Quiet)
        return isDown() ? Token::Pressed : underMouse() ? Token::Hover : Token::PillFill;
    if (!isEnabled())
        return Token::PillFill;
    return isDown() ? Token::AccentPressed : underMouse() ? Token::AccentHover : Token::Accent;
}

Token SendButton::ink() const
{
    if (!isEnabled())
        return Token::TextDisabled;
    return m_weight == ButtonWeight::Main ? Token::TextOnAccent : Token::PillText;
}

void SendButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int radius = m_theme.px(6);
    // The ring has the colour of the button: a gap keeps them apart.
    const int inset = hasFocus() ? 3 : 0;
    paintRounded(painter, rect().adjusted(inset, inset, -inset, -inset), radius - inset / 2,
                 m_theme.color(fill()));
    const QColor colour = m_theme.color(ink());
    const int side = m_theme.px(kSendIcon);
    const QRect icon(m_theme.px(kSendPadding), (height() - side) / 2, side, side);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, colour);
    const QRect words =
        rect().adjusted(icon.right() + m_theme.px(kSendGap), 0, -m_theme.px(kSendPadding) + 2, 0);
    painter.setFont(m_theme.font(FontRole::Strong));
    painter.setPen(colour);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(Qt::AlignCenter) | Qt::TextSingleLine, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), radius, m_theme);
}

} // namespace tf::ui
