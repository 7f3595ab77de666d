#pragma once

// The program m3 while a server of the same test answers it: waiting handles events.

#include "tests/app/cli/m3_process.h"

#include <QProcess>

class ServedM3 {
public:
    ServedM3(const QStringList& arguments, const QProcessEnvironment& environment,
             const QByteArray& input = {});

    /// False when it ended first, or did not write that in time.
    bool waitForOutput(const QByteArray& beginning);
    [[nodiscard]] pid_t id() const { return static_cast<pid_t>(m_process.processId()); }
    void kill() { m_process.kill(); }
    /// Waits for its end.
    M3Run finish();

private:
    QProcess m_process;
    QByteArray m_out;
};
