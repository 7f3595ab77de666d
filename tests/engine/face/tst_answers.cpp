// Requests answered by the engine: the same text alone, together, drafted, in pieces.

#include "engine/run/group.h"
#include "tests/engine/face/engine_run.h"
#include "tests/engine/face/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::test;

class AnswersTest : public TestCase {
    Q_OBJECT

    std::unique_ptr<engine::Engine> m_engine = tinyEngine(tinyModel("talk"));
    static constexpr std::int32_t kVocab = 272;
    static constexpr std::int32_t kNumTokens = 262; // of the tokenizer: rows beyond are no tokens

    /// The likeliest next token, again and again, by steps that a test makes itself.
    static std::vector<std::int32_t> likeliest(std::vector<std::int32_t> tokens, std::size_t count)
    {
        auto checkpoint = std::make_shared<const engine::Checkpoint>(
            MUST(engine::Checkpoint::open(tinyModel("talk"))));
        auto options = tinyOptions(tinyModel("talk")).group;
        options.limits.rows = 512;
        const auto group = MUST(engine::Group::load(checkpoint, options));
        std::vector<std::int32_t> answer;
        while (answer.size() < count) {
            engine::StepSequence sequence;
            sequence.tokens = tokens;
            for (std::int32_t page = 0; page * 8 < std::ssize(tokens); ++page)
                sequence.pages.push_back(page);
            engine::Step step;
            step.sequences.push_back(sequence);
            const auto logits = MUST(group->run(std::make_shared<const engine::Step>(step)));
            const auto best =
                std::max_element(logits.values.begin(), logits.values.begin() + kNumTokens);
            answer.push_back(static_cast<std::int32_t>(best - logits.values.begin()));
            tokens.push_back(answer.back());
        }
        return answer;
    }

private Q_SLOTS:
    void greedyIsTheLikeliestTokenAgainAndAgain()
    {
        const auto prompt = someTokens(100, kVocab, 1);
        const Said said = ask(*m_engine, greedy(prompt, 20));
        QVERIFY(said.done.has_value());
        QCOMPARE(said.tokens, likeliest(prompt, 20));
        QVERIFY(said.done->reason == engine::FinishReason::Length);
        QCOMPARE(said.done->usage.answerTokens, 20);
        QCOMPARE(said.done->usage.promptTokens, 100);
        QVERIFY(std::is_sorted(said.promptDone.begin(), said.promptDone.end()));
        QCOMPARE(said.promptDone.back(), 100);
    }

    void sevenTogetherAreSevenAlone()
    {
        std::vector<Said> alone;
        for (std::uint64_t seed = 0; seed < 7; ++seed)
            alone.push_back(ask(
                *m_engine, greedy(someTokens(20 + 9 * std::int64_t(seed), kVocab, 10 + seed), 25)));
        const auto fresh = tinyEngine(tinyModel("talk"));
        std::vector<std::unique_ptr<Asked>> together;
        for (std::uint64_t seed = 0; seed < 7; ++seed)
            together.push_back(std::make_unique<Asked>(
                *fresh, greedy(someTokens(20 + 9 * std::int64_t(seed), kVocab, 10 + seed), 25)));
        for (std::size_t idx = 0; idx < together.size(); ++idx) {
            const Said said = together[idx]->all();
            QCOMPARE(said.tokens, alone[idx].tokens);
            QCOMPARE(said.chances, alone[idx].chances); // bit for bit
        }
    }

    void draftsChangeNothing_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::newRow("greedy") << 0.0;
        QTest::newRow("sampled") << 1.0;
    }

    void draftsChangeNothing()
    {
        QFETCH(const double, temperature);
        // A text that repeats itself, so that there is something to look up.
        auto prompt = someTokens(24, kVocab, 3);
        for (int copy = 0; copy < 4; ++copy)
            prompt.insert(prompt.end(), prompt.begin(), prompt.begin() + 24);
        engine::Request plain = greedy(prompt, 60);
        plain.sampling.temperature = temperature;
        plain.sampling.topK = 2; // so that guesses are often right
        plain.sampling.seed = 7;
        engine::Request drafted = greedy(prompt, 60);
        drafted.sampling = plain.sampling;
        drafted.drafting = engine::Drafting::WhenItPays;
        const Said with = ask(*m_engine, std::move(drafted));
        const Said without = ask(*m_engine, std::move(plain));
        QCOMPARE(with.tokens, without.tokens);
        QCOMPARE(with.chances, without.chances);
        QCOMPARE(without.done->usage.draftedTokens, 0);
    }

    void theSameSeedWritesTheSameAnswer()
    {
        const auto prompt = someTokens(30, kVocab, 4);
        std::vector<std::vector<std::int32_t>> answers;
        for (const std::uint64_t seed : {5, 5, 6}) {
            engine::Request request = greedy(prompt, 30);
            request.sampling = {};
            request.sampling.seed = seed;
            answers.push_back(ask(*m_engine, std::move(request)).tokens);
        }
        QCOMPARE(answers[0], answers[1]);
        QVERIFY(answers[0] != answers[2]);
    }

    void textAndStopStringsComeFromTheTokenizer()
    {
        const auto prompt = someTokens(30, kVocab, 8);
        engine::Request request = greedy(prompt, 40);
        const Said whole = ask(*m_engine, std::move(request));
        QVERIFY(whole.text.size() >= 3);
        engine::Request stopped = greedy(prompt, 40);
        stopped.stops = {whole.text.substr(whole.text.size() / 2, 3)};
        const auto end = whole.text.find(stopped.stops.front());
        const Said said = ask(*m_engine, std::move(stopped));
        QCOMPARE(said.text, whole.text.substr(0, end));
        QVERIFY(said.done->reason == engine::FinishReason::StopString);
    }

    void anEndTokenEndsTheAnswerWithoutItsText()
    {
        const auto prompt = someTokens(30, kVocab, 9);
        const Said whole = ask(*m_engine, greedy(prompt, 20));
        engine::Request request = greedy(prompt, 20);
        request.endTokens = {whole.tokens[10]};
        const auto first = std::find(whole.tokens.begin(), whole.tokens.end(), whole.tokens[10]);
        const Said said = ask(*m_engine, std::move(request));
        QCOMPARE(std::ssize(said.tokens), first - whole.tokens.begin() + 1);
        QVERIFY(said.done->reason == engine::FinishReason::EndOfTurn);
        QVERIFY(whole.text.starts_with(said.text) && said.text.size() < whole.text.size());
    }

    void aKnownPrefixIsNotComputedAgain()
    {
        const auto prompt = someTokens(200, kVocab, 50);
        const Said first = ask(*m_engine, greedy(prompt, 5));
        const Said second = ask(*m_engine, greedy(prompt, 5));
        QCOMPARE(first.done->usage.cachedTokens, 0);
        QVERIFY2(second.done->usage.cachedTokens >= 192,
                 std::to_string(second.done->usage.cachedTokens).c_str());
        QCOMPARE(second.tokens, first.tokens);
        QCOMPARE(second.chances, first.chances);
        auto branch = prompt;
        branch[150] = (branch[150] + 1) % kVocab;
        const Said other = ask(*m_engine, greedy(branch, 5));
        QVERIFY(other.done->usage.cachedTokens >= 144);
        QVERIFY(other.done->usage.cachedTokens <= 150);
        QCOMPARE(other.chances, ask(*tinyEngine(tinyModel("talk")), greedy(branch, 5)).chances);
    }

    void aCancelledRequestEndsAndTheNextOneRuns()
    {
        Asked endless(*m_engine, greedy(someTokens(20, kVocab, 13), 400));
        endless.awaitFirstToken();
        endless.ticket().cancel.cancel();
        const Said said = endless.all();
        QVERIFY(said.done.has_value());
        QVERIFY(said.done->reason == engine::FinishReason::Cancelled);
        QVERIFY(said.tokens.size() < 400);
        const Said next = ask(*m_engine, greedy(someTokens(20, kVocab, 14), 5));
        QCOMPARE(next.tokens,
                 ask(*tinyEngine(tinyModel("talk")), greedy(someTokens(20, kVocab, 14), 5)).tokens);
    }

    void theEngineMayGoWhileItAnswers()
    {
        auto engine = tinyEngine(tinyModel("talk"));
        Asked asked(*engine, greedy(someTokens(20, kVocab, 15), 400));
        asked.awaitFirstToken();
        engine.reset();
        QVERIFY(asked.all().done->reason == engine::FinishReason::Cancelled);
    }
};

std::unique_ptr<QObject> makeAnswersTest()
{
    return std::make_unique<AnswersTest>();
}

#include "tst_answers.moc"
