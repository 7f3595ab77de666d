#pragma once

// Tells a measuring script when the first picture of a window was complete.

#include <QObject>

namespace tf::ui {

class FirstPaint : public QObject {
public:
    /// Watches `window`; owned by it. Writes "first-paint <nanoseconds of CLOCK_MONOTONIC>" to
    /// standard error once.
    explicit FirstPaint(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace tf::ui
