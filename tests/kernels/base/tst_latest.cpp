#include "kernels/base/latest.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <string>
#include <thread>

using tf::Latest;

class LatestTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingNewUntilPublished()
    {
        Latest<int> gauge(7);
        QVERIFY(!gauge.refresh());
        QCOMPARE(gauge.value(), 7);
    }

    void theReaderGetsTheNewest()
    {
        Latest<std::string> gauge;
        gauge.publish("old");
        gauge.publish("older than new");
        gauge.publish("new");
        QVERIFY(gauge.refresh());
        QCOMPARE(gauge.value(), std::string("new"));
        QVERIFY(!gauge.refresh());
        QCOMPARE(gauge.value(), std::string("new"));
    }

    /// Random publishes and reads against the plainest model: one variable and a flag.
    void agreesWithAModel()
    {
        const std::string wrong = tf::test::forAll(500, [](tf::test::Gen& gen) -> std::string {
            Latest<int> gauge(0);
            int newest = 0;
            int seen = 0;
            bool fresh = false;
            for (std::size_t step = 0; step < gen.size(); ++step) {
                if (gen.oneIn(2)) {
                    newest = static_cast<int>(step) + 1;
                    gauge.publish(newest);
                    fresh = true;
                    continue;
                }
                if (gauge.refresh() != fresh)
                    return "refresh() disagrees";
                if (fresh)
                    seen = newest;
                fresh = false;
                if (gauge.value() != seen)
                    return "value() disagrees";
            }
            return {};
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    /// Two threads: values only grow, the two halves always belong together, the last one arrives.
    void neverTornAcrossThreads()
    {
        struct Pair {
            std::uint64_t number = 0;
            std::uint64_t twin = 0;
        };
        constexpr std::uint64_t kLast = 200000;
        Latest<Pair> gauge;
        std::thread writer([&gauge] {
            for (std::uint64_t number = 1; number <= kLast; ++number)
                gauge.publish({number, ~number});
        });
        std::uint64_t before = 0;
        bool ordered = true;
        bool whole = true;
        while (before < kLast) {
            if (!gauge.refresh())
                continue;
            const Pair pair = gauge.value();
            whole = whole && pair.twin == ~pair.number;
            ordered = ordered && pair.number > before;
            before = pair.number;
        }
        writer.join();
        QVERIFY(whole);
        QVERIFY(ordered);
    }
};

std::unique_ptr<QObject> makeLatestTest()
{
    return std::make_unique<LatestTest>();
}

#include "tst_latest.moc"
