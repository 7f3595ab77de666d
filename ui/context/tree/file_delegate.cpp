#include "ui/context/tree/file_delegate.h"

#include "ui/context/tree/file_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QPainter>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kFileRowHeight = 26;
constexpr int kBoxWidth = 24; // the smallest target a hand should have to hit
constexpr int kBoxSide = 14;
constexpr int kShareHeight = 3;
constexpr int kCellGap = 6;

const FileTreeModel& modelOf(const QModelIndex& index)
{
    return static_cast<const FileTreeModel&>(*index.model());
}

bool isSent(const FileNode& node)
{
    return node.mark == FileMark::Sent || node.mark == FileMark::Partly;
}

QString newsWords(FileNews news)
{
    return news == FileNews::Added ? FileDelegate::tr("new") : FileDelegate::tr("changed");
}

} // namespace

FileDelegate::FileDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(80), std::max(kBoxWidth, m_theme.px(kFileRowHeight))};
}

QRect FileDelegate::boxOf(const QRect& nameCell, Qt::LayoutDirection direction) const
{
    return QStyle::visualRect(
        direction, nameCell,
        {nameCell.left(), nameCell.top(), m_theme.px(kBoxWidth), nameCell.height()});
}

void FileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const FileTreeModel& model = modelOf(index);
    const FileId id = model.fileOf(index);
    painter->save();
    painter->setFont(m_theme.font(FontRole::Small));
    switch (static_cast<FileColumn>(index.column())) {
    case FileColumn::Name:
        paintName(*painter, option, model, id);
        break;
    case FileColumn::Tokens:
        paintTokens(*painter, option, model, id);
        break;
    case FileColumn::Why: {
        const int gap = m_theme.px(kCellGap);
        painter->setPen(m_theme.color(Token::TextMuted));
        paintWords(*painter, option.rect.adjusted(gap, 0, -gap, 0), option,
                   whyWords(model.forest(), id), Qt::ElideMiddle);
        break;
    }
    }
    painter->restore();
}

void FileDelegate::paintWords(QPainter& painter, const QRect& place,
                              const QStyleOptionViewItem& option, const QString& words,
                              Qt::TextElideMode mode) const
{
    painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(place, int(side | Qt::AlignAbsolute) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, mode, place.width()));
}

void FileDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option,
                             const FileTreeModel& model, FileId id) const
{
    const FileForest& forest = model.forest();
    const FileNode& node = forest.at(id);
    paintMark(painter, boxOf(option.rect, option.direction), node);
    QRect place = option.rect.adjusted(m_theme.px(kBoxWidth) + 2, 0, -m_theme.px(kCellGap), 0);
    painter.setFont(m_theme.font(FontRole::Body));
    const QString name = shownPath(model.isFlat() ? forest.path(id) : forest.name(id));
    if (node.news != FileNews::None) {
        const QString news = newsWords(node.news);
        const QFontMetrics small(m_theme.font(FontRole::Small));
        const int width = small.horizontalAdvance(news) + m_theme.px(8);
        const int before = std::min(painter.fontMetrics().horizontalAdvance(name) + m_theme.px(6),
                                    place.width() - width);
        const int height = small.height() + 2;
        const QRect pill(place.left() + before, place.center().y() - height / 2 + 1, width, height);
        const QRect shown = QStyle::visualRect(option.direction, option.rect, pill);
        paintRounded(painter, shown, m_theme.px(3), m_theme.color(Token::InfoFill));
        painter.setFont(m_theme.font(FontRole::Small));
        painter.setPen(m_theme.color(Token::InfoText));
        painter.drawText(shown, int(Qt::AlignCenter), news);
        painter.setFont(m_theme.font(FontRole::Body));
        place.setWidth(before - m_theme.px(4));
    }
    painter.setPen(m_theme.color(isSent(node) ? Token::Text : Token::TextMuted));
    paintWords(painter, QStyle::visualRect(option.direction, option.rect, place), option, name,
               Qt::ElideMiddle);
}

/// Told apart by their shapes, not by their colours alone.
void FileDelegate::paintMark(QPainter& painter, const QRect& box, const FileNode& node) const
{
    const int side = m_theme.px(kBoxSide);
    const QRect square(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
    if (node.mark == FileMark::Secret)
        return paintIcon(painter, square, Icon::Shield, m_theme.color(Token::CautionText));
    if (node.mark == FileMark::Huge || node.mark == FileMark::Unfit)
        return paintIcon(painter, square, Icon::Warning, m_theme.color(Token::Icon));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = m_theme.px(3);
    if (node.mark == FileMark::Sent) {
        paintRounded(painter, square, radius, m_theme.color(Token::Accent));
        paintIcon(painter, square.adjusted(1, 1, -1, -1), Icon::Check,
                  m_theme.color(Token::TextOnAccent));
    } else {
        const bool isCut = node.mark == FileMark::NoRoom;
        QPen line(m_theme.color(isCut ? Token::Caution : Token::BorderStrong), 1);
        if (isCut)
            line.setDashPattern({2, 2});
        painter.setPen(line);
        painter.setBrush(m_theme.color(Token::Raised));
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        const int inset = m_theme.px(3);
        if (node.mark == FileMark::Partly)
            paintRounded(painter, square.adjusted(inset, inset, -inset, -inset), 1,
                         m_theme.color(Token::Accent));
    }
    painter.restore();
}

void FileDelegate::paintTokens(QPainter& painter, const QStyleOptionViewItem& option,
                               const FileTreeModel& model, FileId id) const
{
    const FileNode& node = model.forest().at(id);
    const QString words = tokenCell(model.forest(), id);
    if (words.isEmpty())
        return;
    const int gap = m_theme.px(kCellGap);
    const int bar = m_theme.px(kShareHeight);
    const QRect cell = option.rect.adjusted(gap, 0, -gap, 0);
    painter.setFont(m_theme.font(FontRole::Keys)); // digits stand under digits
    painter.setPen(m_theme.color(isSent(node) ? Token::Text : Token::TextMuted));
    painter.setLayoutDirection(Qt::LeftToRight);
    const QRect upper = cell.adjusted(0, m_theme.px(1), 0, -m_theme.px(6));
    painter.drawText(
        QStyle::visualRect(option.direction, option.rect, upper),
        int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)
            | Qt::AlignAbsolute),
        words);
    if (node.sent == 0)
        return;
    // Of all that is sent: of a room of a million most bars would be a point.
    const double share = double(node.sent) / double(model.forest().at(kRootFile).sent);
    const int length = std::max(1, qRound(share * cell.width()));
    const QRect trough(cell.left(), cell.bottom() - m_theme.px(5), cell.width(), bar);
    const auto fill = [&](QRect place, Token ink) {
        place = QStyle::visualRect(option.direction, option.rect, place);
        painter.fillRect(place, m_theme.color(ink));
    };
    fill(trough, Token::PillFill);
    fill({trough.right() + 1 - length, trough.top(), length, bar}, Token::Accent);
}

} // namespace tf::ui
