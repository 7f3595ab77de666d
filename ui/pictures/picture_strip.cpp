#include "ui/pictures/picture_strip.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace tf::ui {

namespace {

constexpr QSize kCell(76, 52);
constexpr int kScrollRoom = 10;

/// A small picture, cut to its cell.
class CellPainter : public QStyledItemDelegate {
public:
    CellPainter(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {m_theme.px(kCell.width()), m_theme.px(kCell.height())};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const QRect place = option.rect.adjusted(3, 3, -3, -3);
        const auto picture = index.data(Qt::DecorationRole).value<QPixmap>();
        paintRounded(*painter, place, m_theme.px(4), m_theme.color(Token::CodeFill));
        if (picture.isNull())
            paintState(*painter, place, index);
        else
            paintPicture(*painter, place, picture);
        const bool isShown = option.state.testFlag(QStyle::State_Selected);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(isShown ? Token::Accent : Token::Border),
                             isShown ? m_theme.px(2) : 1));
        painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(4),
                                 m_theme.px(4));
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintFocusRing(*painter, option.rect, m_theme.px(5), m_theme);
        painter->restore();
    }

private:
    void paintState(QPainter& painter, const QRect& place, const QModelIndex& index) const
    {
        const bool isFailed =
            index.data(Qt::UserRole).toInt() == static_cast<int>(workspace::TrayState::Failed);
        const int side = m_theme.px(20);
        QRect icon(0, 0, side, side);
        icon.moveCenter(place.center());
        paintIcon(painter, icon, isFailed ? Icon::Warning : Icon::Picture,
                  m_theme.color(isFailed ? Token::DangerText : Token::Icon));
    }

    void paintPicture(QPainter& painter, const QRect& place, const QPixmap& picture) const
    {
        QPainterPath cell;
        cell.addRoundedRect(place, m_theme.px(4), m_theme.px(4));
        painter.save();
        painter.setClipPath(cell);
        const QSizeF size =
            QSizeF(picture.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target({}, size);
        target.moveCenter(QRectF(place).center());
        painter.drawPixmap(target, picture, picture.rect());
        painter.restore();
    }

    const Theme& m_theme;
};

} // namespace

PictureStrip::PictureStrip(const Theme& theme, PictureList& list, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Pictures"));
    setModel(&list);
    setItemDelegate(new CellPainter(theme, this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] {
        doItemsLayout();
        updateGeometry();
    });
}

QSize PictureStrip::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(kCell.height()) + kScrollRoom};
}

QSize PictureStrip::minimumSizeHint() const
{
    return {m_theme.px(100), sizeHint().height()};
}

void PictureStrip::showRow(int row)
{
    const QScopedValueRollback showing(m_isShowing, true);
    setCurrentIndex(model()->index(row, 0));
    // What was not laid out yet cannot be scrolled to.
    QMetaObject::invokeMethod(
        this, [this] { scrollTo(currentIndex()); }, Qt::QueuedConnection);
}

void PictureStrip::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_isShowing)
        Q_EMIT rowChosen(current.row());
}

} // namespace tf::ui
