#include "tests/support/test_table.h"
#include "tests/vision/helper/tests.h"
#include "vision/helper/sanitized.h"

#include <QProcess>

#include <cerrno>
#include <csignal>

namespace {

constexpr int kRefused = 100; ///< box_probe adds errno
constexpr int kKilled = -SIGSYS;

struct Outcome {
    int code = 0; ///< negative: the signal that ended it
    QByteArray out;
};

/// What became of box_probe. Qt tells a crash's signal as its exit code.
Outcome tryInBox(const QString& what)
{
    QProcess process;
    process.start(QStringLiteral(TRIFOLD_BOX_PROBE), {what});
    if (!process.waitForFinished(10000))
        return {-SIGALRM, {}};
    const bool isKilled = process.exitStatus() == QProcess::CrashExit;
    return {isKilled ? -process.exitCode() : process.exitCode(), process.readAllStandardOutput()};
}

} // namespace

class BoxTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeDoneInside_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::newRow("read") << 0;
        QTest::newRow("thread") << 0;
        for (const char* refused : {"open", "create", "stat"})
            QTest::newRow(refused) << kRefused + EACCES;
        QTest::newRow("code") << kRefused + EPERM;
        for (const char* killed : {"socket", "connect", "exec", "fork", "ptrace", "kill", "unlink",
                                   "cpu", "pidfd", "keys", "uring", "bpf"})
            QTest::newRow(killed) << kKilled;
        if (tf::vision::kIsSanitized)
            return;
        QTest::newRow("memory") << kRefused + ENOMEM;
        QTest::newRow("pipe") << kRefused + EPERM;
    }
    void whatCanBeDoneInside()
    {
        QFETCH(int, outcome);
        QCOMPARE(tryInBox(QString::fromUtf8(QTest::currentDataTag())).code, outcome);
    }

    void landlockAloneKeepsFilesAway()
    {
        if (tryInBox(QStringLiteral("walls")).out.startsWith("landlock=0"))
            QSKIP("this kernel has no Landlock");
        QCOMPARE(tryInBox(QStringLiteral("landlock alone")).code, kRefused + EACCES);
    }

    void aKernelWithoutLandlockIsNamedAsAGap()
    {
        const auto outcome = tryInBox(QStringLiteral("without landlock"));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.startsWith("landlock=0\n"), outcome.out.constData());
        QVERIFY2(outcome.out.contains("this kernel has no Landlock"), outcome.out.constData());
    }
};

std::unique_ptr<QObject> makeBoxTest()
{
    return tf::test::make<BoxTest>();
}

#include "tst_box.moc"
