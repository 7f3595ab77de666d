#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace tf;

namespace {

const QString kTokenizer = QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/small.json");

QStringList paths(const QJsonValue& list)
{
    QStringList all;
    for (const auto& item : list.toArray())
        all += item[QStringLiteral("path")].toString();
    return all;
}

} // namespace

class IngestTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
        QVERIFY(QFile::copy(kTokenizer, m_tokenizer));
        write("src/main.c", "int main(void)\n{\n    return 0;\n}\n");
        write("src/tab\tle.c", "static int t;\n");
        write("README.md", "# A tree\n\nWith words.\r\n");
        write("package-lock.json", "{}\n");
        write("node_modules/x/index.js", "x\n");
        write(".env", "KEY=1\n");
        write("logo.png", "\x89PNG");
        write(".gitignore", "*.tmp\n");
        write("a.tmp", "temporary\n");
        write("data.csv", QByteArray("1,2,3\n").repeated(500));
    }

    void cleanupTestCase() { qunsetenv("XDG_CACHE_HOME"); }

    void aPlanIsPrinted()
    {
        const auto run = ingest({});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("  src/main.c\n"), run.out.constData());
        QVERIFY(!run.out.contains('\t')); // no byte that a terminal obeys
        QVERIFY(run.out.contains("name that is not taken (a name with control characters)"));
        QVERIFY(run.out.contains("secret by its name (.env): .env\n"));
        QVERIFY(run.out.contains("vendored (node_modules): node_modules/\n"));
        QVERIFY(run.out.contains("lock file (package-lock.json)"));
        QVERIFY(run.out.contains("ignored by git (.gitignore line 1: *.tmp): a.tmp\n"));
        QVERIFY(run.out.contains(" tokens in 4 files; ~ is an estimate"));
    }

    /// What the plan says is what the text that is sent has.
    void exactTokensAreThoseOfTheText()
    {
        const auto text = m_out.filePath(QStringLiteral("pack.txt"));
        const QStringList exact = {QStringLiteral("--exact"), QStringLiteral("--tokenizer"),
                                   m_tokenizer, QStringLiteral("--text"), text};
        for (int round = 0; round < 2; ++round) { // counted, then remembered
            const auto plan = planOf(exact);
            QCOMPARE(plan[QStringLiteral("quality")].toString(), QStringLiteral("exact"));
            QFile file(text);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto ids = runM3({QStringLiteral("tokenize"), QStringLiteral("--tokenizer"),
                                    m_tokenizer, QStringLiteral("--raw")},
                                   file.readAll());
            QCOMPARE(plan[QStringLiteral("tokens")].toInt(), int(ids.out.count(',')) + 1);
        }
        QVERIFY(QFile::exists(m_cache.filePath(QStringLiteral("trifold/counts"))));
    }

    void rulesAndKindsChooseFiles()
    {
        const auto plan =
            planOf({QStringLiteral("--rule"), QStringLiteral("-**"), QStringLiteral("--rule"),
                    QStringLiteral("+src"), QStringLiteral("--rule"), QStringLiteral("-src/tab*")});
        QCOMPARE(paths(plan[QStringLiteral("files")]), QStringList{QStringLiteral("src/main.c")});

        const auto taken =
            planOf({QStringLiteral("--take"), QStringLiteral("vendored"), QStringLiteral("--take"),
                    QStringLiteral("locks"), QStringLiteral("--take"), QStringLiteral("ignored"),
                    QStringLiteral("--max-size"), QStringLiteral("1K")});
        const auto files = paths(taken[QStringLiteral("files")]);
        QVERIFY(files.contains(QStringLiteral("node_modules/x/index.js")));
        QVERIFY(files.contains(QStringLiteral("package-lock.json")));
        QVERIFY(files.contains(QStringLiteral("a.tmp")));
        QVERIFY(!files.contains(QStringLiteral("data.csv")));
        QVERIFY(!files.contains(QStringLiteral(".env")));
    }

    void aBudgetIsKept()
    {
        const auto plan = planOf({QStringLiteral("--budget"), QStringLiteral("150")});
        QVERIFY(plan[QStringLiteral("tokens")].toInt() <= 150);
        QCOMPARE(plan[QStringLiteral("budget")].toInt(), 150);
        QVERIFY(paths(plan[QStringLiteral("cuts")]).contains(QStringLiteral("data.csv")));
        QVERIFY(paths(plan[QStringLiteral("files")]).contains(QStringLiteral("src/main.c")));
    }

    void eachExcludedFileIsListedOnRequest()
    {
        const auto run = ingest({QStringLiteral("--all")});
        QVERIFY2(run.out.contains("  logo.png: no text (*.png)\n"), run.out.constData());
    }

    void aCommandLineThatMakesNoSenseIsRefused()
    {
        QCOMPARE(ingest({QStringLiteral("--rule"), QStringLiteral("src")}).exitCode, 2);
        QCOMPARE(ingest({QStringLiteral("--take"), QStringLiteral("all")}).exitCode, 2);
        QCOMPARE(ingest({QStringLiteral("--max-size"), QStringLiteral("2G")}).exitCode, 2);
        QCOMPARE(ingest({QStringLiteral("--exact")}).exitCode, 2);
        QCOMPARE(ingest({QStringLiteral("another")}).exitCode, 2);
        QCOMPARE(runM3({QStringLiteral("ingest")}).exitCode, 2);
    }

    void whatIsNotThereIsAFailure()
    {
        const auto run = runM3({QStringLiteral("ingest"), QStringLiteral("/nowhere/at/all")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.startsWith("m3: "));
        QVERIFY(run.out.isEmpty());
    }

private:
    void write(const char* name, const QByteArray& content)
    {
        const auto path = m_folder.filePath(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    M3Run ingest(const QStringList& options)
    {
        return runM3(QStringList{QStringLiteral("ingest"), m_folder.path()} + options);
    }

    QJsonObject planOf(const QStringList& options)
    {
        const auto run = ingest(options + QStringList{QStringLiteral("--json")});
        if (run.exitCode != 0)
            qWarning("%s", run.err.constData());
        return QJsonDocument::fromJson(run.out).object();
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_cache;
    QTemporaryDir m_out;
    QString m_tokenizer = m_out.filePath(QStringLiteral("tokenizer.json"));
};

std::unique_ptr<QObject> makeIngestTest()
{
    return test::make<IngestTest>();
}

#include "tst_ingest.moc"
