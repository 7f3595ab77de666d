#pragma once

// Everything that takes longer than a blink: named, counted, and stoppable from one place.
//
// Whoever starts something long opens a job and tells it how far it is; the window shows them all.
// Thread: main. Blocks: never.

#include <QObject>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace tf::workspace {

using JobId = std::int64_t;

struct Job {
    JobId id = 0;
    std::string title; ///< "Reading billing"
    std::string stage; ///< "counting tokens"
    std::int64_t done = 0;
    std::int64_t total = 0; ///< 0: nobody knows
    std::string unit; ///< "files"
    std::chrono::steady_clock::time_point began;
    bool canStop = false;
};

class Jobs : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `stop` is called when the user wants it; the job ends when its owner says so.
    JobId begin(std::string title, std::function<void()> stop = {});
    void tell(JobId id, std::string stage, std::int64_t done, std::int64_t total,
              std::string unit = {});
    void end(JobId id);
    void stop(JobId id);

    [[nodiscard]] const std::vector<Job>& running() const { return m_jobs; }

Q_SIGNALS:
    void changed();

private:
    std::vector<Job> m_jobs;
    std::vector<std::function<void()>> m_stops; ///< in the order of m_jobs
    JobId m_last = 0;
};

} // namespace tf::workspace
