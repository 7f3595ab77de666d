#include "ui/theme/spin_box.h"

#include <QPainter>
#include <QStyleOption>

namespace tf::ui {

namespace {

constexpr int kArrowColumn = 22; // its middle is where a combo box has its arrow
constexpr int kArrowWidth = 8;
constexpr int kArrowHeight = 4;
constexpr int kArrowsApart = 3; ///< from the middle of the field
constexpr int kWordsInset = 7; // the editor in it adds two

void paintArrow(QPainter& painter, const QRectF& place, bool isUp)
{
    const double tip = isUp ? place.top() : place.bottom();
    const double base = isUp ? place.bottom() : place.top();
    painter.drawPolygon(QPolygonF{QPointF(place.left(), base), QPointF(place.right(), base),
                                  QPointF(place.center().x(), tip)});
}

} // namespace

QRect spinBoxPart(const QStyleOptionSpinBox& box, QStyle::SubControl part, const Theme& theme)
{
    const QRect& all = box.rect;
    const int column = theme.px(kArrowColumn);
    const int half = all.height() / 2;
    QRect place = all;
    if (part == QStyle::SC_SpinBoxEditField)
        place = all.adjusted(theme.px(kWordsInset), 1, -column, -1);
    else if (part == QStyle::SC_SpinBoxUp)
        place = {all.right() + 1 - column, all.top(), column, half};
    else if (part == QStyle::SC_SpinBoxDown)
        place = {all.right() + 1 - column, all.top() + half, column, all.height() - half};
    return QStyle::visualRect(box.direction, all, place);
}

void paintSpinArrows(QPainter& painter, const QStyleOptionSpinBox& box, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const bool isUp : {true, false}) {
        const auto step =
            isUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
        const bool isOpen =
            box.state.testFlag(QStyle::State_Enabled) && box.stepEnabled.testFlag(step);
        const QRectF part =
            spinBoxPart(box, isUp ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown, theme);
        const double width = theme.px(kArrowWidth);
        const double height = theme.px(kArrowHeight);
        const double apart = theme.px(kArrowsApart);
        painter.setBrush(theme.color(isOpen ? Token::Icon : Token::TextDisabled));
        paintArrow(painter,
                   {part.center().x() - width / 2,
                    isUp ? part.bottom() - apart - height : part.top() + apart, width, height},
                   isUp);
    }
    painter.restore();
}

} // namespace tf::ui
