#include "tests/support/test_table.h"
#include "tests/ui/composer/composed.h"
#include "tests/ui/composer/tests.h"
#include "ui/composer/estimate.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using ingest::Quality;

class EstimateTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tokensAreShort()
    {
        QCOMPARE(shortTokens(840), u"840"_s);
        QCOMPARE(shortTokens(1000), u"1K"_s);
        QCOMPARE(shortTokens(1240), u"1.2K"_s);
        QCOMPARE(shortTokens(226'400), u"226K"_s);
        QCOMPARE(shortTokens(999'700), u"1M"_s);
        QCOMPARE(shortTokens(1'250'000), u"1.3M"_s);
    }

    void theRangeIsFromWarmToCold()
    {
        const auto engine = test::engineAway();
        const auto estimate = estimateOf(226'000, Quality::Estimated, &engine, "2026-09-20");
        QCOMPARE(estimate.line, u"≈ 226K tok · $0.01–0.07"_s);
        QVERIFY(!estimate.isOver);
        QVERIFY(estimate.details.contains(u"2026-09-11"_s));
    }

    void longInputsCostTheHigherTier()
    {
        const auto engine = test::engineAway();
        QCOMPARE(estimateOf(600'000, Quality::Exact, &engine, "2026-09-20").line,
                 u"600K tok · $0.07–0.36"_s);
    }

    void oldRatesAreMarked()
    {
        const auto engine = test::engineAway();
        QVERIFY(estimateOf(1000, Quality::Exact, &engine, "2027-01-01")
                    .line.endsWith(u"· old rates"_s));
    }

    void whatNobodyKnowsIsNotSaid()
    {
        const auto engine = test::engineAway("vllm");
        QCOMPARE(estimateOf(1000, Quality::Exact, &engine, "2026-09-20").line, u"1K tok"_s);
        QCOMPARE(estimateOf(1000, Quality::Exact, nullptr, "2026-09-20").line, u"1K tok"_s);
    }

    void thisMachineIsFree()
    {
        const auto engine = test::engineHere();
        QCOMPARE(estimateOf(1000, Quality::Exact, &engine, "2026-09-20").line, u"1K tok · free"_s);
    }

    void overTheLimitSaysByHowMuch()
    {
        const auto engine = test::engineHere();
        const auto estimate = estimateOf(212'000, Quality::Estimated, &engine, "2026-09-20");
        QVERIFY(estimate.isOver);
        QCOMPARE(estimate.line, u"≈ 212K tok · 12K more than here can read"_s);
    }
};

std::unique_ptr<QObject> makeEstimateTest()
{
    return std::make_unique<EstimateTest>();
}

#include "tst_estimate.moc"
