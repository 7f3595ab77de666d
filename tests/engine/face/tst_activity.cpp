// What the engine takes, counted beforehand, and what it says of its work.

#include "engine/activity_meter.h"
#include "tests/engine/face/engine_run.h"
#include "tests/engine/face/tests.h"
#include "tests/support/test_table.h"

using namespace std::chrono_literals;
using namespace tf;
using namespace tf::test;
using engine::Activity;
using engine::ActivityBox;
using engine::ActivityMeter;
using engine::MemoryPlan;

namespace {

const ActivityMeter::Time kBegin(1h);

/// The last word in the box, which is emptied.
Activity lastOf(ActivityBox& box)
{
    const auto told = box.drain();
    return told.empty() ? Activity() : told.back();
}

} // namespace

class ActivityTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void ratesAreOfTheTimeSinceTheLastWord()
    {
        const auto box = std::make_shared<ActivityBox>(nullptr);
        ActivityMeter meter(box, kBegin);
        QVERIFY(!meter.isDue(kBegin + 249ms));
        QVERIFY(meter.isDue(kBegin + 250ms));
        meter.addPrompt(100, 40);
        meter.addRead(60);
        meter.addAnswered(5);
        meter.tell({}, kBegin + 500ms);
        Activity told = lastOf(*box);
        QCOMPARE(told.promptTokens, 100);
        QCOMPARE(told.cachedTokens, 40);
        QCOMPARE(told.promptTokensPerSecond, 120.0);
        QCOMPARE(told.answerTokensPerSecond, 10.0);
        meter.addAnswered(2);
        meter.tell({}, kBegin + 1500ms);
        told = lastOf(*box);
        QCOMPARE(told.answerTokens, 7);
        QCOMPARE(told.answerTokensPerSecond, 2.0);
        QCOMPARE(told.promptTokensPerSecond, 0.0);
    }

    void aRestIsNotCounted()
    {
        const auto box = std::make_shared<ActivityBox>(nullptr);
        ActivityMeter meter(box, kBegin);
        meter.restart(kBegin + 1min);
        QVERIFY(!meter.isDue(kBegin + 1min));
        meter.addAnswered(10);
        meter.tell({}, kBegin + 1min + 1s);
        QCOMPARE(lastOf(*box).answerTokensPerSecond, 10.0);
    }

    void withoutAListenerNothingIsDue()
    {
        ActivityMeter meter(nullptr, kBegin);
        meter.tell({}, kBegin + 1h);
        QVERIFY(!meter.isDue(kBegin + 1h));
    }

    void requestsAreCountedAndTheCacheIsTold()
    {
        const auto box = std::make_shared<ActivityBox>(nullptr);
        auto options = tinyOptions(tinyModel("talk"));
        options.activity = box;
        const auto engine = MUST(engine::Engine::load(options));
        Activity told;
        QVERIFY(QTest::qWaitFor([&] { // once it is there
            told = lastOf(*box);
            return told.numPages == 128;
        }));
        const auto prompt = someTokens(50, 272, 1);
        QVERIFY(ask(*engine, greedy(prompt, 4)).done);
        const auto isOver = [&](std::int64_t answered) {
            const Activity now = lastOf(*box);
            if (now.numPages > 0)
                told = now;
            return told.answerTokens == answered && told.numRunning == 0;
        };
        QTRY_VERIFY(isOver(4));
        QCOMPARE(told.numWaiting, 0);
        QCOMPARE(told.numUsed, 0);
        QVERIFY(told.numKept >= 50 / told.block);
        QCOMPARE(told.promptTokens, 50);
        QCOMPARE(told.cachedTokens, 0);
        QVERIFY(ask(*engine, greedy(prompt, 4)).done);
        QTRY_VERIFY(isOver(8));
        QCOMPARE(told.promptTokens, 100);
        QVERIFY(told.cachedTokens >= 50 / told.block * told.block);
        QTest::qWait(300);
        QVERIFY(box->drain().empty()); // at rest
    }

    void thePlanIsWhatIsTaken()
    {
        const auto options = tinyOptions(tinyModel("talk"));
        const MemoryPlan plan = MUST(engine::Engine::plan(options));
        QCOMPARE(plan.devices.size(), std::size_t(1));
        const auto& use = plan.devices[0].use;
        QVERIFY(use.weights > 0 && use.experts > 0 && use.cache > 0 && use.workspace > 0);
        QCOMPARE(use.vision, std::uint64_t(0));
        QCOMPARE(plan.missingBytes(), std::uint64_t(0));
        QCOMPARE(plan.positions, 512);
        QCOMPARE(plan.threads, 2);
        QCOMPARE(plan.positionsThatFit, 512);
        const auto engine = MUST(engine::Engine::load(options));
        QVERIFY(engine->memory().devices[0].use == use);
    }

    void twoRanksOfOneMachineShareItsMemory()
    {
        auto options = tinyOptions(tinyModel("talk"));
        const auto alone = MUST(engine::Engine::plan(options));
        options.group.split.ranks = 2;
        const auto split = MUST(engine::Engine::plan(options));
        QCOMPARE(split.devices.size(), std::size_t(1));
        QVERIFY(split.devices[0].use.experts >= alone.devices[0].use.experts); // in whole panels
        QVERIFY(split.devices[0].use.weights > alone.devices[0].use.weights); // norms on each
        QVERIFY(split.devices[0].use.weights < 2 * alone.devices[0].use.weights);
    }

    void whatDoesNotFitIsToldBeforehand()
    {
        auto options = tinyOptions(tinyModel("talk"));
        options.group.limits.positions = std::int64_t(1) << 36;
        options.group.limits.pages = std::int64_t(1) << 33;
        const auto plan = MUST(engine::Engine::plan(options));
        QVERIFY(plan.missingBytes() > 0);
        QCOMPARE(plan.missingBytes(), plan.devices[0].use.total() - plan.devices[0].freeBytes);
        QVERIFY(plan.positionsThatFit > 0 && plan.positionsThatFit < plan.positions);
        const auto loaded = engine::Engine::load(options);
        QVERIFY(!loaded && loaded.error().code == Code::OutOfMemory);
    }
};

std::unique_ptr<QObject> makeActivityTest()
{
    return make<ActivityTest>();
}

#include "tst_activity.moc"
