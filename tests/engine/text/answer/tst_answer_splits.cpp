#include "kernels/base/words.h"
#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

#include <array>

using namespace tf;
using text::ReplyStart;

namespace {

constexpr int kNumAnswers = 10000;
constexpr int kSplitsPerAnswer = 11;
constexpr std::array kStarts = {ReplyStart::Thinking, ReplyStart::Answering, ReplyStart::Undecided};

template <class Parser>
auto eventsOf(Parser parser, const std::vector<std::string>& pieces)
{
    auto events = parser.feed("");
    for (const std::string& piece : pieces) {
        for (auto& event : parser.feed(piece))
            events.push_back(std::move(event));
    }
    for (auto& event : parser.finish())
        events.push_back(std::move(event));
    return events;
}

std::string joinedRaw(const std::vector<text::ToolEvent>& events)
{
    std::string out;
    for (const auto& event : events)
        out += event.raw;
    return out;
}

std::string joinedRaw(const std::vector<text::ThinkPiece>& pieces)
{
    std::string out;
    for (const auto& piece : pieces)
        out += piece.text;
    return out;
}

/// What the three parsers say of an answer, with a proof that two of them lost nothing.
struct Verdict {
    std::string told;
    std::string lost;
};

Verdict verdict(ReplyStart start, const std::shared_ptr<const text::Tools>& tools,
                const std::vector<std::string>& pieces, const std::string& answer)
{
    const auto think = eventsOf(text::ThinkParser(start), pieces);
    const auto calls = eventsOf(text::ToolParser(tools), pieces);
    const auto all = eventsOf(text::AnswerParser(start, tools), pieces);
    const bool keeps = joinedRaw(think) == answer && joinedRaw(calls) == answer;
    return {words(test::told(think), "\n", test::told(calls), "\n", test::told(all)),
            keeps ? "" : "bytes were lost"};
}

} // namespace

class AnswerSplitsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anySplitGivesTheSameEventsAndLosesNothing()
    {
        const auto tools = test::randomAnswerTools();
        int numSplits = 0;
        const auto wrong = test::forAll(
            kNumAnswers,
            [&](test::Gen& gen) -> std::string {
                const std::string answer = test::randomAnswer(gen);
                const ReplyStart start = gen.pick(kStarts);
                const auto whole = verdict(start, tools, {answer}, answer);
                if (!whole.lost.empty())
                    return words(whole.lost, " of ", test::shortForm(answer));
                for (int splitIdx = 0; splitIdx < kSplitsPerAnswer; ++splitIdx, ++numSplits) {
                    const auto split = verdict(start, tools, gen.pieces(answer), answer);
                    if (split.told != whole.told || !split.lost.empty())
                        return words(test::shortForm(answer), "\n  whole ", whole.told,
                                     "\n  split ", split.told, split.lost);
                }
                return {};
            },
            10);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(numSplits >= 100000);
    }
};

std::unique_ptr<QObject> makeAnswerSplitsTest()
{
    return test::make<AnswerSplitsTest>();
}

#include "tst_answer_splits.moc"
