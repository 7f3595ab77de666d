#include "ui/widgets/tab_row.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kTabHeight = 30;
constexpr int kTabPadding = 8;

} // namespace

TabRow::TabRow(const Theme& theme, QWidget* parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setFocusPolicy(Qt::TabFocus);
    setUsesScrollButtons(true);
    setFont(theme.font(FontRole::Body));
    connect(&theme, &Theme::changed, this, [this] { setFont(m_theme.font(FontRole::Body)); });
}

QSize TabRow::tabSizeHint(int tab) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Strong));
    return {metrics.horizontalAdvance(tabText(tab)) + 2 * m_theme.px(kTabPadding),
            m_theme.px(kTabHeight)};
}

QSize TabRow::minimumTabSizeHint(int tab) const
{
    return tabSizeHint(tab);
}

void TabRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Divider));
    for (int tab = 0; tab < count(); ++tab) {
        const QRect place = tabRect(tab);
        const bool isShown = tab == currentIndex();
        painter.setFont(m_theme.font(isShown ? FontRole::Strong : FontRole::Body));
        painter.setPen(m_theme.color(isShown ? Token::Text : Token::TextMuted));
        painter.drawText(place, int(Qt::AlignCenter) | Qt::TextSingleLine, tabText(tab));
        const int line = m_theme.px(2);
        if (isShown)
            painter.fillRect(QRect(place.left(), place.bottom() + 1 - line, place.width(), line),
                             m_theme.color(Token::Accent));
        if (isShown && hasFocus())
            paintFocusRing(painter, place.adjusted(0, 2, 0, -line), m_theme.px(4), m_theme);
    }
}

} // namespace tf::ui
