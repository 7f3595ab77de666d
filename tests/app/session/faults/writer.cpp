#include "tests/app/session/faults/writer.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <csignal>

namespace tf::test {

namespace {

constexpr int kPatience = 20'000; ///< milliseconds

} // namespace

Writer::Writer(const std::string& folder)
{
    m_process.start(QStringLiteral(TRIFOLD_STREAM_WRITER), {QString::fromStdString(folder)});
    m_process.waitForReadyRead(kPatience);
}

std::string Writer::runFor(std::chrono::milliseconds time)
{
    const bool ended = m_process.waitForFinished(static_cast<int>(time.count()));
    if (!ended && m_process.state() == QProcess::Running)
        return {};
    return words("the writer ended by itself: ", m_process.errorString().toStdString(), ", code ",
                 m_process.exitCode(), ", ", m_process.readAllStandardError().toStdString());
}

void Writer::pause()
{
    CHECK(m_process.processId() > 0, "a process that runs");
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void Writer::kill()
{
    m_process.kill(); // nothing, when it has ended
    m_process.waitForFinished(kPatience);
}

std::string Writer::lines()
{
    m_process.waitForReadyRead(10);
    return m_process.readAllStandardOutput().toStdString();
}

} // namespace tf::test
