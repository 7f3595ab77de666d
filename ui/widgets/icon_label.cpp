#include "ui/widgets/icon_label.h"

#include <QPainter>

namespace tf::ui {

IconLabel::IconLabel(const Theme& theme, Icon icon, int size, Token ink, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_size(size)
    , m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize IconLabel::sizeHint() const
{
    return {m_theme.px(m_size), m_theme.px(m_size)};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, m_theme.color(m_ink));
}

} // namespace tf::ui
