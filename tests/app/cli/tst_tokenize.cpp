#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tf;

class TokenizeTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::copy(QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/small.json"),
                            m_tokenizer));
    }

    void controlTokensAreMatchedUnlessRaw()
    {
        QCOMPARE(run({}, "]~b][e~[").out, QByteArray("[1201,1200]\n"));
        QVERIFY(!run({QStringLiteral("--raw")}, "]~b][e~[").out.contains("120"));
        QCOMPARE(run({}, "").out, QByteArray("[]\n"));
    }

    void decodingGivesTheBytesBack()
    {
        const QByteArray text = "caf\xc3\xa9 \xff\n\n]~b]x";
        const auto ids = run({}, text);
        QCOMPARE(ids.exitCode, 0);
        QCOMPARE(run({QStringLiteral("--decode")}, ids.out).out, text);
    }

    void manyCasesAreALineEach()
    {
        const auto ids = run({QStringLiteral("--jsonl")},
                             "{\"text\":\"]~b]\",\"kind\":\"x\"}\n"
                             "{\"text\":\"]~b]\",\"added\":true}\n"
                             "{\"text\":\"]\",\"added\":false}\n");
        QCOMPARE(ids.exitCode, 0);
        QVERIFY2(ids.out.startsWith("{\"ids\":[1201]}\n{\"ids\":[1201]}\n{\"ids\":["),
                 ids.out.constData());
        const auto text =
            run({QStringLiteral("--jsonl"), QStringLiteral("--decode")}, "{\"ids\":[1201,1200]}\n");
        QCOMPARE(text.out, QByteArray("{\"text\":\"]~b][e~[\"}\n"));
    }

    void aBadLineStopsNoOther()
    {
        const auto ids =
            run({QStringLiteral("--jsonl")},
                "{\"text\":1}\nnonsense\n{\"text\":\"\\ud800\"}\n{\"text\":\"[e~[\"}\n");
        QCOMPARE(ids.exitCode, 1);
        const auto lines = ids.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        for (int lineIdx = 0; lineIdx < 3; ++lineIdx)
            QVERIFY2(lines[lineIdx].startsWith("{\"error\":\""), lines[lineIdx].constData());
        QCOMPARE(lines[3], QByteArray("{\"ids\":[1200]}"));
    }

    void badIdsAreErrors()
    {
        for (const char* ids : {"[99999]", "{}", "[1.5]", "[-1]", "[\"1\"]", "nonsense", ""}) {
            const auto text = run({QStringLiteral("--decode")}, ids);
            QCOMPARE(text.exitCode, 1);
            QVERIFY2(!text.err.isEmpty(), ids);
        }
    }

    void aCommandLineThatMakesNoSenseIsRefused()
    {
        QCOMPARE(run({QStringLiteral("--what")}, "").exitCode, 2);
        QCOMPARE(run({QStringLiteral("--raw"), QStringLiteral("--decode")}, "").exitCode, 2);
    }

private:
    M3Run run(const QStringList& options, const QByteArray& input)
    {
        return runM3(
            QStringList{QStringLiteral("tokenize"), QStringLiteral("--tokenizer"), m_tokenizer}
                + options,
            input);
    }

    QTemporaryDir m_folder;
    QString m_tokenizer = m_folder.filePath(QStringLiteral("tokenizer.json"));
};

std::unique_ptr<QObject> makeTokenizeTest()
{
    return test::make<TokenizeTest>();
}

#include "tst_tokenize.moc"
