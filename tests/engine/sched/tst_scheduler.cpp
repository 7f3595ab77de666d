#include "engine/sched/scheduler.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>

using namespace tf::engine;
using Verdict = SequenceOutcome::Verdict;

namespace {

constexpr std::int32_t kSmallBlock = 4;

Scheduler makeScheduler(std::int32_t numPages, std::int64_t tokensPerStep,
                        std::int32_t sequencesPerStep)
{
    return {PrefixCache(PagePool(numPages, 1), kSmallBlock, rootHash("test")),
            {tokensPerStep, sequencesPerStep, 10000, 1000}};
}

/// A prompt that begins like no other.
SequenceRequest promptOf(std::int32_t first, std::size_t numTokens, std::int64_t maxNewTokens)
{
    SequenceRequest request{{std::vector<std::int32_t>(numTokens, 5), {}}, maxNewTokens};
    request.prompt.tokens[0] = first;
    return request;
}

/// Every sequence that is asked says 9.
std::vector<SequenceEvent> finishWithNine(Scheduler& scheduler, const Step& step)
{
    std::vector<SequenceOutcome> outcomes;
    for (const auto& sequence : step.sequences) {
        if (sequence.logits != LogitsWanted::None)
            outcomes.push_back({sequence.id, {9}, Verdict::GoOn});
    }
    return scheduler.finish(step, outcomes);
}

const StepSequence* findIn(const Step& step, SequenceId id)
{
    const auto found = std::find_if(step.sequences.begin(), step.sequences.end(),
                                    [id](const auto& sequence) { return sequence.id == id; });
    return found == step.sequences.end() ? nullptr : &*found;
}

} // namespace

class SchedulerTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPromptComesInChunks()
    {
        auto scheduler = makeScheduler(10, 6, 2);
        const auto id = MUST(scheduler.submit(promptOf(1, 10, 2)));
        auto step = scheduler.schedule();
        QCOMPARE(step.sequences.size(), std::size_t(1));
        QCOMPARE(step.sequences[0].tokens.size(), std::size_t(6));
        QVERIFY(step.sequences[0].logits == LogitsWanted::None);
        auto events = finishWithNine(scheduler, step);
        QCOMPARE(events[0].numCached, std::int64_t(6));

        step = scheduler.schedule();
        QCOMPARE(step.sequences[0].firstPosition, std::int64_t(6));
        QCOMPARE(step.sequences[0].tokens.size(), std::size_t(4));
        QCOMPARE(step.sequences[0].pages.size(), std::size_t(3));
        QVERIFY(step.sequences[0].logits == LogitsWanted::Last);
        events = finishWithNine(scheduler, step);
        QCOMPARE(events[0].tokens, std::vector<std::int32_t>{9});

        step = scheduler.schedule();
        QCOMPARE(step.sequences[0].tokens, std::vector<std::int32_t>{9});
        events = finishWithNine(scheduler, step);
        QVERIFY(events[0].ending == Ending::Length);
        QCOMPARE(events[0].id, id);
        QVERIFY(scheduler.idle());
        QCOMPARE(scheduler.cache().numAvailable(), 10);
    }

    /// However many prompts come, an answer that runs gets a token in every step.
    void answersGoFirst()
    {
        auto scheduler = makeScheduler(100, 5, 4);
        const auto answer = MUST(scheduler.submit(promptOf(1, 2, 30)));
        finishWithNine(scheduler, scheduler.schedule());
        for (std::int32_t other = 2; other < 10; ++other)
            MUST(scheduler.submit(promptOf(other, 20, 3)));
        for (int turn = 0; turn < 29; ++turn) {
            const auto step = scheduler.schedule();
            QVERIFY(findIn(step, answer) != nullptr);
            QVERIFY(step.sequences.size() > 1); // and prompts go on as well
            finishWithNine(scheduler, step);
        }
    }

    void promptsShareAStep()
    {
        auto scheduler = makeScheduler(100, 12, 4);
        const auto small = MUST(scheduler.submit(promptOf(1, 3, 1)));
        const auto large = MUST(scheduler.submit(promptOf(2, 50, 1)));
        const auto step = scheduler.schedule();
        QCOMPARE(findIn(step, small)->tokens.size(), std::size_t(3));
        QCOMPARE(findIn(step, large)->tokens.size(), std::size_t(9)); // what the small one leaves
        finishWithNine(scheduler, step);
    }

    /// A step has two parts and there are six prompts: each is served every third step.
    void promptsTakeTurns()
    {
        auto scheduler = makeScheduler(200, 8, 6);
        std::map<SequenceId, int> lastServed;
        for (std::int32_t first = 0; first < 6; ++first)
            lastServed[MUST(scheduler.submit(promptOf(first, 60, 1)))] = -1;
        for (int turn = 0; turn < 30; ++turn) {
            const auto step = scheduler.schedule();
            QCOMPARE(step.sequences.size(), std::size_t(2));
            for (const auto& sequence : step.sequences) {
                QVERIFY(turn - lastServed[sequence.id] <= 3);
                lastServed[sequence.id] = turn;
            }
            finishWithNine(scheduler, step);
        }
    }

    void nobodyOvertakes()
    {
        auto scheduler = makeScheduler(8, 40, 4);
        MUST(scheduler.submit(promptOf(1, 20, 4))); // takes 6 of 8 pages
        const auto large = MUST(scheduler.submit(promptOf(2, 20, 4)));
        const auto small = MUST(scheduler.submit(promptOf(3, 2, 4)));
        int largeBegan = -1;
        int smallBegan = -1;
        for (int turn = 0; !scheduler.idle(); ++turn) {
            const auto step = scheduler.schedule();
            largeBegan = largeBegan < 0 && findIn(step, large) != nullptr ? turn : largeBegan;
            smallBegan = smallBegan < 0 && findIn(step, small) != nullptr ? turn : smallBegan;
            finishWithNine(scheduler, step);
        }
        QVERIFY(largeBegan > 0); // it did not fit at first
        QVERIFY(smallBegan >= largeBegan);
    }

    void theYoungestGivesWayAndComesBackFirst()
    {
        auto scheduler = makeScheduler(4, 16, 3);
        const auto old = MUST(scheduler.submit(promptOf(1, 7, 8)));
        const auto young = MUST(scheduler.submit(promptOf(2, 7, 8)));
        const auto waiting = MUST(scheduler.submit(promptOf(3, 4, 1)));
        std::vector<SequenceId> ended;
        while (!scheduler.idle()) {
            const auto step = scheduler.schedule();
            if (scheduler.numPreemptions() == 1 && ended.empty()) {
                QVERIFY(findIn(step, young) == nullptr);
                QVERIFY(findIn(step, waiting) == nullptr);
            }
            for (const auto& event : finishWithNine(scheduler, step)) {
                if (event.ending != Ending::None)
                    ended.push_back(event.id);
            }
        }
        QVERIFY(scheduler.numPreemptions() > 0);
        QCOMPARE(ended.front(), old);
        QCOMPARE(ended.size(), std::size_t(3));
    }

    /// The second question over a known prefix computes what is new and nothing else.
    void aKnownPrefixIsNotComputed()
    {
        auto scheduler = makeScheduler(100, 64, 2);
        auto request = promptOf(1, 200, 1);
        MUST(scheduler.submit(request));
        while (!scheduler.idle())
            finishWithNine(scheduler, scheduler.schedule());
        request.prompt.tokens.insert(request.prompt.tokens.end(), {7, 7, 7});
        MUST(scheduler.submit(request));
        const auto step = scheduler.schedule();
        QCOMPARE(step.sequences[0].firstPosition, std::int64_t(200));
        QCOMPARE(step.sequences[0].tokens.size(), std::size_t(3));
        finishWithNine(scheduler, step);
    }

    /// Someone has to be asked for logits, so the last token is computed again, in a copy.
    void aWhollyKnownPromptComputesItsLastToken()
    {
        auto scheduler = makeScheduler(10, 16, 2);
        MUST(scheduler.submit(promptOf(1, 8, 1)));
        finishWithNine(scheduler, scheduler.schedule());
        MUST(scheduler.submit(promptOf(1, 8, 1)));
        const auto step = scheduler.schedule();
        QCOMPARE(step.sequences[0].firstPosition, std::int64_t(7));
        QCOMPARE(step.copies.size(), std::size_t(1));
        QCOMPARE(step.copies[0].toPage, step.sequences[0].pages[1]);
        finishWithNine(scheduler, step);
    }

    void aLaterPromptUsesWhatTheFirstHasJustComputed()
    {
        auto scheduler = makeScheduler(40, 9, 2);
        const auto first = MUST(scheduler.submit(promptOf(1, 40, 1)));
        finishWithNine(scheduler, scheduler.schedule()); // two pages of it
        const auto second = MUST(scheduler.submit(promptOf(1, 40, 1)));
        std::int64_t numComputed = 0;
        while (!scheduler.idle()) {
            const auto step = scheduler.schedule();
            if (const auto* sequence = findIn(step, second))
                numComputed += std::ssize(sequence->tokens);
            finishWithNine(scheduler, step);
        }
        QVERIFY(numComputed <= 32); // the two pages at least are shared
        Q_UNUSED(first);
    }

    void cancelEndsItWithinAStep_data()
    {
        QTest::addColumn<int>("numStepsBefore");
        QTest::newRow("waiting") << 0;
        QTest::newRow("in its prompt") << 1;
        QTest::newRow("answering") << 4;
    }
    void cancelEndsItWithinAStep()
    {
        QFETCH(const int, numStepsBefore);
        auto scheduler = makeScheduler(10, 6, 2);
        const auto id = MUST(scheduler.submit(promptOf(1, 14, 9)));
        for (int turn = 0; turn < numStepsBefore; ++turn)
            finishWithNine(scheduler, scheduler.schedule());
        scheduler.cancel(id);
        const auto step = scheduler.schedule();
        QVERIFY(step.sequences.empty());
        const auto events = finishWithNine(scheduler, step);
        QCOMPARE(events.size(), std::size_t(1));
        QVERIFY(events[0].ending == Ending::Cancelled);
        QVERIFY(scheduler.idle());
        QCOMPARE(scheduler.cache().numAvailable(), 10);
        scheduler.cancel(id); // it is gone: nothing happens
    }

    void cancelDuringAStepDropsItsToken()
    {
        auto scheduler = makeScheduler(10, 6, 2);
        const auto id = MUST(scheduler.submit(promptOf(1, 3, 9)));
        const auto step = scheduler.schedule();
        scheduler.cancel(id);
        const auto events = finishWithNine(scheduler, step);
        QVERIFY(events[0].ending == Ending::Cancelled);
        QVERIFY(events[0].tokens.empty());
        QVERIFY(scheduler.idle());
        QCOMPARE(scheduler.cache().numAvailable(), 10);
    }

    void oneFailureEndsOneSequence()
    {
        auto scheduler = makeScheduler(20, 20, 2);
        const auto bad = MUST(scheduler.submit(promptOf(1, 8, 9)));
        const auto good = MUST(scheduler.submit(promptOf(2, 8, 9)));
        const auto step = scheduler.schedule();
        const SequenceOutcome outcomes[] = {{bad, {}, Verdict::Failed}, {good, {9}, Verdict::GoOn}};
        const auto events = scheduler.finish(step, outcomes);
        QVERIFY(events[0].ending == Ending::Failed);
        QVERIFY(events[1].ending == Ending::None);
        MUST(scheduler.submit(promptOf(1, 8, 1)));
        const auto again = scheduler.schedule();
        QCOMPARE(again.sequences.back().firstPosition, std::int64_t(0)); // nothing of it was kept
        finishWithNine(scheduler, again);
    }

    /// Who cannot be computed leaves the step: nothing of the step is kept, what was known before
    /// is.
    void whoIsWithdrawnLeavesTheOthersTheirStep()
    {
        auto scheduler = makeScheduler(20, 8, 2);
        const auto bad = MUST(scheduler.submit(promptOf(1, 12, 9)));
        const auto good = MUST(scheduler.submit(promptOf(2, 12, 9)));
        finishWithNine(scheduler, scheduler.schedule()); // a page of each
        auto step = scheduler.schedule();
        const auto event = scheduler.withdraw(step, bad);
        QCOMPARE(event.id, bad);
        QVERIFY(event.ending == Ending::Failed);
        QCOMPARE(event.numCached, std::int64_t(4));
        QVERIFY(findIn(step, bad) == nullptr);
        QVERIFY(findIn(step, good) != nullptr);
        const auto events = finishWithNine(scheduler, step);
        QCOMPARE(events.size(), std::size_t(1)); // the end of the other is told once
        QCOMPARE(events[0].id, good);
        scheduler.cancel(good);
        finishWithNine(scheduler, scheduler.schedule());
        QVERIFY(scheduler.idle());
        QCOMPARE(scheduler.cache().numAvailable(), 20);

        const auto again = MUST(scheduler.submit(promptOf(1, 12, 1)));
        const auto next = scheduler.schedule();
        QCOMPARE(findIn(next, again)->firstPosition, std::int64_t(4));
        finishWithNine(scheduler, next);
    }

    void whoIsWithdrawnAfterACancelIsCancelled()
    {
        auto scheduler = makeScheduler(10, 6, 2);
        const auto id = MUST(scheduler.submit(promptOf(1, 3, 9)));
        auto step = scheduler.schedule();
        scheduler.cancel(id);
        QVERIFY(scheduler.withdraw(step, id).ending == Ending::Cancelled);
        QVERIFY(step.sequences.empty());
        QVERIFY(scheduler.finish(step, {}).empty());
        QVERIFY(scheduler.idle());
        QCOMPARE(scheduler.cache().numAvailable(), 10);
    }

    void anAbandonedStepEndsAllOfItsSequences()
    {
        auto scheduler = makeScheduler(20, 20, 2);
        const auto failed = MUST(scheduler.submit(promptOf(1, 8, 9)));
        const auto cancelled = MUST(scheduler.submit(promptOf(2, 8, 9)));
        const auto step = scheduler.schedule();
        scheduler.cancel(cancelled);
        const auto events = scheduler.abandon(step);
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0].id, failed);
        QVERIFY(events[0].ending == Ending::Failed);
        QVERIFY(events[1].ending == Ending::Cancelled);
        QVERIFY(scheduler.idle());
        QCOMPARE(scheduler.cache().numAvailable(), 20);
        MUST(scheduler.submit(promptOf(1, 8, 1)));
        const auto again = scheduler.schedule();
        QCOMPARE(again.sequences[0].firstPosition, std::int64_t(0)); // nothing of it was kept
        finishWithNine(scheduler, again);
    }

    void aDraftIsCheckedAndCut()
    {
        auto scheduler = makeScheduler(20, 8, 2);
        const auto id = MUST(scheduler.submit(promptOf(1, 3, 9)));
        finishWithNine(scheduler, scheduler.schedule());
        QCOMPARE(scheduler.answering(), std::vector<SequenceId>{id});
        scheduler.setDraft(id, {4, 5, 6});
        const auto step = scheduler.schedule();
        QCOMPARE(step.sequences[0].tokens, (std::vector<std::int32_t>{9, 4, 5, 6}));
        QVERIFY(step.sequences[0].logits == LogitsWanted::All);
        const SequenceOutcome outcome{id, {4, 7}, Verdict::GoOn}; // 5 is rejected
        const auto events = scheduler.finish(step, {&outcome, 1});
        QCOMPARE(events[0].tokens, (std::vector<std::int32_t>{4, 7}));
        const auto next = scheduler.schedule();
        QCOMPARE(next.sequences[0].tokens, std::vector<std::int32_t>{7});
        QCOMPARE(next.sequences[0].firstPosition, std::int64_t(5));
        finishWithNine(scheduler, next);
    }

    void aDraftEndsWithTheAnswer()
    {
        auto scheduler = makeScheduler(20, 8, 2);
        const auto id = MUST(scheduler.submit(promptOf(1, 3, 3)));
        finishWithNine(scheduler, scheduler.schedule());
        scheduler.setDraft(id, {4, 5, 6});
        const auto step = scheduler.schedule();
        QCOMPARE(step.sequences[0].tokens.size(), std::size_t(2)); // two tokens are left to give
        const SequenceOutcome outcome{id, {4, 5}, Verdict::GoOn};
        QVERIFY(scheduler.finish(step, {&outcome, 1})[0].ending == Ending::Length);
    }

    void aGuessTakesNoPageFromAnyone()
    {
        auto scheduler = makeScheduler(2, 16, 2);
        const auto first = MUST(scheduler.submit(promptOf(1, 2, 2)));
        const auto second = MUST(scheduler.submit(promptOf(2, 2, 6)));
        finishWithNine(scheduler, scheduler.schedule());
        scheduler.setDraft(second, {1, 2, 3, 4});
        const auto step = scheduler.schedule();
        QCOMPARE(scheduler.numPreemptions(), std::uint64_t(0));
        QCOMPARE(findIn(step, second)->tokens.size(), std::size_t(2)); // to the end of its page
        QVERIFY(findIn(step, first) != nullptr);
        finishWithNine(scheduler, step);
    }

    void savedPagesThatAreHeldMakeItWait()
    {
        auto scheduler = makeScheduler(4, 16, 2);
        MUST(scheduler.submit(promptOf(1, 12, 1)));
        auto& cache = scheduler.cache();
        const auto held = cache.take(kNoPage).value();
        const auto alsoHeld = cache.take(held).value();
        const auto nothing = scheduler.schedule();
        QVERIFY(nothing.sequences.empty());
        QVERIFY(finishWithNine(scheduler, nothing).empty());
        cache.release(held);
        cache.release(alsoHeld);
        const auto step = scheduler.schedule();
        QCOMPARE(step.sequences.size(), std::size_t(1));
        QVERIFY(finishWithNine(scheduler, step)[0].ending == Ending::Length);
    }
};

std::unique_ptr<QObject> makeSchedulerTest()
{
    return std::make_unique<SchedulerTest>();
}

#include "tst_scheduler.moc"
