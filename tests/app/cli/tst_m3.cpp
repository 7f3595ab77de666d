// The program m3, run as a user would: what it prints where, and its exit code.

#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

struct Run {
    int exitCode = -1;
    QString out;
    QString err;
};

Run m3(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(M3_PROGRAM), arguments);
    process.closeWriteChannel();
    process.waitForFinished(10000);
    if (process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class M3Test : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void saysItsVersion()
    {
        const Run run = m3({u"--version"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QStringLiteral("m3 (Trifold) " TRIFOLD_VERSION "\n"));
    }

    void helpListsTheVerbs()
    {
        for (const QString& word : {u"--help"_s, u"-h"_s, u"help"_s}) {
            const Run run = m3({word});
            QCOMPARE(run.exitCode, 0);
            QVERIFY(run.err.isEmpty());
            QVERIFY2(run.out.contains(u"  status"_s), qPrintable(run.out));
        }
    }

    void withoutAVerbHelpIsAnError()
    {
        const Run run = m3({});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.contains(u"usage: m3 VERB"_s));
    }

    void anUnknownVerbIsNamed()
    {
        const Run run = m3({u"sing"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.err.contains(u"\"sing\""_s));
        QVERIFY(run.err.contains(u"m3 --help"_s));
    }

    void everyVerbHasHelp()
    {
        const QString verbs = m3({u"--help"_s}).out.section(u"verbs:\n"_s, 1);
        const auto lines = verbs.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(!lines.isEmpty());
        for (const QString& line : lines) {
            const QString verb = line.simplified().section(u' ', 0, 0);
            const Run run = m3({verb, u"--help"_s});
            QCOMPARE(run.exitCode, 0);
            QVERIFY2(run.out.startsWith(u"usage: m3 "_s + verb), qPrintable(run.out));
        }
    }

    void statusTellsWhatIsThereAndWhatIsMissing()
    {
        const Run run = m3({u"status"_s});
        QCOMPARE(run.exitCode, 0);
        for (const QString& word : {u"CPU"_s, u"memory"_s, u"GPU"_s, u"model"_s, u"endpoint"_s})
            QVERIFY2(run.out.contains(word), qPrintable(run.out));
        QVERIFY(m3({u"status"_s, u"extra"_s}).exitCode == 2);
    }
};

std::unique_ptr<QObject> makeM3Test() { return std::make_unique<M3Test>(); }

#include "tst_m3.moc"
