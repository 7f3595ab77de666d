#pragma once

// The answers of ten minutes as a small picture: tokens a second, or the time to the first word.
//
// A single answer is read with the pointer, or with the arrow keys; what is shown stands in the
// accessible description, too. It is made anew when an answer is noted and never in between: the
// times under it are those of a clock, so it stays true. Thread: main.

#include "app/workspace/speeds.h"
#include "ui/theme/theme.h"

#include <QPointF>
#include <QString>
#include <QWidget>

#include <span>

namespace tf::ui {

enum class PlotOf : std::uint8_t { AnswerRate, FirstWord };

struct PlotShape {
    PlotOf of = PlotOf::AnswerRate;
    std::vector<QPointF>
        points; ///< x: 0 ten minutes before the newest, 1 the newest; y: of the top
    double top =
        0; ///< tokens a second or seconds: 1, 2 or 5 times a power of ten; 0: nothing is known
    std::chrono::system_clock::time_point from;
    std::chrono::system_clock::time_point to;
};

[[nodiscard]] PlotShape plotOf(std::span<const workspace::AnswerSpeed> speeds, PlotOf of);
/// "3 answers, 38.0 to 41.2 tokens a second, the last one 41.2".
[[nodiscard]] QString plotWords(const PlotShape& shape);
/// Of one answer: "14:05 · 41.2 tok/s".
[[nodiscard]] QString pointWords(const PlotShape& shape, std::size_t point);

class SpeedPlot : public QWidget {
    Q_OBJECT

public:
    SpeedPlot(const Theme& theme, PlotOf of, QWidget* parent = nullptr);

    void setShape(PlotShape shape);
    /// Both fields begin at the same place. Requires: `other` lives as long as this is shown.
    void startWith(const SpeedPlot& other) { m_other = &other; }
    /// The answer that is read; none: all of them.
    [[nodiscard]] std::optional<std::size_t> chosen() const { return m_chosen; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect field() const;
    [[nodiscard]] QRectF inside() const;
    [[nodiscard]] QString scaleWords(double value) const;
    [[nodiscard]] int scaleWidth() const;
    void choose(std::optional<std::size_t> point);
    void paintScale(QPainter& painter, const QRect& field) const;
    void paintAnswers(QPainter& painter) const;

    const Theme& m_theme;
    const SpeedPlot* m_other = nullptr;
    PlotShape m_shape;
    std::optional<std::size_t> m_chosen;
};

} // namespace tf::ui
