#include "kernels/base/log.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <string>
#include <vector>

namespace {

constexpr tf::LogCategory kEngine{"engine"};
constexpr tf::LogCategory kUi{"ui"};

std::vector<std::string> written;

void remember(const tf::LogLine& line)
{
    written.push_back(tf::words(tf::name(line.severity), " ", line.category, " ", line.text));
}

} // namespace

class LogTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tf::setLogSink(remember); }
    void cleanupTestCase()
    {
        tf::setLogSink(nullptr);
        QVERIFY(tf::setLogFilter("").empty());
    }
    void cleanup() { written.clear(); }

    void onlyWarningsByDefault()
    {
        QVERIFY(tf::setLogFilter("").empty());
        tf::info(kEngine, "loading");
        tf::warn(kEngine, "shard ", 3, " is short");
        QCOMPARE(written, std::vector<std::string>{"warning engine shard 3 is short"});
    }

    void oneRoomCanSpeakUp()
    {
        QVERIFY(tf::setLogFilter("engine=debug,error").empty());
        tf::debug(kEngine, "step");
        tf::warn(kUi, "quiet");
        QCOMPARE(written, std::vector<std::string>{"debug engine step"});
    }

    void wordsThatMeanNothingAreNamed()
    {
        QCOMPARE(tf::setLogFilter("loud,engine=debug,ui=blue"), std::string("loud, ui=blue"));
        QVERIFY(tf::logs(kEngine, tf::Severity::Debug));
        QVERIFY(!tf::logs(kUi, tf::Severity::Info));
    }
};

std::unique_ptr<QObject> makeLogTest()
{
    return std::make_unique<LogTest>();
}

#include "tst_log.moc"
