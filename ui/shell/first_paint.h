#pragma once

// Tells a measuring script when the first picture of a window was complete, and when its session
// could be read.

#include <QObject>
#include <QPointer>

namespace tf::ui {

class TranscriptView;

class FirstPaint : public QObject {
public:
    /// Watches `window` and the conversation in it; owned by it. Writes "first-paint" and, when the
    /// end of a session was painted as it reads, "first-reading", each once and with the
    /// nanoseconds of CLOCK_MONOTONIC, to standard error.
    FirstPaint(QWidget& window, TranscriptView& view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPointer<TranscriptView> m_view;
};

} // namespace tf::ui
