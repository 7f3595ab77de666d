#pragma once

// A stream_writer in a process of its own, which can be stopped and killed in the middle.
//
// A writer that has ended by itself is never signalled: its number would be 0, which means every
// process of our own group, the one that runs the tests included.

#include <QProcess>

#include <chrono>
#include <string>

namespace tf::test {

class Writer {
public:
    /// Starts it and waits until it has said something.
    explicit Writer(const std::string& folder);

    /// Lets it write for a while; what went wrong when it did not last that long.
    [[nodiscard]] std::string runFor(std::chrono::milliseconds time);
    /// It does nothing more from here on, until it is killed.
    void pause();
    void kill();
    /// What it said that was not taken yet.
    [[nodiscard]] std::string lines();

private:
    QProcess m_process;
};

} // namespace tf::test
