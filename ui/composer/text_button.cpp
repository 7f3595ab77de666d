#include "ui/composer/text_button.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kTextButtonHeight = 24;
constexpr int kTextButtonPadding = 8;

} // namespace

TextButton::TextButton(const Theme& theme, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize TextButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    return {metrics.horizontalAdvance(text()) + 2 * m_theme.px(kTextButtonPadding),
            std::max(kTextButtonHeight, m_theme.px(kTextButtonHeight))};
}

void TextButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int radius = m_theme.px(4);
    if (isDown() || underMouse())
        paintRounded(painter, rect(), radius,
                     m_theme.color(isDown() ? Token::Pressed : Token::Hover));
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(isEnabled() ? Token::TextLink : Token::TextDisabled));
    painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextSingleLine, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), radius, m_theme);
}

} // namespace tf::ui
