#include "tests/support/test_table.h"
#include "tests/support/tests/tests.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <fstream>

namespace {

struct Run {
    bool passed = false;
    QByteArray output;
};

/// Replays the corpus as ctest does; core files, if any, stay in its folder.
Run replay(const QString& corpus)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QDir::tempPath());
    process.start(QStringLiteral(TRIFOLD_BRITTLE), {corpus});
    if (!process.waitForFinished(20'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            process.readAll()};
}

} // namespace

class ReplayTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void inputsThatDoNoHarmPass()
    {
        const QTemporaryDir corpus;
        write(corpus, "a", "stand");
        write(corpus, "b/c", "");
        const auto run = replay(corpus.path());
        QVERIFY2(run.passed, run.output.constData());
        QVERIFY(run.output.contains("replayed 2 inputs"));
    }

    void anInputThatFellsTheTargetFailsAndIsNamed()
    {
        const QTemporaryDir corpus;
        write(corpus, "a", "stand");
        write(corpus, "b", "fall");
        write(corpus, "c", "stand");
        const auto run = replay(corpus.path());
        QVERIFY(!run.passed);
        QVERIFY2(run.output.contains("/b\n"), run.output.constData());
        QVERIFY(!run.output.contains("/c\n"));
    }

    void anEmptyCorpusFails()
    {
        const QTemporaryDir corpus;
        const auto run = replay(corpus.path());
        QVERIFY(!run.passed);
        QVERIFY(run.output.contains("replayed 0 inputs"));
    }

    void aMissingCorpusFailsAndIsNamed()
    {
        const QTemporaryDir corpus;
        const auto run = replay(corpus.filePath(QStringLiteral("nowhere")));
        QVERIFY(!run.passed);
        QVERIFY2(run.output.contains("nowhere: No such file"), run.output.constData());
    }

private:
    static void write(const QTemporaryDir& corpus, const char* name, const char* bytes)
    {
        const auto path = corpus.filePath(QString::fromLatin1(name));
        QDir().mkpath(QFileInfo(path).path());
        std::ofstream(path.toStdString()) << bytes;
    }
};

std::unique_ptr<QObject> makeReplayTest()
{
    return std::make_unique<ReplayTest>();
}

#include "tst_replay.moc"
