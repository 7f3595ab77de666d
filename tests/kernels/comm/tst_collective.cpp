#include "tests/kernels/comm/on_ranks.h"
#include "tests/kernels/comm/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <bit>

using tf::Collective;
using tf::test::Group;
using tf::test::onRanks;

namespace {

std::vector<float> numbersOf(int rank, int round, std::size_t count)
{
    tf::test::Gen gen(static_cast<std::uint64_t>(rank * 1000 + round), count);
    std::vector<float> numbers(count);
    for (float& number : numbers)
        number = static_cast<float>(gen.normal() * 1e3);
    return numbers;
}

/// What the sum must be to the bit: rank after rank.
std::vector<float> sumOf(int ranks, int round, std::size_t count)
{
    std::vector<float> sum = numbersOf(0, round, count);
    for (int rank = 1; rank < ranks; ++rank) {
        const auto numbers = numbersOf(rank, round, count);
        for (std::size_t idx = 0; idx < count; ++idx)
            sum[idx] += numbers[idx];
    }
    return sum;
}

} // namespace

class CollectiveTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sumsAreTakenInRankOrder_data()
    {
        QTest::addColumn<int>("ranks");
        for (const int ranks : {1, 2, 3, 4, 8})
            QTest::addRow("%d ranks", ranks) << ranks;
    }
    void sumsAreTakenInRankOrder()
    {
        QFETCH(int, ranks);
        Group group = tf::makeLocal(ranks);
        std::vector<int> wrong(group.size());
        onRanks(group, [&](Collective& own) {
            for (int round = 0; round < 60; ++round) {
                const std::size_t count = static_cast<std::size_t>(round) * 7 % 131;
                auto values = numbersOf(own.rank(), round, count);
                own.allReduce(values.data(), static_cast<std::int64_t>(count));
                wrong[own.rank()] += values != sumOf(ranks, round, count);
            }
        });
        QCOMPARE(wrong, std::vector<int>(group.size(), 0));
    }

    void aGatherBringsEveryRanksPart()
    {
        Group group = tf::makeLocal(3);
        std::vector<int> wrong(group.size());
        onRanks(group, [&](Collective& own) {
            for (int round = 0; round < 200; ++round) {
                const int from[2] = {own.rank() * 1000 + round, own.rank()};
                int to[6] = {};
                own.allGather(from, to, sizeof from);
                for (int rank = 0; rank < own.size(); ++rank)
                    wrong[own.rank()] +=
                        to[2 * rank] != rank * 1000 + round || to[2 * rank + 1] != rank;
            }
        });
        QCOMPARE(wrong, std::vector<int>(group.size(), 0));
    }

    void aGatherMayLieInItsOwnTarget()
    {
        Group group = tf::makeLocal(2);
        std::vector<int> sums(group.size());
        onRanks(group, [&](Collective& own) {
            int parts[2] = {};
            parts[own.rank()] = own.rank() + 5;
            own.allGather(&parts[own.rank()], parts, sizeof(int));
            sums[own.rank()] = parts[0] * 10 + parts[1];
        });
        QCOMPARE(sums, (std::vector<int>{56, 56}));
    }

    void nobodyPassesABarrierBeforeTheLast()
    {
        Group group = tf::makeLocal(4);
        std::atomic<int> arrived = 0;
        std::atomic<int> early = 0;
        onRanks(group, [&](Collective& own) {
            for (int round = 1; round <= 300; ++round) {
                ++arrived;
                own.barrier();
                early += arrived.load() < round * 4;
                own.barrier();
            }
        });
        QCOMPARE(early.load(), 0);
    }

    void aloneNothingChanges()
    {
        const auto solo = tf::makeSolo();
        float values[2] = {1.5F, -2};
        solo->allReduce(values, 2);
        QCOMPARE(values[0], 1.5F);
        float gathered[2] = {};
        solo->allGather(values, gathered, sizeof values);
        QCOMPARE(gathered[1], -2.0F);
        solo->barrier();
        QCOMPARE(solo->size(), 1);
        QVERIFY(solo->healthy().has_value());
    }
};

std::unique_ptr<QObject> makeCollectiveTest()
{
    return std::make_unique<CollectiveTest>();
}

#include "tst_collective.moc"
