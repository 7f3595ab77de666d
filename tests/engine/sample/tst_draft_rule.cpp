#include "engine/sample/draft/draft_rule.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace tf::engine;

Q_DECLARE_METATYPE(std::vector<double>)

class DraftRuleTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void draftsWhatPays_data()
    {
        QTest::addColumn<double>("chance");
        QTest::addColumn<std::vector<double>>("costs");
        QTest::addColumn<int>("length");
        const std::vector<double> cheap = {1, 1.1, 1.2, 1.3, 1.4};
        const std::vector<double> dear = {1, 2, 3, 4, 5};
        QTest::newRow("sure and cheap") << 0.95 << cheap << 4;
        QTest::newRow("hopeless") << 0.05 << cheap << 0;
        QTest::newRow("sure and dear") << 0.99 << dear << 0; // two tokens for twice the price
        // 1.5/1.1 = 1.36, 1.75/1.2 = 1.458, 1.875/1.3 = 1.442
        QTest::newRow("even") << 0.5 << cheap << 2;
        QTest::newRow("a gain that is noise") << 0.14 << cheap << 0; // 1.14/1.1 = 1.036
        QTest::newRow("a step that suddenly costs") << 0.9 << std::vector<double>{1, 1.1, 9} << 1;
        QTest::newRow("nothing measured") << 0.9 << std::vector<double>{} << 0;
        QTest::newRow("in milliseconds") << 0.5 << std::vector<double>{20, 22, 24, 26, 28} << 2;
    }
    void draftsWhatPays()
    {
        QFETCH(const double, chance);
        QFETCH(const std::vector<double>, costs);
        QFETCH(const int, length);
        QCOMPARE(bestDraftLength(chance, costs, 10), length);
        QCOMPARE(bestDraftLength(chance, costs, 0), 0);
    }

    void isNeverLongerThanAllowed()
    {
        const std::vector<double> costs = {1, 1.1, 1.2, 1.3};
        QCOMPARE(bestDraftLength(0.99, costs, 2), 2);
    }

    void theRecordFollowsWhatHappens()
    {
        DraftRecord record;
        QCOMPARE(chanceOf(record), 0.5);
        for (int round = 0; round < 200; ++round)
            record = recordAfter(record, 0, DraftEnd::Wrong);
        QVERIFY(chanceOf(record) < 0.06);
        for (int round = 0; round < 20; ++round)
            record = recordAfter(record, 4, DraftEnd::Right);
        QVERIFY(chanceOf(record) > 0.7); // it forgets
    }

    void theRecordIsTheShareOfRightTokens()
    {
        DraftRecord record;
        for (int round = 0; round < 500; ++round)
            record = recordAfter(record, 3, DraftEnd::Wrong);
        QVERIFY(std::abs(chanceOf(record) - 0.75) < 0.02);
    }
};

std::unique_ptr<QObject> makeDraftRuleTest()
{
    return std::make_unique<DraftRuleTest>();
}

#include "tst_draft_rule.moc"
