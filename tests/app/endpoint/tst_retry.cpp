#include "app/endpoint/retry.h"

#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

using namespace tf::endpoint;

class RetryTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void waits_data()
    {
        QTest::addColumn<int>("numRetries");
        QTest::addColumn<int>("elapsed");
        QTest::addColumn<int>("asked");
        QTest::addColumn<double>("dice");
        QTest::addColumn<int>("wait");
        const auto row = [](const char* name, int numRetries, int elapsed, int asked, double dice,
                            int wait) {
            QTest::newRow(name) << numRetries << elapsed << asked << dice << wait;
        };
        constexpr int kNone = -1;
        row("first, lucky", 0, 0, kNone, 0.0, 0);
        row("first, unlucky", 0, 0, kNone, 0.999, 499);
        row("second doubles", 1, 0, kNone, 0.5, 500);
        row("third is one too many", 2, 0, kNone, 0.5, kNone);
        row("the server asks for more", 0, 0, 5000, 0.9, 5000);
        row("the server asks for less", 1, 0, 10, 0.5, 500);
        row("the server asks for an hour", 0, 0, 3'600'000, 0.5, kNone);
        row("out of time", 0, 119'900, 5000, 0.5, kNone);
    }
    void waits()
    {
        QFETCH(int, numRetries);
        QFETCH(int, elapsed);
        QFETCH(int, asked);
        QFETCH(double, dice);
        QFETCH(int, wait);
        RetryState state{numRetries, Millis(elapsed), {}, dice};
        if (asked >= 0)
            state.asked = Millis(asked);
        QCOMPARE(qint64(retryWait({}, state).value_or(Millis(-1)).count()), qint64(wait));
    }

    void theWaitNeverPassesTheLongest()
    {
        const RetryRules rules{.maxRetries = 100, .total = Millis(1 << 30)};
        for (int numRetries = 0; numRetries < 100; ++numRetries)
            QVERIFY(*retryWait(rules, {numRetries, {}, {}, 0.99}) <= rules.longest);
    }

    void retryAfterIsRead_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("millis");
        QTest::newRow("seconds") << QByteArray("12") << qint64(12'000);
        QTest::newRow("a fraction") << QByteArray("0.5") << qint64(500);
        QTest::newRow("a date") << QByteArray("Thu, 01 Jan 1970 00:00:30 GMT") << qint64(20'000);
        QTest::newRow("a date that has passed")
            << QByteArray("Thu, 01 Jan 1970 00:00:01 GMT") << qint64(0);
        for (const char* bad : {"", "soon", "-5", "1e99", "nan", "12 s"})
            QTest::newRow(*bad ? bad : "empty") << QByteArray(bad) << qint64(-1);
    }
    void retryAfterIsRead()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, millis);
        QCOMPARE(qint64(readRetryAfter(value.toStdString(), 10'000).value_or(Millis(-1)).count()),
                 millis);
    }
};

std::unique_ptr<QObject> makeRetryTest()
{
    return std::make_unique<RetryTest>();
}

#include "tst_retry.moc"
