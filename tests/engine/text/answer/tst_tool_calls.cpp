#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

using namespace tf;

namespace {

struct CallRow {
    const char* name;
    const char* answer;
    const char* want;
};

constexpr CallRow kCallRows[] = {
    {"no call", "a ] b ]<] c @ d", "text:a ] b ]<] c @ d"},
    {"one call", "@<tool_call>\n@<invoke name=\"f\">@<s>v@</s>@</invoke>\n@</tool_call>",
     "call:f{\"s\":\"v\"}"},
    {"text before, between and after",
     "a@<tool_call>@<invoke name=\"f\">@</invoke>@</tool_call>b@<tool_call>"
     "@<invoke name=\"f\">@</invoke>@</tool_call>c",
     "text:a | call:f{} | text:b | call:f{} | text:c"},
    {"several calls in one block",
     "@<tool_call>\n@<invoke name=\"f\">@</invoke>\n@<invoke name=\"g\">@</invoke>\n@</tool_call>",
     "call:f{} | call:g{}"},
    {"name in single quotes and in none",
     "@<tool_call>@<invoke name='f'>@</invoke>@<invoke  name = g >@</invoke>@</tool_call>",
     "call:f{} | call:g{}"},
    {"white space in a value is verbatim",
     "@<tool_call>@<invoke name=\"f\">\n @<s> \n v\n @</s>\n @</invoke>@</tool_call>",
     "call:f{\"s\":\" \\n v\\n \"}"},
    {"markup of other languages is text",
     "@<tool_call>@<invoke name=\"f\">@<s><b>&lt;</b></s>\n</invoke>@</s>@</invoke>@</tool_call>",
     "call:f{\"s\":\"<b>&lt;</b></s>\\n</invoke>\"}"},
    {"a marker that begins no tag is text",
     "@<tool_call>@<invoke name=\"f\">@<s>a @ b @<= @<>@</s>@</invoke>@</tool_call>",
     "call:f{\"s\":\"a @ b @<= @<>\"}"},
    {"think tags in a value are the value's",
     "@<tool_call>@<invoke name=\"f\">@<s><mm:think>a</mm:think>@</s>@</invoke>@</tool_call>",
     "call:f{\"s\":\"<mm:think>a</mm:think>\"}"},
    {"nested objects and lists",
     "@<tool_call>@<invoke name=\"f\">@<o>@<k>1.50@</k>@<l>@<item>1@</item>@<item>2@</item>@</l>"
     "@</o>@</invoke>@</tool_call>",
     "call:f{\"o\":{\"k\":1.50,\"l\":[1,2]}}"},
    {"a list of one", "@<tool_call>@<invoke name=\"f\">@<l>@<item>1@</item>@</l>@</invoke>",
     "call:f{\"l\":[1]}"},
    {"a parameter named as its parent",
     "@<tool_call>@<invoke name=\"u\">@<x>@<x>@<x>1@</x>@</x>@</x>@</invoke>@</tool_call>",
     "call:u{\"x\":{\"x\":{\"x\":\"1\"}}}"},
    {"text beside children",
     "@<tool_call>@<invoke name=\"u\">@<x>a@<y>1@</y>b@</x>@</invoke>@</tool_call>",
     "call:u{\"x\":{\"y\":\"1\",\"$text\":\"ab\"}}"},
    {"items beside text",
     "@<tool_call>@<invoke name=\"u\">@<x>a@<item>1@</item>@<item>2@</item>@</x>@</invoke>",
     "call:u{\"x\":{\"item\":[\"1\",\"2\"],\"$text\":\"a\"}}"},
    {"an unknown tool has strings",
     "@<tool_call>@<invoke name=\"u\">@<n>1@</n>@<l>@<item>true@</item>@</l>@<e>@</e>@</invoke>",
     "call:u{\"n\":\"1\",\"l\":[\"true\"],\"e\":\"\"}"},
    {"an unknown parameter is a string",
     "@<tool_call>@<invoke name=\"f\">@<other>1@</other>@</invoke>", "call:f{\"other\":\"1\"}"},
    {"a tag in a string that is typed so is text",
     "@<tool_call>@<invoke name=\"f\">@<s>a@<b>c@</b>d@</s>@</invoke>@</tool_call>",
     "call:f{\"s\":\"a@<b>c@</b>d\"}"},
    {"a block quoted in a string never runs",
     "@<tool_call>@<invoke name=\"f\">@<s>@<tool_call>\n@<invoke name=\"g\">@</invoke>\n"
     "@</tool_call>@</s>@</invoke>@</tool_call>",
     "call:f{\"s\":\"@<tool_call>\\n@<invoke name=\\\"g\\\">@</invoke>\\n@</tool_call>\"}"},
    {"a block quoted in a value without type never runs",
     "@<tool_call>@<invoke name=\"u\">@<x>@<y>@<tool_call>@<invoke name=\"g\">@</invoke>"
     "@</tool_call>@</y>@</x>@</invoke>@</tool_call>",
     "call:u{\"x\":\"@<y>@<tool_call>@<invoke name=\\\"g\\\">@</invoke>@</tool_call>@</y>\"}"},
    {"broken UTF-8 in a value", "@<tool_call>@<invoke name=\"f\">@<s>a\xff\xe4\xb8z@</s>@</invoke>",
     "call:f{\"s\":\"a\xef\xbf\xbd\xef\xbf\xbdz\"}"},
    {"an empty block", "a@<tool_call>\n@</tool_call>b", "text:ab"},
    // What the model is known to get wrong.
    {"closers without the marker",
     "@<tool_call>@<invoke name=\"f\">@<s>v</s>@<n>1</n></invoke>\n</tool_call>b",
     "call:f{\"s\":\"v\",\"n\":1} | text:b"},
    {"closers without the marker, two calls",
     "@<tool_call>\n@<invoke name=\"f\">@<s>v</s>\n</invoke>\n@<invoke name=\"g\">@<a>1@</a>"
     "@</invoke>\n@</tool_call>",
     "call:f{\"s\":\"v\"} | call:g{\"a\":\"1\"}"},
    {"only the last closer of a value",
     "@<tool_call>@<invoke name=\"f\">@<s><s>v</s></s>@</invoke>@</tool_call>",
     "call:f{\"s\":\"<s>v</s>\"}"},
    {"nested closers without the marker",
     "@<tool_call>@<invoke name=\"f\">@<o>@<k>1</k></o>@<n>2@</n>@</invoke>@</tool_call>",
     "call:f{\"o\":{\"k\":1},\"n\":2}"},
    {"a closer without the marker beside a quoted one",
     "@<tool_call>@<invoke name=\"f\">@<s></s>@</s>@<n>2</n>@</invoke>@</tool_call>",
     "call:f{\"s\":\"</s>\",\"n\":2}"},
    {"<parameter name>",
     "@<tool_call>@<invoke name=\"f\">@<parameter name=\"s\"><parameter>@</parameter>"
     "@<parameter name=\"n\">1</parameter>@</invoke>@</tool_call>",
     "call:f{\"s\":\"<parameter>\",\"n\":1}"},
    {"<invoke name> as a parameter",
     "@<tool_call>@<invoke name=\"f\">@<invoke name=\"n\">1@</invoke>@<invoke "
     "name=\"z\">2@</invoke>"
     "@</invoke>@</tool_call>",
     "call:f{\"n\":1,\"z\":\"2\"}"},
    {"no </tool_call>, nothing after", "@<tool_call>\n@<invoke name=\"g\">@</invoke>\n",
     "call:g{}"},
    {"no </tool_call>, text after", "@<tool_call>@<invoke name=\"g\">@</invoke> so",
     "call:g{} | text: so"},
    {"a cut </tool_call>", "@<tool_call>@<invoke name=\"g\">@</invoke>\n@</tool_c", "call:g{}"},
    {"text between calls",
     "@<tool_call>@<invoke name=\"g\">@</invoke>and @<invoke name=\"g\">@</invoke>@</tool_call>",
     "call:g{} | text:and | call:g{}"},
};

} // namespace

class ToolCallsTest : public test::TestCase {
    Q_OBJECT

    const std::shared_ptr<const text::Tools> m_tools = test::toolsOf(R"([
        {"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{
            "s":{"type":"string"},"n":{"type":"integer"},
            "o":{"type":"object","properties":{"k":{"type":"number"},
                "l":{"type":"array","items":{"type":"integer"}}}},
            "l":{"type":"array","items":{"type":"integer"}}}}}},
        {"type":"function","function":{"name":"g"}}])");

private Q_SLOTS:
    void readsCalls_data()
    {
        QTest::addColumn<int>("rowIdx");
        for (int rowIdx = 0; rowIdx < int(std::size(kCallRows)); ++rowIdx)
            QTest::newRow(kCallRows[rowIdx].name) << rowIdx;
    }
    void readsCalls()
    {
        QFETCH(int, rowIdx);
        const CallRow& row = kCallRows[rowIdx];
        QCOMPARE(test::told(test::toolEvents(test::longForm(row.answer), m_tools)),
                 std::string(row.want));
    }

    void aCallGoesOutWhenItIsClosed()
    {
        text::ToolParser parser(m_tools);
        QCOMPARE(test::told(parser.feed(test::longForm("a@<tool_call>@<invoke name=\"g\">"))),
                 std::string("text:a"));
        QCOMPARE(test::told(parser.feed(test::longForm("@</invoke"))), std::string());
        QCOMPARE(test::told(parser.feed(">")), std::string("call:g{}"));
    }

    void itsBeginIsToldBefore()
    {
        text::ToolParser parser(m_tools);
        const auto events = parser.feed(test::longForm("@<tool_call>@<invoke name=\"g\">@<a>1"));
        QCOMPARE(events.size(), std::size_t(2));
        QVERIFY(events.back().kind == text::ToolEvent::Kind::CallBegin);
        QCOMPARE(events.back().name, std::string("g"));
    }

    void textIsHeldBackOnlyWhileItMayBeABlock()
    {
        text::ToolParser parser;
        QCOMPARE(test::told(parser.feed("a ]<]mini")), std::string("text:a "));
        QCOMPARE(test::told(parser.feed("max]")), std::string("text:]<]minimax"));
        QCOMPARE(test::told(parser.feed(test::longForm("b@<tool_"))), std::string("text:]b"));
        QCOMPARE(test::told(parser.feed("x")), std::string("text:@<tool_x"));
        QCOMPARE(test::told(parser.feed("]<")), std::string());
        QCOMPARE(test::told(parser.finish()), std::string("text:]<"));
    }

    void callsAreCounted()
    {
        const auto events = test::toolEvents(
            test::longForm("@<tool_call>@<invoke name=\"g\">@</invoke>@<x>@</invoke>@<invoke "
                           "name=\"g\">@</invoke>"));
        std::vector<std::size_t> indices;
        for (const auto& event : events) {
            if (event.kind == text::ToolEvent::Kind::Call
                || event.kind == text::ToolEvent::Kind::BrokenCall)
                indices.push_back(event.callIdx);
        }
        QCOMPARE(indices, (std::vector<std::size_t>{0, 1, 2}));
    }
};

std::unique_ptr<QObject> makeToolCallsTest()
{
    return test::make<ToolCallsTest>();
}

#include "tst_tool_calls.moc"
