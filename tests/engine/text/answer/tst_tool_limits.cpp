#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

using namespace tf;

namespace {

std::string timesOver(std::string_view text, std::size_t count)
{
    std::string out;
    for (; count > 0; --count)
        out += text;
    return out;
}

/// Bytes looked at for each byte of the answer.
double workPerByte(const std::string& answer, std::size_t chunkBytes)
{
    text::ToolParser parser;
    for (std::size_t at = 0; at < answer.size(); at += chunkBytes)
        (void)parser.feed(std::string_view(answer).substr(at, chunkBytes));
    (void)parser.finish();
    return double(parser.numBytesRead()) / double(answer.size());
}

} // namespace

class ToolLimitsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void deepArgumentsBreakTheirCallAlone()
    {
        const auto nested = [](std::size_t depth) {
            return "@<invoke name=\"f\">" + timesOver("@<a>", depth) + timesOver("@</a>", depth)
                + "@</invoke>";
        };
        const auto kinds = [](const std::string& answer) {
            std::string out;
            for (const auto& event : test::toolEvents(test::longForm(answer))) {
                using Kind = text::ToolEvent::Kind;
                out += event.kind == Kind::Call      ? "call "
                    : event.kind == Kind::BrokenCall ? "broken "
                                                     : "";
            }
            return out;
        };
        QCOMPARE(kinds("@<tool_call>" + nested(128)), std::string("call "));
        QCOMPARE(kinds("@<tool_call>" + nested(129)), std::string("broken "));
        QCOMPARE(kinds("@<tool_call>" + nested(1) + nested(10000) + nested(2) + "@</tool_call>"),
                 std::string("call broken call "));
    }

    void aLongValueIsReadOnce()
    {
        const std::string value(std::size_t(50) << 20, 'x');
        const auto answer = test::longForm("@<tool_call>@<invoke name=\"f\">@<s>") + value
            + test::longForm("@</s>@</invoke>@</tool_call>");
        text::ToolParser parser;
        std::vector<text::ToolEvent> events;
        for (std::size_t at = 0; at < answer.size(); at += 1 << 16) {
            for (auto& event : parser.feed(std::string_view(answer).substr(at, 1 << 16)))
                events.push_back(std::move(event));
        }
        const auto call = std::find_if(events.begin(), events.end(), [](const auto& event) {
            return event.kind == text::ToolEvent::Kind::Call;
        });
        QVERIFY(call != events.end());
        QCOMPARE(call->arguments.find("s")->text.size(), value.size());
        QVERIFY(parser.numBytesRead() < 2 * answer.size());
    }

    void theWorkGrowsWithTheBytes_data()
    {
        QTest::addColumn<QByteArray>("part");
        for (const char* part :
             {"@<tool_call>@<invoke name=\"f\">@<x>1</x></invoke></tool_call>", "@<tool_call>",
              "@<tool_call>@<invoke name=\"f\">@<x>\n", "\n@<invoke name=\"f\">@<x>",
              "@<tool_call>@<invoke name=\"f\">@<invoke name=\"g\">x@</invoke>", "@<x", "@<", "@",
              "]<", "</x>", "\n", "@<invoke name=\"f\">",
              "@<invoke name=\"f\">@<x>1</x></invoke>\n",
              "@<tool_call>@<invoke name=\"f\">junk</invoke>",
              "@<tool_call>@<invoke name=\"f\">@<x>v\n@<invoke name=\"f\">@<x>1@</x>@</invoke>\n"})
            QTest::newRow(part) << QByteArray(part);
    }
    void theWorkGrowsWithTheBytes()
    {
        QFETCH(QByteArray, part);
        for (const char* head : {"", "@<tool_call>", "@<tool_call>@<invoke name=\"f\">@<x>"}) {
            for (const std::size_t chunkBytes : {std::size_t(7), std::size_t(4096)}) {
                const auto answerOf = [&](std::size_t count) {
                    return test::longForm(head + timesOver(part.toStdString(), count));
                };
                const double small = workPerByte(answerOf(100), chunkBytes);
                const double large = workPerByte(answerOf(300), chunkBytes);
                QVERIFY2(large < 1.3 * small + 2 && large < 30,
                         qPrintable(QStringLiteral("%1 then %2").arg(small).arg(large)));
            }
        }
    }
};

std::unique_ptr<QObject> makeToolLimitsTest()
{
    return test::make<ToolLimitsTest>();
}

#include "tst_tool_limits.moc"
