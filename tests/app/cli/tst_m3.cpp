// The program m3, run as a user would: what it prints where, and its exit code.

#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

using namespace Qt::StringLiterals;

class M3Test : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void saysItsVersion()
    {
        const M3Run run = runM3({u"--version"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray("m3 (Trifold) " TRIFOLD_VERSION "\n"));
    }

    void helpListsTheVerbs()
    {
        for (const QString& word : {u"--help"_s, u"-h"_s, u"help"_s}) {
            const M3Run run = runM3({word});
            QCOMPARE(run.exitCode, 0);
            QVERIFY(run.err.isEmpty());
            QVERIFY2(run.out.contains("  status"), run.out.constData());
        }
    }

    void withoutAVerbHelpIsAnError()
    {
        const M3Run run = runM3({});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.contains("usage: m3 VERB"));
    }

    void anUnknownVerbIsNamed()
    {
        const M3Run run = runM3({u"sing"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.err.contains("\"sing\""));
        QVERIFY(run.err.contains("m3 --help"));
    }

    void everyVerbHasHelp()
    {
        const QString verbs = QString::fromUtf8(runM3({u"--help"_s}).out).section(u"verbs:\n"_s, 1);
        const auto lines = verbs.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(!lines.isEmpty());
        for (const QString& line : lines) {
            const QString verb = line.simplified().section(u' ', 0, 0);
            const M3Run run = runM3({verb, u"--help"_s});
            QCOMPARE(run.exitCode, 0);
            QVERIFY2(run.out.startsWith("usage: m3 " + verb.toUtf8()), run.out.constData());
        }
    }

    void statusTellsWhatIsThereAndWhatIsMissing()
    {
        const M3Run run = runM3({u"status"_s});
        QCOMPARE(run.exitCode, 0);
        for (const char* word : {"CPU", "memory", "GPU", "model", "endpoint"})
            QVERIFY2(run.out.contains(word), run.out.constData());
        QCOMPARE(runM3({u"status"_s, u"extra"_s}).exitCode, 2);
    }
};

std::unique_ptr<QObject> makeM3Test()
{
    return std::make_unique<M3Test>();
}

#include "tst_m3.moc"
