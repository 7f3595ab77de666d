#include "engine/sample/stop.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::engine;

namespace {

Stop makeStop()
{
    return MUST(Stop::make({{20}, {"STOP"}, 4}));
}

} // namespace

class StopTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aTokenEndsItWithoutItsBytes()
    {
        auto stop = makeStop();
        QCOMPARE(stop.feed(1, "xST").text, std::string("x"));
        const auto fed = stop.feed(20, "[e~[");
        QCOMPARE(fed.text, std::string("ST")); // held back, and no stop string after all
        QVERIFY(fed.reason == StopReason::Token);
    }

    void aStringEndsItAcrossTokens()
    {
        auto stop = makeStop();
        QVERIFY(stop.feed(1, "ST").reason == StopReason::None);
        const auto fed = stop.feed(2, "OPx");
        QVERIFY(fed.text.empty());
        QVERIFY(fed.reason == StopReason::String);
    }

    void lengthEndsItAndLosesNothing()
    {
        auto stop = makeStop();
        for (int token = 0; token < 3; ++token)
            QVERIFY(stop.feed(token, "a").reason == StopReason::None);
        const auto fed = stop.feed(3, "bST");
        QCOMPARE(fed.text, std::string("bST"));
        QVERIFY(fed.reason == StopReason::Length);
    }

    void theLastTokenMayStillStop()
    {
        auto stop = makeStop();
        for (int token = 0; token < 3; ++token)
            stop.feed(token, "a");
        QVERIFY(stop.feed(20, "").reason == StopReason::Token);
    }

    void noRoomIsRefused() { QVERIFY(!Stop::make({{}, {}, 0}).has_value()); }
};

std::unique_ptr<QObject> makeStopTest()
{
    return std::make_unique<StopTest>();
}

#include "tst_stop.moc"
