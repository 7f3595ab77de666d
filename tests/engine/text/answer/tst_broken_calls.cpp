#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

using namespace tf;

namespace {

struct BrokenRow {
    const char* name;
    const char* answer;
    const char* want;
    const char* reason; ///< of the first broken call, a part of it
};

constexpr BrokenRow kBrokenRows[] = {
    {"junk instead of the first tag (vllm#51075)",
     "@<tool_call>@<invoke name=\"f\">v@</s>@</invoke>@<invoke name=\"g\">@</invoke>@</tool_call>b",
     "broken:@<invoke name=\"f\">v@</s>@</invoke> | call:g{} | text:b", "between the parameters"},
    {"junk between parameters",
     "@<tool_call>@<invoke name=\"f\">@<s>v@</s>x@<n>1@</n>@</invoke>@</tool_call>b",
     "broken:@<invoke name=\"f\">@<s>v@</s>x@<n>1@</n>@</invoke> | text:b",
     "between the parameters"},
    {"a good call before it",
     "a@<tool_call>@<invoke name=\"g\">@</invoke>@<invoke name=\"f\">x@</invoke>@</tool_call>",
     "text:a | call:g{} | broken:@<invoke name=\"f\">x@</invoke>", "between the parameters"},
    {"the wrong closer", "@<tool_call>@<invoke name=\"f\">@<s>v@</t>@</invoke>@</tool_call>b",
     "broken:@<invoke name=\"f\">@<s>v@</t>@</invoke> | text:b", "</t> closes <s>"},
    {"cut in a value", "@<tool_call>@<invoke name=\"g\">@</invoke>@<invoke name=\"f\">@<s>v",
     "call:g{} | broken:@<invoke name=\"f\">@<s>v", "answer ends"},
    {"cut in a closer", "@<tool_call>@<invoke name=\"f\">@<s>v@</s>@</invo",
     "broken:@<invoke name=\"f\">@<s>v@</s>@</invo", "answer ends"},
    {"cut before the call", "@<tool_call>\n@<invo", "broken:@<invo", "call should begin"},
    {"cut after the block's tag", "@<tool_call>", "broken:", "call should begin"},
    {"no </invoke>", "@<tool_call>@<invoke name=\"f\">@<s>v@</s>@</tool_call>b",
     "broken:@<invoke name=\"f\">@<s>v@</s> | text:b", "not open"},
    {"no </invoke>, the next call begins",
     "@<tool_call>\n@<invoke name=\"f\">@<s>v@</s>\n@<invoke name=\"g\">@</invoke>\n@</tool_call>b",
     "broken:@<invoke name=\"f\">@<s>v@</s>\n | call:g{} | text:b", "next call"},
    {"a value is not closed, the next call begins",
     "@<tool_call>\n@<invoke name=\"f\">@<s>v\n@<invoke name=\"g\">@</invoke>\n@</tool_call>b",
     "broken:@<invoke name=\"f\">@<s>v\n | call:g{} | text:b", "closes <s>"},
    {"a call in a value that was cut never runs",
     "@<tool_call>\n@<invoke name=\"f\">@<s>v\n@<invoke name=\"g\">@</invoke>\n",
     "broken:@<invoke name=\"f\">@<s>v\n@<invoke name=\"g\">@</invoke>\n", "answer ends"},
    {"a block in a value of a broken call never runs",
     "@<tool_call>@<invoke name=\"f\">@<s>@</t>@<tool_call>@<invoke name=\"g\">@</invoke>"
     "@</tool_call>@</s>@</invoke>@</tool_call>b",
     "broken:@<invoke name=\"f\">@<s>@</t>@<tool_call>@<invoke name=\"g\">@</invoke>"
     "@</tool_call>@</s>@</invoke> | text:b",
     "closes <s>"},
    {"the next block begins",
     "@<tool_call>@<invoke name=\"f\">@<s>v@</s>@<tool_call>@<invoke name=\"g\">@</invoke>"
     "@</tool_call>",
     "broken:@<invoke name=\"f\">@<s>v@</s> | call:g{}", "tool block"},
    {"a parameter twice",
     "@<tool_call>@<invoke name=\"f\">@<s>1@</s>@<s>2@</s>@</invoke>@</tool_call>b",
     "broken:@<invoke name=\"f\">@<s>1@</s>@<s>2@</s>@</invoke> | text:b", "s is given twice"},
    {"no name", "@<tool_call>@<invoke name=\"\">@<s>1@</s>@</invoke>@</tool_call>b",
     "broken:@<invoke name=\"\">@<s>1@</s>@</invoke> | text:b", "names no tool"},
    {"no <invoke>", "@<tool_call>@<f>@<s>1@</s>@</f>@</tool_call>b",
     "broken:@<f>@<s>1@</s>@</f> | text:b", "should stand"},
    {"closers without the marker after junk",
     "@<tool_call>@<invoke name=\"f\">junk</invoke>\n</tool_call>b",
     "broken:@<invoke name=\"f\">junk</invoke>\n | text:b", "answer ends"},
};

} // namespace

class BrokenCallsTest : public test::TestCase {
    Q_OBJECT

    const std::shared_ptr<const text::Tools> m_tools =
        test::toolsOf(R"([{"name":"f","parameters":{"properties":{"s":{"type":"string"}}}},
                            {"name":"g"}])");

private Q_SLOTS:
    void losesOnlyTheBrokenCall_data()
    {
        QTest::addColumn<int>("rowIdx");
        for (int rowIdx = 0; rowIdx < int(std::size(kBrokenRows)); ++rowIdx)
            QTest::newRow(kBrokenRows[rowIdx].name) << rowIdx;
    }
    void losesOnlyTheBrokenCall()
    {
        QFETCH(int, rowIdx);
        const BrokenRow& row = kBrokenRows[rowIdx];
        const auto events = test::toolEvents(test::longForm(row.answer), m_tools);
        QCOMPARE(test::told(events), std::string(row.want));
        const auto broken = std::find_if(events.begin(), events.end(), [](const auto& event) {
            return event.kind == text::ToolEvent::Kind::BrokenCall;
        });
        QVERIFY2(broken->reason.find(row.reason) != std::string::npos, broken->reason.c_str());
        QVERIFY(broken->place <= broken->raw.size());
    }

    void thePlaceIsWhereItBroke()
    {
        const auto answer = test::longForm("@<tool_call>@<invoke name=\"f\">\n junk@</invoke>");
        const auto events = test::toolEvents(answer, m_tools);
        QCOMPARE(events.back().raw.substr(events.back().place, 4), std::string("junk"));
    }
};

std::unique_ptr<QObject> makeBrokenCallsTest()
{
    return test::make<BrokenCallsTest>();
}

#include "tst_broken_calls.moc"
