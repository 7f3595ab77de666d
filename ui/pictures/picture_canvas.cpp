#include "ui/pictures/picture_canvas.h"

#include "ui/pictures/canvas_accessible.h"

#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kSlack = 7; ///< view pixels
constexpr double kCorner = 14; ///< view pixels about a far corner that is pulled

} // namespace

PictureCanvas::PictureCanvas(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QAccessible::installFactory(makeCanvasAccessible);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    grabGesture(Qt::PinchGesture);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QSize PictureCanvas::sizeHint() const
{
    return {m_theme.px(300), m_theme.px(240)};
}

QSize PictureCanvas::minimumSizeHint() const
{
    return {m_theme.px(120), m_theme.px(120)};
}

void PictureCanvas::setPicture(QSize original, const QString& name)
{
    m_size = original;
    m_name = name;
    m_pixels = {};
    m_seenPart = {QPoint(0, 0), original};
    m_drag = Drag::None;
    m_trial.reset();
    m_selected.reset();
    m_place.setPicture(original);
    changePlace();
}

void PictureCanvas::setPixels(Eye eye, PixelLevels levels)
{
    m_pixels.at(static_cast<std::size_t>(eye)) = std::move(levels);
    update();
}

void PictureCanvas::setSeenPart(const QRect& part)
{
    m_seenPart = part;
    update();
}

void PictureCanvas::setEye(Eye eye)
{
    m_eye = eye;
    update();
}

void PictureCanvas::setEdit(const app::PictureEdit& edit)
{
    m_edit = edit;
    if (m_selected && !hasPiece(m_edit, *m_selected))
        m_selected.reset();
    update();
}

void PictureCanvas::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setTool(EditTool::Select);
}

void PictureCanvas::setTool(EditTool tool)
{
    m_tool = tool;
    setCursor(tool == EditTool::Select ? Qt::OpenHandCursor : Qt::CrossCursor);
    update();
}

void PictureCanvas::setNote(const QString& note)
{
    m_note = note;
    update();
}

bool PictureCanvas::canEdit() const
{
    return !m_readOnly && m_eye == Eye::Original && !m_size.isEmpty();
}

double PictureCanvas::slack() const
{
    return kSlack / m_place.zoom();
}

QRect PictureCanvas::shownPlaceOf(const EditPiece& piece) const
{
    QRectF place = ui::placeOf(m_edit, piece);
    return m_place.toView(place.adjusted(-slack(), -slack(), slack(), slack())).toAlignedRect();
}

QString PictureCanvas::spoken() const
{
    if (m_size.isEmpty())
        return m_note;
    const QString look = m_eye == Eye::Original ? tr("as it is") : tr("as the model sees it");
    const int percent = qRound(100 * m_place.zoom());
    return tr("%1, %2 by %3 pixels, %4, at %5 %")
        .arg(m_name)
        .arg(m_size.width())
        .arg(m_size.height())
        .arg(look)
        .arg(percent);
}

void PictureCanvas::select(std::optional<EditPiece> piece)
{
    m_selected = piece;
    if (piece) {
        m_place.reveal(QRectF(ui::placeOf(m_edit, *piece)));
        const auto pieces = piecesOf(m_edit);
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(
            static_cast<int>(std::find(pieces.begin(), pieces.end(), *piece) - pieces.begin()));
        QAccessible::updateAccessibility(&focused);
    }
    changePlace();
}

void PictureCanvas::changePlace()
{
    update();
    Q_EMIT placeChanged();
}

void PictureCanvas::fit()
{
    m_place.fit();
    changePlace();
}

void PictureCanvas::showPixels()
{
    m_place.zoomTo(1 / devicePixelRatioF(), m_place.middleOfView());
    changePlace();
}

void PictureCanvas::zoomBy(double factor, std::optional<QPointF> anchor)
{
    m_place.zoomTo(m_place.zoom() * factor, anchor.value_or(m_place.middleOfView()));
    changePlace();
}

bool PictureCanvas::leave()
{
    if (m_drag != Drag::None && m_drag != Drag::Pan) {
        m_drag = Drag::None;
        m_trial.reset();
    } else if (m_tool != EditTool::Select) {
        Q_EMIT toolLeft();
    } else if (m_selected) {
        m_selected.reset();
    } else {
        return false;
    }
    update();
    return true;
}

void PictureCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_place.setView(size());
    changePlace();
}

void PictureCanvas::beginDrag(QPointF at)
{
    const QPointF place = m_place.toPicture(at);
    m_pressed = m_last = at;
    m_drag = Drag::Pan;
    if (!canEdit())
        return;
    if (m_tool != EditTool::Select) {
        m_drag = Drag::Stroke;
        applyDrag(at);
        return;
    }
    if (m_selected) {
        const QRectF shown = m_place.toView(QRectF(ui::placeOf(m_edit, *m_selected)));
        if (QLineF(at, shown.bottomRight()).length() < kCorner) {
            m_drag = Drag::Grow;
            return;
        }
    }
    m_selected = pieceAt(m_edit, place, slack());
    if (m_selected)
        m_drag = Drag::Move;
}

void PictureCanvas::applyDrag(QPointF at)
{
    const QPointF from = m_place.toPicture(m_pressed);
    const QPointF to = m_place.toPicture(at);
    const QPoint way = (to - from).toPoint();
    switch (m_drag) {
    case Drag::Pan:
        m_place.moveBy(at - m_last);
        changePlace();
        break;
    case Drag::Stroke:
        m_trial = stroked(m_edit, m_tool, from, to, m_size);
        break;
    case Drag::Move:
        m_trial = moved(m_edit, *m_selected, way, m_size);
        break;
    case Drag::Grow:
        m_trial = grown(m_edit, *m_selected, way, m_size);
        break;
    case Drag::None:
        return;
    }
    m_last = at;
    update();
}

void PictureCanvas::endDrag()
{
    const bool isStroke = m_drag == Drag::Stroke;
    m_drag = Drag::None;
    const auto trial = std::exchange(m_trial, std::nullopt);
    update();
    if (!trial || *trial == m_edit)
        return;
    m_edit = *trial;
    if (isStroke)
        m_selected = newest(m_edit, m_tool);
    Q_EMIT edited(m_edit);
}

void PictureCanvas::mousePressEvent(QMouseEvent* event)
{
    if (m_size.isEmpty() || event->button() == Qt::RightButton)
        return QWidget::mousePressEvent(event);
    if (event->button() == Qt::MiddleButton) {
        m_pressed = m_last = event->position();
        m_drag = Drag::Pan;
        return;
    }
    beginDrag(event->position());
    update();
}

void PictureCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::None)
        showCursor(event->position());
    else
        applyDrag(event->position());
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag == Drag::None)
        return;
    if (m_drag != Drag::Pan)
        applyDrag(event->position());
    endDrag();
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_tool != EditTool::Select)
        return mousePressEvent(event);
    if (m_place.isFitted())
        zoomBy(1 / devicePixelRatioF() / m_place.zoom(), event->position());
    else
        fit();
}

void PictureCanvas::showCursor(QPointF at)
{
    if (!canEdit() || m_tool != EditTool::Select)
        return;
    const bool isOver = pieceAt(m_edit, m_place.toPicture(at), slack()).has_value();
    setCursor(isOver ? Qt::SizeAllCursor : Qt::OpenHandCursor);
}

void PictureCanvas::wheelEvent(QWheelEvent* event)
{
    if (m_size.isEmpty())
        return QWidget::wheelEvent(event);
    // A touch pad says pixels and is moved about; a wheel has notches and zooms.
    const bool isMove =
        !event->pixelDelta().isNull() && !event->modifiers().testFlag(Qt::ControlModifier);
    if (isMove) {
        m_place.moveBy(event->pixelDelta());
        changePlace();
    } else {
        zoomBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
    }
    event->accept();
}

bool PictureCanvas::zoomByGesture(QNativeGestureEvent& gesture)
{
    if (gesture.gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoomBy(1 + gesture.value(), gesture.position());
    return true;
}

bool PictureCanvas::zoomByPinch(QGestureEvent& gesture)
{
    const auto* pinch = static_cast<QPinchGesture*>(gesture.gesture(Qt::PinchGesture));
    if (pinch == nullptr)
        return false;
    zoomBy(pinch->scaleFactor(), mapFromGlobal(pinch->hotSpot()));
    return true;
}

bool PictureCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture
        && zoomByGesture(static_cast<QNativeGestureEvent&>(*event)))
        return true;
    if (event->type() == QEvent::Gesture && zoomByPinch(static_cast<QGestureEvent&>(*event)))
        return true;
    return QWidget::event(event);
}

void PictureCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PictureCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tf::ui
