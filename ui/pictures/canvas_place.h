#pragma once

// Which part of a picture a view shows, and how large: zoom and middle.
//
// Arithmetic alone. A picture that is fitted stays fitted when the view's size changes; a zoom
// stays about the point it was made at. Thread: main.

#include <QRectF>
#include <QSize>

namespace tf::ui {

class CanvasPlace {
public:
    static constexpr double kMostZoom = 16; ///< view pixels a picture pixel

    void setPicture(QSize size);
    void setView(QSizeF size);

    /// All of it, as large as it goes, and not beyond its own pixels.
    void fit();
    /// `anchor`, a point of the view, stays where it is.
    void zoomTo(double zoom, QPointF anchor);
    void moveBy(QPointF inView);
    /// Moves as little as it must until that part of the picture can be seen.
    void reveal(const QRectF& inPicture);

    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] bool isFitted() const { return m_isFitted; }
    [[nodiscard]] QPointF toView(QPointF inPicture) const;
    [[nodiscard]] QRectF toView(const QRectF& inPicture) const;
    [[nodiscard]] QPointF toPicture(QPointF inView) const;
    [[nodiscard]] QPointF middleOfView() const { return {m_view.width() / 2, m_view.height() / 2}; }

private:
    [[nodiscard]] double fittingZoom() const;
    void keepInside();

    QSize m_picture{1, 1};
    QSizeF m_view{1, 1};
    double m_zoom = 1;
    QPointF m_middle; ///< of the view, in the picture
    bool m_isFitted = true;
};

} // namespace tf::ui
