#include "tests/kernels/comm/on_ranks.h"
#include "tests/kernels/comm/tests.h"
#include "tests/support/test_table.h"

using namespace std::chrono_literals;
using tf::Collective;
using tf::test::Group;
using tf::test::onRanks;

namespace {

tf::Error outOfMemory()
{
    return {tf::Code::OutOfMemory, "rank 1 has no memory left"};
}

} // namespace

class CollectiveFailureTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// A rank that fails before a call the others are in: all come back, all know why.
    void anAbortEndsEveryWait_data()
    {
        QTest::addColumn<int>("ranks");
        for (const int ranks : {2, 3, 4})
            QTest::addRow("%d ranks", ranks) << ranks;
    }
    void anAbortEndsEveryWait()
    {
        QFETCH(int, ranks);
        for (int round = 0; round < 50; ++round) {
            Group group = tf::makeLocal(ranks);
            onRanks(group, [&](Collective& own) {
                std::vector<float> values(1000, 1.0F);
                for (int step = 0; step < 20 && own.healthy().has_value(); ++step) {
                    if (own.rank() == 1 && step == round % 20)
                        own.abort(outOfMemory());
                    own.allReduce(values.data(), 1000);
                }
            });
            for (const auto& member : group) {
                const auto healthy = member->healthy();
                QVERIFY(!healthy.has_value());
                QCOMPARE(healthy.error().text, std::string("rank 1 has no memory left"));
            }
        }
    }

    /// From outside, while the ranks are anywhere: nobody may touch what another has left.
    void anAbortFromOutsideLeavesNobodyAtWork()
    {
        for (int round = 0; round < 50; ++round) {
            Group group = tf::makeLocal(3);
            std::thread outside([&] {
                std::this_thread::sleep_for(std::chrono::microseconds(round * 20));
                group[0]->abort({tf::Code::Cancelled, "stopped"});
            });
            onRanks(group, [](Collective& own) {
                while (own.healthy().has_value()) {
                    std::vector<float> values(3000, 1.0F); // gone right after the call
                    own.allReduce(values.data(), 3000);
                }
            });
            outside.join();
            QVERIFY(group[2]->healthy().error().code == tf::Code::Cancelled);
        }
    }

    void theFirstReasonStays()
    {
        Group group = tf::makeLocal(2);
        group[0]->abort({tf::Code::Device, "first"});
        group[1]->abort({tf::Code::Device, "second"});
        QCOMPARE(group[1]->healthy().error().text, std::string("first"));
        group[0]->barrier(); // returns though nobody else comes
    }

    void aRankThatNeverComesIsNamed()
    {
        Group group = tf::makeLocal(3, 30ms);
        onRanks(group, [](Collective& own) {
            float value = 1;
            own.allReduce(&value, 1);
            if (own.rank() != 2)
                own.barrier();
        });
        const auto healthy = group[2]->healthy();
        QVERIFY(!healthy.has_value());
        const std::string& text = healthy.error().text;
        QVERIFY2(text.find("waited 30 ms in barrier") != std::string::npos, text.c_str());
        QVERIFY2(text.find("for rank 2, whose last was allReduce of 1 (call 1)")
                     != std::string::npos,
                 text.c_str());
    }

    void differentCallsAreAFault()
    {
        Group group = tf::makeLocal(2, 2000ms);
        onRanks(group, [](Collective& own) {
            std::vector<float> values(8, 1.0F);
            own.allReduce(values.data(), own.rank() == 0 ? 8 : 4);
        });
        const auto healthy = group[0]->healthy();
        QVERIFY(healthy.error().code == tf::Code::Internal);
        QVERIFY2(healthy.error().text.find("asks for allReduce of") != std::string::npos,
                 healthy.error().text.c_str());
    }
};

std::unique_ptr<QObject> makeCollectiveFailureTest()
{
    return std::make_unique<CollectiveFailureTest>();
}

#include "tst_collective_failure.moc"
