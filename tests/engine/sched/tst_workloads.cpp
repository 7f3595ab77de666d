#include "engine/sched/scheduler.h"
#include "kernels/base/words.h"
#include "tests/engine/sched/fake_model.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace tf::engine;
using tf::words;
using tf::test::FakeModel;
using tf::test::Gen;
using Verdict = SequenceOutcome::Verdict;

namespace {

constexpr std::int32_t kPagePositions = 4;
constexpr std::uint64_t kNumWords = 6;
constexpr std::int32_t kEndToken = 5; // ends an answer

std::int32_t tokenOf(std::uint64_t number)
{
    // Endings are rare, so that lengths end answers as well.
    return static_cast<std::int32_t>(number % 97 == 0 ? kEndToken : number % (kNumWords - 1));
}

/// The answer that comes without any scheduler, cache or neighbour.
std::vector<std::int32_t> aloneAnswer(const SequenceRequest& request)
{
    auto text = request.prompt.tokens;
    std::vector<std::int32_t> answer;
    while (std::ssize(answer) < request.maxNewTokens) {
        answer.push_back(tokenOf(FakeModel::after(text)));
        text.push_back(answer.back());
        if (answer.back() == kEndToken)
            break;
    }
    return answer;
}

/// What happened in all workloads together: none of it may be missing.
struct Tally {
    std::uint64_t numPreemptions = 0;
    std::size_t numCopies = 0;
    std::size_t numAccepted = 0; // drafted tokens
    std::size_t numRejected = 0;
    std::size_t numCancelled = 0;
    std::int64_t numReused = 0; // positions found at the start
};

/// Requests that begin alike, coming at random times, some cancelled, some with drafts.
class Workload {
public:
    Workload(Gen& gen, Tally& tally)
        : m_gen(gen)
        , m_tally(tally)
        , m_numPages(static_cast<std::int32_t>(gen.between(8, 24)))
        , m_model(m_numPages, kPagePositions)
        , m_scheduler(makeScheduler())
    {
    }

    std::string run()
    {
        auto numToCome = 2 + m_gen.below(8);
        for (int turn = 0; numToCome > 0 || !m_scheduler.idle(); ++turn) {
            if (turn == 4000)
                return "it does not end";
            for (; numToCome > 0 && m_gen.oneIn(3); --numToCome)
                submit();
            if (!m_open.empty() && m_gen.oneIn(60))
                cancel();
            if (auto wrong = turnOnce(); !wrong.empty())
                return wrong;
        }
        m_tally.numPreemptions += m_scheduler.numPreemptions();
        if (m_scheduler.cache().numAvailable() != m_numPages)
            return "pages are still used";
        return m_open.empty() ? "" : "an answer has no end";
    }

private:
    struct Open {
        SequenceRequest request;
        std::vector<std::int32_t> expected;
        std::vector<std::int32_t> got;
        bool cancelled = false;
        bool began = false;
    };

    Scheduler makeScheduler()
    {
        const auto sequences = static_cast<std::int32_t>(m_gen.between(1, 5));
        const auto tokens = sequences + m_gen.between(1, 20);
        return {PrefixCache(PagePool(m_numPages, static_cast<std::int32_t>(m_gen.between(1, 4))),
                            kPagePositions, rootHash("test")),
                {tokens, sequences, 1000, static_cast<std::int64_t>(kNumWords)}};
    }

    void submit()
    {
        SequenceRequest request;
        const auto most = m_numPages * kPagePositions;
        request.maxNewTokens = m_gen.between(1, std::min(40, most / 2));
        const auto numTokens =
            m_gen.between(1, std::min<std::int64_t>(40, most - 40 > 0 ? most - 40 : 1));
        for (std::int64_t idx = 0; idx < numTokens; ++idx)
            request.prompt.tokens.push_back(static_cast<std::int32_t>(m_gen.oneIn(12) ? 1 : 0));
        const auto id = m_scheduler.submit(request);
        if (!id) // too large even alone
            return;
        m_open[*id] = {request, aloneAnswer(request), {}, false, false};
    }

    void cancel()
    {
        auto any =
            std::next(m_open.begin(), static_cast<std::ptrdiff_t>(m_gen.below(m_open.size())));
        any->second.cancelled = true;
        m_scheduler.cancel(any->first);
    }

    /// Guesses of which some are right.
    void addDrafts()
    {
        for (const auto id : m_scheduler.answering()) {
            const auto& open = m_open.at(id);
            if (!m_gen.oneIn(3))
                continue;
            auto draft = std::vector<std::int32_t>(open.expected.begin() + std::ssize(open.got),
                                                   open.expected.end());
            draft.resize(std::min<std::size_t>(draft.size(), m_gen.below(6)));
            for (auto& token : draft)
                token = m_gen.oneIn(4) ? 3 : token;
            m_scheduler.setDraft(id, draft);
        }
    }

    std::string turnOnce()
    {
        addDrafts();
        const auto answering = m_scheduler.answering();
        const auto numPreemptionsBefore = m_scheduler.numPreemptions();
        const auto step = m_scheduler.schedule();
        m_tally.numCopies += step.copies.size();
        if (auto wrong = checkStep(step); !wrong.empty())
            return wrong;
        std::set<SequenceId> served;
        for (const auto& sequence : step.sequences)
            served.insert(sequence.id);
        for (const auto id : answering) {
            if (!served.contains(id) && m_scheduler.numPreemptions() == numPreemptionsBefore)
                return words("answer ", id, " got no token");
        }
        const auto numbers = m_model.run(step);
        return take(m_scheduler.finish(step, outcomesOf(step, numbers)));
    }

    /// A page that is written in a step is in no other sequence of the step.
    std::string checkStep(const Step& step)
    {
        std::map<std::int32_t, int> numReaders;
        for (const auto& sequence : step.sequences) {
            for (const auto page : sequence.pages)
                ++numReaders[page];
            if (auto wrong = checkBeginning(sequence); !wrong.empty())
                return wrong;
        }
        for (const auto& sequence : step.sequences) {
            auto pageIdx = static_cast<std::size_t>(sequence.firstPosition / kPagePositions);
            for (; pageIdx < sequence.pages.size(); ++pageIdx) {
                if (numReaders[sequence.pages[pageIdx]] != 1)
                    return words("page ", sequence.pages[pageIdx], " is written and shared");
                if (m_scheduler.cache().isKnown(sequence.pages[pageIdx]))
                    return words("page ", sequence.pages[pageIdx], " is written and known");
            }
        }
        return {};
    }

    /// Prompts begin in the order in which they came; one that is known but for a token may pass.
    std::string checkBeginning(const StepSequence& sequence)
    {
        auto& open = m_open.at(sequence.id);
        if (std::exchange(open.began, true))
            return {};
        m_tally.numReused += sequence.firstPosition;
        if (std::ssize(open.request.prompt.tokens) - sequence.firstPosition == 1)
            return {};
        const bool inOrder = sequence.id > m_lastBegun;
        m_lastBegun = std::max(m_lastBegun, sequence.id);
        return inOrder ? "" : words("prompt ", sequence.id, " was overtaken");
    }

    std::vector<SequenceOutcome> outcomesOf(const Step& step,
                                            const std::vector<std::uint64_t>& numbers)
    {
        std::vector<SequenceOutcome> outcomes;
        auto number = numbers.begin();
        for (const auto& sequence : step.sequences) {
            if (sequence.logits == LogitsWanted::None)
                continue;
            const auto numRows =
                sequence.logits == LogitsWanted::All ? std::ssize(sequence.tokens) : 1;
            outcomes.push_back(outcomeOf(sequence, {number, number + numRows}));
            number += numRows;
        }
        return outcomes;
    }

    SequenceOutcome outcomeOf(const StepSequence& sequence,
                              const std::vector<std::uint64_t>& numbers)
    {
        SequenceOutcome outcome;
        outcome.id = sequence.id;
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            outcome.tokens.push_back(tokenOf(numbers[row]));
            const bool isEnd = outcome.tokens.back() == kEndToken;
            outcome.verdict = isEnd ? Verdict::Stop : Verdict::GoOn;
            const bool agrees =
                row + 1 < numbers.size() && sequence.tokens[row + 1] == outcome.tokens.back();
            if (isEnd || !agrees)
                break;
        }
        m_tally.numAccepted += outcome.tokens.size() - 1;
        m_tally.numRejected += numbers.size() - outcome.tokens.size();
        return outcome;
    }

    std::string take(const std::vector<SequenceEvent>& events)
    {
        for (const auto& event : events) {
            auto& open = m_open.at(event.id);
            open.got.insert(open.got.end(), event.tokens.begin(), event.tokens.end());
            if (!std::equal(open.got.begin(), open.got.end(), open.expected.begin(),
                            open.expected.begin()
                                + std::min(std::ssize(open.got), std::ssize(open.expected))))
                return words("the text of ", event.id, " differs from the one that it has alone");
            if (event.ending == Ending::None)
                continue;
            const bool cancelled = event.ending == Ending::Cancelled;
            if (cancelled != open.cancelled
                && (cancelled || open.got.size() != open.expected.size()))
                return words("the end of ", event.id);
            if (!cancelled && open.got.size() != open.expected.size())
                return words("the text of ", event.id, " is cut");
            m_tally.numCancelled += cancelled ? 1 : 0;
            m_open.erase(event.id);
        }
        return {};
    }

    Gen& m_gen;
    Tally& m_tally;
    std::int32_t m_numPages;
    FakeModel m_model;
    Scheduler m_scheduler;
    std::map<SequenceId, Open> m_open;
    SequenceId m_lastBegun = 0;
};

std::string runThousand(Tally& tally)
{
    return tf::test::forAll(1000, [&tally](Gen& gen) { return Workload(gen, tally).run(); });
}

} // namespace

class WorkloadsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTheOneThatItHasAlone()
    {
        Tally tally;
        QCOMPARE(runThousand(tally), std::string());
        QVERIFY(tally.numPreemptions > 100);
        QVERIFY(tally.numCopies > 100);
        QVERIFY(tally.numAccepted > 1000);
        QVERIFY(tally.numRejected > 1000);
        QVERIFY(tally.numCancelled > 100);
        QVERIFY(tally.numReused > 1000);
    }
};

std::unique_ptr<QObject> makeWorkloadsTest()
{
    return std::make_unique<WorkloadsTest>();
}

#include "tst_workloads.moc"
