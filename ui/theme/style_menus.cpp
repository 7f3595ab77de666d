#include "ui/theme/style.h"

#include "ui/theme/icons.h"

#include <QPainter>
#include <QStyleOption>

namespace tf::ui {

namespace {

constexpr int kMenuRowHeight = 28;
constexpr int kMenuMarkWidth = 28; // the column of the check marks
constexpr int kMenuEndGap = 12;
constexpr int kMenuArrowSize = 14; // of a row behind which a menu lies
constexpr int kShortcutGap = 32;

/// Of its own letters: "Ctrl++" is no mirrored "++Ctrl".
Qt::LayoutDirection directionOf(const QString& text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

} // namespace

void Style::drawMenuBarItem(const QStyleOptionMenuItem& item, QPainter& painter) const
{
    painter.fillRect(item.rect, m_theme.color(Token::Bar));
    const bool open = item.state.testFlag(State_Sunken);
    if (open || item.state.testFlag(State_Selected))
        paintRounded(painter, item.rect, m_theme.px(4),
                     m_theme.color(open ? Token::Pressed : Token::Hover));
    painter.setPen(m_theme.color(Token::Text));
    constexpr int flags = int(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.drawText(item.rect, flags, item.text);
}

void Style::drawMenuRow(const QStyleOptionMenuItem& row, QPainter& painter) const
{
    if (row.menuItemType == QStyleOptionMenuItem::Separator) {
        const int y = row.rect.center().y();
        painter.fillRect(
            QRect(row.rect.left() + m_theme.px(8), y, row.rect.width() - m_theme.px(16), 1),
            m_theme.color(Token::Divider));
        return;
    }
    const bool enabled = row.state.testFlag(State_Enabled);
    if (enabled && row.state.testFlag(State_Selected))
        paintRounded(painter, row.rect, m_theme.px(4), m_theme.color(Token::Selected));
    const QColor ink = m_theme.color(enabled ? Token::Text : Token::TextDisabled);

    QRect mark(row.rect.left(), row.rect.top(), m_theme.px(kMenuMarkWidth), row.rect.height());
    if (row.checked) {
        const QRect place(QPoint(), QSize(m_theme.px(16), m_theme.px(16)));
        paintIcon(
            painter,
            visualRect(row.direction, row.rect, place.translated(mark.center() - place.center())),
            Icon::Check, ink);
    }
    if (row.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const int size = m_theme.px(kMenuArrowSize);
        const QRect end(row.rect.right() + 1 - m_theme.px(kMenuEndGap) / 2 - size,
                        row.rect.center().y() - size / 2, size, size);
        paintIcon(painter, visualRect(row.direction, row.rect, end), Icon::ChevronRight, ink,
                  row.direction);
    }
    const QRect text = visualRect(row.direction, row.rect,
                                  row.rect.adjusted(mark.width(), 0, -m_theme.px(kMenuEndGap), 0));
    const QStringList parts = row.text.split(u'\t');
    constexpr int lines = int(Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.setPen(ink);
    painter.setLayoutDirection(directionOf(parts[0]));
    painter.drawText(text, int(visualAlignment(row.direction, Qt::AlignLeft)) | lines, parts[0]);
    if (parts.size() > 1) {
        painter.setPen(m_theme.color(enabled ? Token::TextMuted : Token::TextDisabled));
        painter.setLayoutDirection(directionOf(parts[1]));
        painter.drawText(text, int(visualAlignment(row.direction, Qt::AlignRight)) | lines,
                         parts[1]);
    }
}

QSize Style::menuRowSize(const QStyleOptionMenuItem& row, const QSize& contents) const
{
    if (row.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), m_theme.px(9)};
    // Qt reserves the width of the longest shortcut itself.
    const int shortcutGap = row.text.contains(u'\t') ? m_theme.px(kShortcutGap) : 0;
    const int arrow =
        row.menuItemType == QStyleOptionMenuItem::SubMenu ? m_theme.px(kMenuArrowSize) : 0;
    const int width =
        m_theme.px(kMenuMarkWidth + kMenuEndGap) + shortcutGap + arrow + contents.width();
    return {width, m_theme.px(kMenuRowHeight)};
}

} // namespace tf::ui
