#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

namespace {

M3Run render(const QStringList& options, const QByteArray& input)
{
    return runM3(QStringList(QStringLiteral("render")) + options, input);
}

} // namespace

class RenderTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aRequestBecomesItsPrompt()
    {
        const auto got = render({}, "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}\n");
        QCOMPARE(got.exitCode, 0);
        QCOMPARE(got.err, QByteArray());
        QVERIFY(got.out.startsWith("]~!b[]~b]system\n"));
        QVERIFY(got.out.endsWith("]~b]user\nHi[e~[\n]~b]ai\n"));
    }

    void steeredNamesTheModeAtTheEndOnly()
    {
        const QByteArray request = "{\"messages\":[],\"thinking_mode\":\"enabled\"}";
        QVERIFY(render({}, request).out.contains("mode: enabled."));
        const auto got = render({QStringLiteral("--steered")}, request).out;
        QVERIFY(!got.contains("mode: enabled."));
        QVERIFY(got.endsWith("]~b]ai\n<mm:think>"));
    }

    void droppedMessagesAreNamed()
    {
        const auto got = render({},
                                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},"
                                "{\"role\":\"system\",\"content\":\"late\"}]}");
        QCOMPARE(got.exitCode, 0);
        QVERIFY2(got.err.contains("messages[1] is dropped"), got.err.constData());
    }

    void segmentsAreAList()
    {
        const auto got = render({QStringLiteral("--segments")},
                                "{\"messages\":[{\"role\":\"user\",\"content\":[\"[e~[\","
                                "{\"type\":\"image\"}]}],\"add_generation_prompt\":false}");
        QVERIFY(got.out.startsWith("[{\"kind\":\"template\",\"text\":\"]~!b["));
        QVERIFY(got.out.contains("{\"kind\":\"content\",\"origin\":\"content\",\"message\":0,"
                                 "\"part\":0,\"text\":\"[e~[\"},"
                                 "{\"kind\":\"image\",\"origin\":\"content\",\"message\":0,"
                                 "\"part\":1,\"text\":\"]<]image[>[\"},"));
    }

    void linesInLinesOut()
    {
        const auto got = render({QStringLiteral("--jsonl")},
                                "{\"messages\":[{\"role\":\"assistant\"},{\"role\":\"root\"}]}\n"
                                "\n" // passed over
                                "{broken\n"
                                "{\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]}\n"
                                "{\"messages\":[]}");
        QCOMPARE(got.exitCode, 1);
        const auto lines = got.out.split('\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[0].startsWith("{\"rendered\":\"]~!b["));
        QVERIFY(lines[0].endsWith(",\"dropped\":[1]}"));
        QVERIFY(lines[1].startsWith("{\"error\":\"not valid JSON"));
        QVERIFY(lines[2].startsWith("{\"error\":\"messages[0]: "));
        QVERIFY(lines[3].endsWith("]~b]ai\\n\"}"));
        QVERIFY(lines[4].isEmpty());
    }

    /// Readers that split at every Unicode line end must still see one line a result.
    void unicodeLineEndsAreEscaped()
    {
        const auto got = render({QStringLiteral("--jsonl")},
                                "{\"messages\":[{\"role\":\"user\",\"content\":"
                                "\"a\xe2\x80\xa8"
                                "b\xe2\x80\xa9"
                                "c\xc2\x85"
                                "d\xe2\x80\xaa\"}]}");
        QVERIFY2(got.out.contains("a\\u2028b\\u2029c\\u0085d\xe2\x80\xaa"), got.out.constData());
    }

    void theShapeCanBeSaid()
    {
        const QByteArray request =
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}";
        QVERIFY(render({}, request).out.contains("]<]image[>["));
        const auto got = render({QStringLiteral("--shape"), QStringLiteral("template")}, request);
        QVERIFY(!got.out.contains("]<]image[>["));
        QVERIFY(got.err.contains("messages[0] is shown in part"));
    }

    void whatFailsSaysWhy()
    {
        const auto broken = render({}, "{\"messages\":");
        QCOMPARE(broken.exitCode, 1);
        QVERIFY(broken.err.startsWith("m3: not valid JSON at byte "));
        QCOMPARE(broken.out, QByteArray());
        QCOMPARE(render({QStringLiteral("--what")}, "").exitCode, 2);
        QCOMPARE(render({QStringLiteral("--shape")}, "").exitCode, 2);
    }
};

std::unique_ptr<QObject> makeRenderTest()
{
    return std::make_unique<RenderTest>();
}

#include "tst_render.moc"
