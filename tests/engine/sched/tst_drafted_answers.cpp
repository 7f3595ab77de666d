#include "engine/sample/draft/prompt_lookup.h"
#include "engine/sample/draft/speculation.h"
#include "engine/sample/sampler.h"
#include "engine/sched/scheduler.h"
#include "tests/engine/sched/fake_model.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace tf::engine;
using tf::test::FakeModel;

namespace {

constexpr std::int32_t kNumTokens = 24;
constexpr std::int32_t kPositionsPerPage = 4;
constexpr std::int32_t kPoolPages = 64;

/// Logits that often want what followed the last token before: an answer that copies its prompt.
std::vector<float> logitsAfter(std::span<const std::int32_t> text, std::uint64_t number)
{
    tf::test::Gen gen(number, 1);
    std::vector<float> logits;
    for (std::int32_t token = 0; token < kNumTokens; ++token)
        logits.push_back(static_cast<float>(gen.normal()));
    for (std::size_t idx = text.size() - 1; idx > 0; --idx) {
        if (text[idx - 1] == text.back()) {
            logits[static_cast<std::size_t>(text[idx])] += gen.oneIn(12) ? 0.F : 6.F;
            break;
        }
    }
    return logits;
}

enum class Drafts { Without, With };

struct Answer {
    std::vector<std::int32_t> tokens;
    int numSteps = 0;
};

/// One request through the scheduler, the sampler and perhaps a drafter.
class Run {
public:
    Run(SequenceRequest request, const Sampling& sampling, Drafts drafts)
        : m_scheduler(PrefixCache(PagePool(kPoolPages, 2), kPositionsPerPage, rootHash("test")),
                      {64, 4, 10000, kNumTokens})
        , m_model(kPoolPages, kPositionsPerPage)
        , m_text(request.prompt.tokens)
        , m_sampler(MUST(Sampler::make(sampling, kNumTokens, m_text)))
    {
        if (drafts == Drafts::With) {
            m_speculation.emplace(std::make_unique<PromptLookup>(),
                                  std::vector<double>{1, 1.1, 1.2, 1.3, 1.4});
            m_speculation->addPrompt(m_text);
        }
        m_id = MUST(m_scheduler.submit(std::move(request)));
    }

    Answer finish()
    {
        Answer answer;
        while (!m_scheduler.idle()) {
            ++answer.numSteps;
            for (const auto token : turn())
                answer.tokens.push_back(token);
        }
        return answer;
    }

private:
    std::vector<std::int32_t> turn()
    {
        if (m_speculation && !m_scheduler.answering().empty())
            m_scheduler.setDraft(m_id, m_speculation->propose());
        const auto step = m_scheduler.schedule();
        const auto numbers = m_model.run(step);
        const auto& sequence = step.sequences.front();
        if (sequence.logits == LogitsWanted::None)
            return m_scheduler.finish(step, {}).front().tokens;
        const auto draft =
            std::span(sequence.tokens).subspan(sequence.tokens.size() + 1 - numbers.size());
        const SequenceOutcome outcome{m_id, sampled(numbers, draft), {}};
        m_text.insert(m_text.end(), outcome.tokens.begin(), outcome.tokens.end());
        if (m_speculation)
            m_speculation->observe(outcome.tokens);
        return m_scheduler.finish(step, {&outcome, 1}).front().tokens;
    }

    std::vector<std::int32_t> sampled(const std::vector<std::uint64_t>& numbers,
                                      std::span<const std::int32_t> draft)
    {
        std::vector<float> logits;
        auto text = m_text;
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            if (row > 0)
                text.push_back(draft[row - 1]);
            const auto rowLogits = logitsAfter(text, numbers[row]);
            logits.insert(logits.end(), rowLogits.begin(), rowLogits.end());
        }
        return MUST(
            sampleRows(m_sampler, logits, kNumTokens, draft, [](std::int32_t) { return true; }));
    }

    Scheduler m_scheduler;
    FakeModel m_model;
    std::vector<std::int32_t> m_text;
    Sampler m_sampler;
    std::optional<Speculation> m_speculation;
    SequenceId m_id = 0;
};

SequenceRequest anyRequest(tf::test::Gen& gen)
{
    SequenceRequest request;
    for (auto left = gen.between(20, 60); left > 0; --left)
        request.prompt.tokens.push_back(static_cast<std::int32_t>(gen.below(kNumTokens)));
    request.maxNewTokens = 60;
    return request;
}

} // namespace

class DraftedAnswersTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void areTheSameTextInFewerSteps_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<double>("penalty");
        QTest::newRow("greedy") << 0.0 << 1.0;
        QTest::newRow("drawn") << 0.7 << 1.0;
        QTest::newRow("drawn with a penalty") << 0.7 << 1.1;
    }
    void areTheSameTextInFewerSteps()
    {
        QFETCH(const double, temperature);
        QFETCH(const double, penalty);
        int numSteps = 0;
        int numStepsWithout = 0;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            tf::test::Gen gen(seed, 1);
            Sampling sampling;
            sampling.temperature = temperature;
            sampling.repetitionPenalty = penalty;
            sampling.seed = seed;
            const auto request = anyRequest(gen);
            const auto without = Run(request, sampling, Drafts::Without).finish();
            const auto with = Run(request, sampling, Drafts::With).finish();
            QCOMPARE(with.tokens, without.tokens);
            numSteps += with.numSteps;
            numStepsWithout += without.numSteps;
        }
        QVERIFY2(numSteps * 10 < numStepsWithout * 8,
                 qPrintable(QStringLiteral("%1 of %2").arg(numSteps).arg(numStepsWithout)));
    }
};

std::unique_ptr<QObject> makeDraftedAnswersTest()
{
    return std::make_unique<DraftedAnswersTest>();
}

#include "tst_drafted_answers.moc"
