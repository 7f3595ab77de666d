#pragma once

// A clip from its beginning to its end: how much changes when, what is sent, what answers cite.
//
// A press or a drag goes there; the wheel zooms; two handles bound the stretch that is wanted. Time
// goes from left to right everywhere. To a screen reader it is a slider whose value is in words.
// Thread: main.

#include "ui/frames/line/time_scale.h"
#include "ui/frames/line/timeline_look.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

namespace tf::ui {

class Timeline : public QWidget {
    Q_OBJECT

public:
    explicit Timeline(const Theme& theme, QWidget* parent = nullptr);

    void setLook(TimelineLook look);
    [[nodiscard]] const TimelineLook& look() const { return m_look; }
    /// Where the player is; the frame's number is -1 while nobody knows it.
    void setPlace(double seconds, std::int64_t frame);
    [[nodiscard]] double place() const { return m_place; }
    [[nodiscard]] QString placeText() const;
    /// As the user does it.
    void scrubTo(double seconds);
    /// That moment is pointed out until another one is.
    void setPointedOut(std::optional<double> seconds);

    [[nodiscard]] const TimeScale& scale() const { return m_scale; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void scrubbed(double seconds);
    /// By the handles, when one was let go; to: 0 is the clip's end.
    void stretchChosen(double from, double to);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Grip : std::uint8_t { None, Place, From, To };

    struct Rows {
        QRect cited;
        QRect graph;
        QRect sent;
        QRect times;
    };

    [[nodiscard]] Rows rows() const;
    [[nodiscard]] double stretchEnd() const;
    [[nodiscard]] Grip gripAt(QPointF place) const;
    [[nodiscard]] QString wordsAt(QPointF place) const;
    void layScale();
    void drag(double x);
    void setStretch(double from, double to);
    void stepToMark(int direction);
    bool zoomByKey(int key);
    void paintGraph(QPainter& painter, const QRect& place) const;
    void paintEvents(QPainter& painter, const QRect& graph) const;
    void paintStretch(QPainter& painter, const Rows& rows) const;
    void paintSent(QPainter& painter, const QRect& place) const;
    void paintCited(QPainter& painter, const QRect& place) const;
    void paintTimes(QPainter& painter, const QRect& place) const;
    void paintPlace(QPainter& painter, const Rows& rows) const;

    const Theme& m_theme;
    TimelineLook m_look;
    TimeScale m_scale;
    double m_place = 0;
    std::int64_t m_frame = -1;
    std::optional<double> m_pointedOut;
    Grip m_grip = Grip::None;
};

} // namespace tf::ui
