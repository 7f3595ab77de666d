#include "tests/app/cli/served_m3.h"

#include <QTest>

namespace {

constexpr int kPatienceMillis = 30'000;

} // namespace

ServedM3::ServedM3(const QStringList& arguments, const QProcessEnvironment& environment,
                   const QByteArray& input)
{
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(TRIFOLD_M3), arguments);
    m_process.write(input);
    m_process.closeWriteChannel();
}

bool ServedM3::waitForOutput(const QByteArray& beginning)
{
    return QTest::qWaitFor(
        [&] {
            m_out += m_process.readAllStandardOutput();
            return m_out.startsWith(beginning);
        },
        kPatienceMillis);
}

M3Run ServedM3::finish()
{
    const bool hasEnded =
        QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, kPatienceMillis);
    m_out += m_process.readAllStandardOutput();
    const bool isNormal = hasEnded && m_process.exitStatus() == QProcess::NormalExit;
    return {isNormal ? m_process.exitCode() : -1, m_out, m_process.readAllStandardError()};
}
