#pragma once

// How long the event loop was busy at a stretch, and how often it woke, since it was last asked.
//
// Busy is from waking to waiting again: everything that one turn of the loop did. Thread: main.

#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace tf::test {

struct LoopFigures {
    double longestMillis = 0;
    double p99Millis = 0;
    int numWakes = 0;
    double seconds = 0;
};

class LoopWatch : public QObject {
    Q_OBJECT

public:
    LoopWatch();

    void restart();
    [[nodiscard]] LoopFigures figures() const;

private:
    QElapsedTimer m_since;
    QElapsedTimer m_awake;
    std::vector<double> m_busy; ///< milliseconds, one a wake
};

/// Processor seconds of this process, all threads.
[[nodiscard]] double processorSeconds();
/// Resident memory of this process, MiB.
[[nodiscard]] double residentMiB();
/// Times that any thread of this process was put to sleep and woken.
[[nodiscard]] long numSwitches();

} // namespace tf::test
