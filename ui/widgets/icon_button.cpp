#include "ui/widgets/icon_button.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kButtonSize = 24; // the smallest target a hand should have to hit
constexpr int kButtonIconSize = 16;

} // namespace

IconButton::IconButton(const Theme& theme, Icon icon, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void IconButton::setMeaning(Icon icon, const QString& name)
{
    if (icon == m_icon && name == accessibleName())
        return;
    m_icon = icon;
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void IconButton::setFilled(bool filled)
{
    m_isFilled = filled;
    update();
}

QSize IconButton::sizeHint() const
{
    return {m_theme.px(std::max(kButtonSize, kButtonSize * 100 / m_theme.zoomPercent())),
            m_theme.px(std::max(kButtonSize, kButtonSize * 100 / m_theme.zoomPercent()))};
}

void IconButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int radius = m_theme.px(4);
    if (isDown())
        paintRounded(painter, rect(), radius, m_theme.color(Token::Pressed));
    else if (m_isFilled && isChecked())
        paintRounded(painter, rect(), radius, m_theme.color(Token::Selected));
    else if (underMouse())
        paintRounded(painter, rect(), radius, m_theme.color(Token::Hover));
    const int size = m_theme.px(kButtonIconSize);
    const QRect place((width() - size) / 2, (height() - size) / 2, size, size);
    const bool strong = isChecked() || underMouse();
    const Token ink = !isEnabled() ? Token::TextDisabled : strong ? Token::IconStrong : Token::Icon;
    paintIcon(painter, place, m_icon, m_theme.color(ink), layoutDirection());
    if (hasFocus())
        paintFocusRing(painter, rect(), radius, m_theme);
}

} // namespace tf::ui
