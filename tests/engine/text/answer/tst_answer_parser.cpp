#include "engine/text/answer/answer_parser.h"
#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using text::AnswerParser;
using text::ReplyStart;

class AnswerParserTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reasoningThenTextThenACall()
    {
        AnswerParser parser(ReplyStart::Thinking);
        auto events = parser.feed(test::longForm(
            "why</mm:think>Checking.@<tool_call>\n@<invoke name=\"f\">@<a>1@</a>@</invoke>\n"
            "@</tool_call>"));
        for (auto& event : parser.finish())
            events.push_back(std::move(event));
        QCOMPARE(test::told(events),
                 std::string("think:why | text:Checking. | begin:f | call:f{\"a\":\"1\"} | done:"));
    }

    void aBlockInReasoningNeverRuns()
    {
        AnswerParser parser(ReplyStart::Undecided);
        auto events = parser.feed(
            test::longForm("<mm:think>a@<tool_call>@<invoke name=\"f\">@</invoke>@</tool_call>"));
        for (auto& event : parser.finish())
            events.push_back(std::move(event));
        QCOMPARE(
            test::told(events),
            std::string("think:a@<tool_call>@<invoke name=\"f\">@</invoke>@</tool_call> | done:"));
    }

    void thinkTagsInAnArgumentAreTheArguments()
    {
        AnswerParser parser(ReplyStart::Answering);
        const auto events = parser.feed(test::longForm(
            "@<tool_call>@<invoke name=\"f\">@<a></mm:think><mm:think>@</a>@</invoke>"));
        QCOMPARE(test::told(events),
                 std::string("begin:f | call:f{\"a\":\"</mm:think><mm:think>\"}"));
    }

    void whatIsHeldBackComesAtTheEnd()
    {
        AnswerParser parser(ReplyStart::Answering);
        QCOMPARE(test::told(parser.feed("a]<]mini")), std::string("text:a"));
        QCOMPARE(test::told(parser.finish()), std::string("text:]<]mini | done:"));
    }

    void oneFeedJoinsItsTexts()
    {
        AnswerParser parser(ReplyStart::Undecided);
        const auto events = parser.feed("\n a ]<] b");
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events.front().text, std::string("\n a ]<] b"));
    }

    void aBrokenCallKeepsItsBytesAndItsPlace()
    {
        AnswerParser parser(ReplyStart::Answering);
        (void)parser.feed(test::longForm("@<tool_call>@<invoke name=\"f\">@<a>1"));
        const auto events = parser.finish();
        QCOMPARE(events.front().text, test::longForm("@<invoke name=\"f\">@<a>1"));
        QCOMPARE(events.front().place, events.front().text.size());
        QVERIFY(!events.front().reason.empty());
    }
};

std::unique_ptr<QObject> makeAnswerParserTest()
{
    return test::make<AnswerParserTest>();
}

#include "tst_answer_parser.moc"
