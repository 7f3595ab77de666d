// What the keys do to a picture: zoom, places, tools, and all that the pointer can do.

#include "ui/pictures/picture_canvas.h"
#include "ui/widgets/arrow_key.h"

#include <QKeyEvent>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr double kKeyZoom = 1.25;
constexpr int kPanStep = 40; ///< view pixels
constexpr int kFarStep = 10; ///< pixels that a mark goes, with no modifier a view pixel

} // namespace

void PictureCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_size.isEmpty())
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat())
            Q_EMIT eyeAsked(m_eye == Eye::Original ? Eye::Model : Eye::Original);
        return;
    }
    if (!pressPieceKey(*event) && !pressPlaceKey(*event))
        QWidget::keyPressEvent(event);
}

void PictureCanvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || m_size.isEmpty())
        return QWidget::keyReleaseEvent(event);
    if (!event->isAutoRepeat())
        Q_EMIT eyeAsked(m_eye == Eye::Original ? Eye::Model : Eye::Original);
}

bool PictureCanvas::pressPieceKey(const QKeyEvent& event)
{
    if (!canEdit())
        return false;
    const int key = event.key();
    if (key == Qt::Key_Period || key == Qt::Key_Comma) {
        selectNext(key == Qt::Key_Period ? +1 : -1);
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_tool != EditTool::Select) {
        strokeInTheMiddle();
        return true;
    }
    if (!m_selected)
        return false;
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        const auto after = without(m_edit, *m_selected);
        m_selected.reset();
        setEdit(after);
        Q_EMIT edited(after);
        return true;
    }
    const QPoint way = stepOfArrow(key);
    if (way.isNull())
        return false;
    const int far = event.modifiers().testFlag(Qt::ControlModifier)
        ? 1
        : std::max(qRound(kFarStep / m_place.zoom() / 2), 1);
    const bool grows = event.modifiers().testFlag(Qt::ShiftModifier);
    const auto after = grows ? grown(m_edit, *m_selected, way * far, m_size)
                             : moved(m_edit, *m_selected, way * far, m_size);
    setEdit(after);
    m_place.reveal(QRectF(ui::placeOf(m_edit, *m_selected)));
    Q_EMIT edited(after);
    return true;
}

bool PictureCanvas::pressPlaceKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kKeyZoom);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / kKeyZoom);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_1:
        showPixels();
        return true;
    default:
        break;
    }
    const QPoint way = stepOfArrow(event.key());
    if (way.isNull() || m_place.isFitted())
        return false;
    m_place.moveBy(-kPanStep * way);
    changePlace();
    return true;
}

void PictureCanvas::selectNext(int step)
{
    const auto pieces = piecesOf(m_edit);
    if (pieces.empty())
        return;
    const auto count = std::ssize(pieces);
    const auto here = m_selected
        ? std::find(pieces.begin(), pieces.end(), *m_selected) - pieces.begin()
        : (step > 0 ? -1 : count);
    select(pieces[static_cast<std::size_t>((here + step + count) % count)]);
}

/// Of a fair size; the arrow keys bring it where it belongs.
void PictureCanvas::strokeInTheMiddle()
{
    const QPointF middle = m_place.toPicture(m_place.middleOfView());
    const double reach = std::min(width(), height()) / m_place.zoom() / 6;
    const auto after = m_tool == EditTool::Number
        ? stroked(m_edit, m_tool, middle, middle, m_size)
        : stroked(m_edit, m_tool, middle - QPointF(reach, reach), middle + QPointF(reach, reach),
                  m_size);
    if (!after)
        return;
    setEdit(*after);
    select(newest(m_edit, m_tool));
    Q_EMIT edited(*after);
}

} // namespace tf::ui
