#include "ui/pictures/canvas_place.h"

#include <algorithm>

namespace tf::ui {

namespace {

/// The middle along one side: what is smaller than the view stands in its middle, what is larger
/// leaves no gap.
double insideAlong(double middle, double length, double shown)
{
    return shown >= length ? length / 2 : std::clamp(middle, shown / 2, length - shown / 2);
}

/// How far to move so that `first` to `last` lies between 0 and `most`; the beginning wins.
double wayInto(double first, double last, double most)
{
    if (first < 0)
        return -first;
    return last > most ? std::max(most - last, -first) : 0;
}

} // namespace

void CanvasPlace::setPicture(QSize size)
{
    m_picture = size.expandedTo({1, 1});
    fit();
}

void CanvasPlace::setView(QSizeF size)
{
    m_view = size.expandedTo({1, 1});
    if (m_isFitted)
        fit();
    else
        keepInside();
}

double CanvasPlace::fittingZoom() const
{
    return std::min(
        {m_view.width() / m_picture.width(), m_view.height() / m_picture.height(), 1.0});
}

void CanvasPlace::fit()
{
    m_isFitted = true;
    m_zoom = fittingZoom();
    keepInside();
}

void CanvasPlace::zoomTo(double zoom, QPointF anchor)
{
    const QPointF held = toPicture(anchor);
    m_zoom = std::clamp(zoom, std::min(fittingZoom(), 1.0), kMostZoom);
    m_isFitted = false;
    m_middle += held - toPicture(anchor);
    keepInside();
}

void CanvasPlace::moveBy(QPointF inView)
{
    m_isFitted = false;
    m_middle -= inView / m_zoom;
    keepInside();
}

void CanvasPlace::reveal(const QRectF& inPicture)
{
    const QRectF shown = toView(inPicture);
    const QPointF way(wayInto(shown.left(), shown.right(), m_view.width()),
                      wayInto(shown.top(), shown.bottom(), m_view.height()));
    if (!way.isNull())
        moveBy(way);
}

void CanvasPlace::keepInside()
{
    m_middle = {insideAlong(m_middle.x(), m_picture.width(), m_view.width() / m_zoom),
                insideAlong(m_middle.y(), m_picture.height(), m_view.height() / m_zoom)};
}

QPointF CanvasPlace::toView(QPointF inPicture) const
{
    return (inPicture - m_middle) * m_zoom + middleOfView();
}

QRectF CanvasPlace::toView(const QRectF& inPicture) const
{
    return {toView(inPicture.topLeft()), toView(inPicture.bottomRight())};
}

QPointF CanvasPlace::toPicture(QPointF inView) const
{
    return (inView - middleOfView()) / m_zoom + m_middle;
}

} // namespace tf::ui
