#include "ui/context/tree/file_header.h"

#include "ui/context/tree/file_tree_model.h"
#include "ui/theme/icons.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kFileHeaderHeight = 24;
constexpr int kHeaderGap = 6;

} // namespace

FileHeader::FileHeader(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(1);
    setStretchLastSection(false);
    setSectionsClickable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Columns; a press sorts"));
}

QSize FileHeader::sizeHint() const
{
    return {0, std::max(kFileHeaderHeight, m_theme.px(kFileHeaderHeight))};
}

void FileHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto column = static_cast<FileColumn>(section);
    const auto& files = static_cast<const FileTreeModel&>(*model());
    const bool isSorted =
        column == (files.sort() == FileSort::Tokens ? FileColumn::Tokens : FileColumn::Name);
    painter->setFont(m_theme.font(FontRole::Small));
    painter->setPen(m_theme.color(isSorted ? Token::Text : Token::TextMuted));
    const int gap = m_theme.px(kHeaderGap);
    const QRect cell = rect.adjusted(gap, 0, -gap, -1);
    const QString words = files.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const auto side = column == FileColumn::Tokens ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(cell,
                      int(QStyle::visualAlignment(layoutDirection(), side | Qt::AlignVCenter)
                          | Qt::AlignAbsolute),
                      words);
    if (isSorted) {
        const int arrow = m_theme.px(12);
        const int after = painter->fontMetrics().horizontalAdvance(words) + m_theme.px(3);
        const int left =
            column == FileColumn::Tokens ? cell.right() + 1 - after - arrow : cell.left() + after;
        const QRect place(left, cell.center().y() - arrow / 2, arrow, arrow);
        paintIcon(*painter, QStyle::visualRect(layoutDirection(), rect, place), Icon::ChevronDown,
                  m_theme.color(Token::Icon));
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      m_theme.color(Token::Divider));
}

} // namespace tf::ui
