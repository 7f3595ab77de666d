// What steps cost: guessed at first, then as they were timed.

#include "engine/step_costs.h"
#include "tests/engine/face/tests.h"
#include "tests/support/test_table.h"

using tf::engine::StepCosts;

class StepCostsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingSeenIsTheGuess()
    {
        const auto costs = StepCosts(0.5).costs();
        QCOMPARE(costs.size(), StepCosts::kMostDrafted + 1);
        QCOMPARE(costs[0], 1.0);
        QCOMPARE(costs[1], 1.5);
        QCOMPARE(costs[7], 4.5);
    }

    void whatWasSeenMovesTheOthersInProportion()
    {
        StepCosts steps(0.5);
        steps.observe(1, 0.010);
        steps.observe(4, 0.050); // twice its guess of 0.025
        const auto costs = steps.costs();
        QCOMPARE(costs[0], 0.010);
        QCOMPARE(costs[1], 0.015);
        QCOMPARE(costs[3], 0.050);
        QCOMPARE(costs[7], 0.090);
    }

    void oneSlowStepChangesLittle()
    {
        StepCosts steps(0.5);
        for (int step = 0; step < 20; ++step)
            steps.observe(1, 0.010);
        steps.observe(1, 0.020);
        QVERIFY(steps.costs()[0] < 0.0125);
        for (int step = 0; step < 40; ++step)
            steps.observe(1, 0.020);
        QVERIFY(steps.costs()[0] > 0.0195);
    }

    void promptsAndImpossibleTimesArePassedOver()
    {
        StepCosts steps(0.5);
        steps.observe(512, 1.0);
        steps.observe(0, 1.0);
        steps.observe(1, 0.0);
        QCOMPARE(steps.costs()[0], 1.0);
    }
};

std::unique_ptr<QObject> makeStepCostsTest()
{
    return std::make_unique<StepCostsTest>();
}

#include "tst_step_costs.moc"
