#pragma once

// The answers of ten minutes as a small picture: how many tokens a second each one had.
//
// What it shows stands in its accessible description, too. It is made anew when an answer is noted
// and never in between: the times under it are those of a clock, so it stays true. Thread: main.

#include "app/workspace/speeds.h"
#include "ui/theme/theme.h"

#include <QPointF>
#include <QString>
#include <QWidget>

#include <span>

namespace tf::ui {

struct PlotShape {
    std::vector<QPointF>
        points; ///< x: 0 ten minutes before the newest, 1 the newest; y: of the top
    double top = 0; ///< tokens a second: 1, 2 or 5 times a power of ten; 0: nothing is known
    std::chrono::system_clock::time_point from;
    std::chrono::system_clock::time_point to;
};

[[nodiscard]] PlotShape plotOf(std::span<const workspace::AnswerSpeed> speeds);
/// "3 answers, 38.0 to 41.2 tokens a second, the last one 41.2".
[[nodiscard]] QString plotWords(const PlotShape& shape);

class SpeedPlot : public QWidget {
    Q_OBJECT

public:
    explicit SpeedPlot(const Theme& theme, QWidget* parent = nullptr);

    void show(PlotShape shape);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintScale(QPainter& painter, const QRect& field) const;
    void paintAnswers(QPainter& painter, const QRect& field) const;

    const Theme& m_theme;
    PlotShape m_shape;
};

} // namespace tf::ui
