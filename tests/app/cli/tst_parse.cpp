#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// The namespace marker stands before every tag of a tool call.
QByteArray marked(QByteArray text)
{
    return text.replace("@", "]<]minimax[>[");
}

const QByteArray& answer()
{
    static const QByteArray text =
        marked("<mm:think>look it up</mm:think>One moment.@<tool_call>\n"
               "@<invoke name=\"weather\">@<city>Rome@</city>@<days>3@</days>@</invoke>\n"
               "@</tool_call>");
    return text;
}

M3Run parse(const QStringList& options, const QByteArray& input)
{
    return runM3(QStringList(u"parse"_s) + options, input);
}

} // namespace

class ParseTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerBecomesItsEvents()
    {
        const M3Run run = parse({}, answer());
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out,
                 QByteArray("{\"type\":\"think\",\"text\":\"look it up\"}\n"
                            "{\"type\":\"text\",\"text\":\"One moment.\"}\n"
                            "{\"type\":\"call\",\"name\":\"weather\",\"arguments\":"
                            "{\"city\":\"Rome\",\"days\":\"3\"}}\n"
                            "{\"type\":\"done\"}\n"));
    }

    void schemasGiveArgumentsTheirTypes()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"tools.json"_s);
        writeFile(file,
                  "[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":"
                  "{\"type\":\"object\",\"properties\":{\"days\":{\"type\":\"integer\"}}}}}]");
        const M3Run run = parse({u"--tools"_s, file}, answer());
        QVERIFY2(run.out.contains("{\"city\":\"Rome\",\"days\":3}"), run.out.constData());
    }

    void theSizeOfThePiecesChangesNothing()
    {
        const QByteArray whole = parse({}, answer()).out;
        for (const char* size : {"1", "2", "7", "1000"})
            QCOMPARE(parse({u"--chunk"_s, QString::fromLatin1(size)}, answer()).out, whole);
    }

    void theModeSaysWhereTheAnswerStarts()
    {
        const QByteArray text = "a</mm:think>b";
        QVERIFY(parse({u"--mode"_s, u"enabled"_s}, text)
                    .out.startsWith("{\"type\":\"think\",\"text\":\"a\"}\n"
                                    "{\"type\":\"text\",\"text\":\"b\"}"));
        QVERIFY(parse({u"--mode"_s, u"disabled"_s}, text)
                    .out.startsWith("{\"type\":\"text\",\"text\":\"a</mm:think>b\"}"));
    }

    void aBrokenCallIsReportedAndTheGoodOneBeforeItKept()
    {
        const M3Run run = parse({},
                                marked("@<tool_call>\n@<invoke name=\"a\">@</invoke>\n"
                                       "@<invoke name=\"b\">@<x>1"));
        QVERIFY2(run.out.startsWith("{\"type\":\"call\",\"name\":\"a\",\"arguments\":{}}\n"
                                    "{\"type\":\"broken_call\","),
                 run.out.constData());
    }

    void linesInLinesOut()
    {
        const M3Run run = parse({u"--jsonl"_s},
                                "{\"text\":\"</mm:think>hi\"}\n"
                                "{\"text\":7}\n"
                                "{\"text\":\"hi\",\"mode\":\"enabled\",\"chunk\":1}\n");
        QCOMPARE(run.exitCode, 1); // one of them failed
        const auto lines = run.out.split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0],
                 QByteArray("{\"events\":[{\"type\":\"text\",\"text\":\"hi\"},"
                            "{\"type\":\"done\"}]}"));
        QVERIFY(lines[1].startsWith("{\"error\":"));
        QCOMPARE(lines[2],
                 QByteArray("{\"events\":[{\"type\":\"think\",\"text\":\"hi\"},"
                            "{\"type\":\"done\"}]}"));
    }

    void whatMakesNoSenseIsNamed()
    {
        QCOMPARE(parse({u"--mode"_s, u"maybe"_s}, "").exitCode, 2);
        QCOMPARE(parse({u"--chunk"_s, u"0"_s}, "").exitCode, 2);
        QCOMPARE(parse({u"--loud"_s}, "").exitCode, 2);
        const M3Run run = parse({u"--tools"_s, u"/nothing/here.json"_s}, "");
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("/nothing/here.json"));
    }

private:
    static void writeFile(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

std::unique_ptr<QObject> makeParseTest()
{
    return std::make_unique<ParseTest>();
}

#include "tst_parse.moc"
