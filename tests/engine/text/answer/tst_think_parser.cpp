#include "engine/text/answer/think_parser.h"
#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using text::ReplyStart;
using text::ThinkParser;

namespace {

std::string thinkTold(ReplyStart start, const std::string& answer)
{
    ThinkParser parser(start);
    auto pieces = parser.feed(answer);
    for (auto& piece : parser.finish())
        pieces.push_back(std::move(piece));
    return test::told(pieces);
}

struct ThinkRow {
    const char* name;
    ReplyStart start;
    const char* answer;
    const char* want;
};

constexpr auto kInside = ReplyStart::Thinking;
constexpr auto kAfter = ReplyStart::Answering;
constexpr auto kUndecided = ReplyStart::Undecided;

constexpr ThinkRow kThinkRows[] = {
    {"enabled: reasoning, then text", kInside, "why</mm:think>so", "think:why | text:so"},
    {"enabled: no closer", kInside, "why not", "think:why not"},
    {"enabled: empty reasoning", kInside, "</mm:think>so", "text:so"},
    {"enabled: second closer is text", kInside, "a</mm:think>b</mm:think>c",
     "think:a | text:b</mm:think>c"},
    {"enabled: closer at once after the closer is text", kInside, "a</mm:think></mm:think>b",
     "think:a | text:</mm:think>b"},
    {"enabled: opener in reasoning is reasoning", kInside, "a<mm:think>b</mm:think>c",
     "think:a<mm:think>b | text:c"},
    {"enabled: cut closer is reasoning", kInside, "why</mm:thi", "think:why</mm:thi"},
    {"enabled: nothing is trimmed", kInside, " \nwhy\n </mm:think>\n so ",
     "think: \nwhy\n  | text:\n so "},
    {"enabled: a tool block stays reasoning", kInside, "a@<tool_call>b", "think:a@<tool_call>b"},
    {"disabled: text", kAfter, "so", "text:so"},
    {"disabled: leading closer is dropped (vllm#50549)", kAfter, "</mm:think>so", "text:so"},
    {"disabled: it is dropped once", kAfter, "</mm:think></mm:think>so", "text:</mm:think>so"},
    {"disabled: reasoning that comes anyway is reasoning", kAfter, "<mm:think>a</mm:think>b",
     "think:a | text:b"},
    {"disabled: closer after text is text", kAfter, "a</mm:think>b", "text:a</mm:think>b"},
    {"adaptive: text", kUndecided, "so", "text:so"},
    {"adaptive: reasoning", kUndecided, "<mm:think>why</mm:think>so", "think:why | text:so"},
    {"adaptive: reasoning is not closed", kUndecided, "<mm:think>why", "think:why"},
    {"adaptive: empty reasoning", kUndecided, "<mm:think></mm:think>so", "text:so"},
    {"adaptive: leading closer (sglang#28715)", kUndecided, "</mm:think>so", "text:so"},
    {"adaptive: leading closer, then reasoning", kUndecided,
     "</mm:think><mm:think>why</mm:think>so", "think:why | text:so"},
    {"adaptive: opener after text is text", kUndecided, "a<mm:think>b</mm:think>c",
     "text:a<mm:think>b</mm:think>c"},
    {"adaptive: second reasoning is text", kUndecided,
     "<mm:think>a</mm:think><mm:think>b</mm:think>", "think:a | text:<mm:think>b</mm:think>"},
    {"adaptive: white space does not decide", kUndecided, " \n<mm:think>a</mm:think>b",
     "text: \n | think:a | text:b"},
    {"adaptive: white space before a closer", kUndecided, "\n</mm:think>b", "text:\nb"},
    {"adaptive: cut opener is text", kUndecided, "<mm:thi", "text:<mm:thi"},
    {"adaptive: what only begins like a tag is text", kUndecided, "<mm:thin>a", "text:<mm:thin>a"},
    {"adaptive: a tool block decides", kUndecided, "@<tool_call><mm:think>",
     "text:@<tool_call><mm:think>"},
    {"nothing", kUndecided, "", ""},
};

} // namespace

class ThinkParserTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void splitsAnAnswer_data()
    {
        QTest::addColumn<int>("rowIdx");
        for (int rowIdx = 0; rowIdx < int(std::size(kThinkRows)); ++rowIdx)
            QTest::newRow(kThinkRows[rowIdx].name) << rowIdx;
    }
    void splitsAnAnswer()
    {
        QFETCH(int, rowIdx);
        const ThinkRow& row = kThinkRows[rowIdx];
        QCOMPARE(thinkTold(row.start, test::longForm(row.answer)), std::string(row.want));
    }

    void everySplitOfATagIsTheSame()
    {
        for (const ThinkRow& row : kThinkRows) {
            const std::string answer = test::longForm(row.answer);
            for (std::size_t cut = 0; cut <= answer.size(); ++cut) {
                ThinkParser parser(row.start);
                auto pieces = parser.feed(answer.substr(0, cut));
                for (auto& piece : parser.feed(answer.substr(cut)))
                    pieces.push_back(std::move(piece));
                for (auto& piece : parser.finish())
                    pieces.push_back(std::move(piece));
                QCOMPARE(test::told(pieces), std::string(row.want));
            }
        }
    }

    void textIsHeldBackOnlyWhileItMayBeATag()
    {
        ThinkParser inside(kInside);
        QCOMPARE(test::told(inside.feed("a<b</mm:th")), std::string("think:a<b"));
        QCOMPARE(test::told(inside.feed("at")), std::string("think:</mm:that"));
        ThinkParser undecided(kUndecided);
        QCOMPARE(test::told(undecided.feed("<")), std::string());
        QCOMPARE(test::told(undecided.feed("b")), std::string("text:<b"));
        QCOMPARE(test::told(undecided.feed("c<mm:th")), std::string("text:c<mm:th"));
    }

    void aCopyGoesOnByItself()
    {
        ThinkParser first(kInside);
        QVERIFY(first.feed("</mm:").empty());
        ThinkParser second = first;
        QCOMPARE(test::told(first.feed("think>a")), std::string("text:a"));
        QCOMPARE(test::told(second.feed("x")), std::string("think:</mm:x"));
    }
};

std::unique_ptr<QObject> makeThinkParserTest()
{
    return test::make<ThinkParserTest>();
}

#include "tst_think_parser.moc"
