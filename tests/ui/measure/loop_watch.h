#pragma once

// How late the event loop came to a timer of a millisecond: the time in which nobody was answered.
//
// The timer itself costs; processor time is measured without it. Thread: main.

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace tf::test {

struct LoopFigures {
    double longestMillis = 0;
    double p99Millis = 0;
    /// Processor time of the thread between two beats: what the longest would have been had no
    /// other program run.
    double longestBusyMillis = 0;
};

class LoopWatch : public QObject {
    Q_OBJECT

public:
    LoopWatch();

    void restart();
    [[nodiscard]] LoopFigures figures() const;

private:
    QTimer m_beat;
    QElapsedTimer m_since; ///< the last beat
    std::vector<double> m_gaps; ///< milliseconds, one a beat
    double m_busySince = 0; ///< milliseconds of the thread
    double m_longestBusy = 0;
};

/// Processor seconds of this process, all threads.
[[nodiscard]] double processorSeconds();
/// Resident memory of this process, MiB.
[[nodiscard]] double residentMiB();
/// Times that any thread of this process was put to sleep and woken.
[[nodiscard]] long numSwitches();

} // namespace tf::test
