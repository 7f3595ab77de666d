#include "app/endpoint/price.h"

#include "app/endpoint/server_kind.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

using namespace tf::endpoint;

class PriceTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void costs_data()
    {
        QTest::addColumn<qint64>("input");
        QTest::addColumn<qint64>("cached");
        QTest::addColumn<qint64>("output");
        QTest::addColumn<double>("dollars");
        QTest::newRow("nothing") << qint64(0) << qint64(0) << qint64(0) << 0.0;
        QTest::newRow("fresh") << qint64(100'000) << qint64(0) << qint64(10'000) << 0.042;
        QTest::newRow("cached") << qint64(100'000) << qint64(100'000) << qint64(0) << 0.006;
        QTest::newRow("at the cliff") << qint64(512'000) << qint64(0) << qint64(0) << 0.1536;
        QTest::newRow("row 26: over the cliff, the whole request")
            << qint64(512'001) << qint64(0) << qint64(10'000) << 0.3312006;
    }
    void costs()
    {
        QFETCH(qint64, input);
        QFETCH(qint64, cached);
        QFETCH(qint64, output);
        QFETCH(double, dollars);
        const auto cost = costOf(findServerKind("minimax")->rates, {input, cached, output});
        QVERIFY(cost.has_value());
        QVERIFY2(std::abs(*cost - dollars) < 1e-9, qPrintable(QString::number(*cost, 'g', 12)));
    }

    void withoutRatesNothingIsSaid()
    {
        QVERIFY(!costOf(findServerKind("vllm")->rates, {10, 0, 10}).has_value());
        QVERIFY(!costOf(findServerKind("minimax")->rates, {10, 11, 10}).has_value());
        QVERIFY(!costOf(findServerKind("minimax")->rates, {-1, 0, 10}).has_value());
    }

    void cardsAge()
    {
        const RateCard card{{}, "2026-09-11"};
        QVERIFY(!isStale(card, "2026-11-10"));
        QVERIFY(isStale(card, "2026-11-11"));
        QVERIFY(isStale({}, "2026-11-11"));
    }
};

std::unique_ptr<QObject> makePriceTest()
{
    return std::make_unique<PriceTest>();
}

#include "tst_price.moc"
