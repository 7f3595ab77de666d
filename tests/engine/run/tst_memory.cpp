#include "engine/model/weight_shapes.h"
#include "engine/run/activations.h"
#include "engine/run/memory.h"
#include "kernels/cpu/cpu_device.h"
#include "tests/engine/model/released.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::engine;

namespace {

constexpr std::uint64_t kGpuBytes = std::uint64_t(141) * 1000 * 1000 * 1000;

/// What a rank of eight takes with KV heads and index keys held in full wherever they are used, as
/// is usual: one KV head, all of its context, and an eighth of the query heads.
std::int64_t positionsWithDuplication(const ModelConfig& config, const GroupOptions& options,
                                      const RankNeed& ours, const Device& device)
{
    Shard usual;
    usual.kvHeads = {0, 1};
    const CacheCost cost = cacheCost({config, usual, options.precision}, device);
    const std::int64_t queryRows = std::int64_t(config.heads) * config.headDim;
    const auto spared = static_cast<std::uint64_t>((queryRows / config.kvHeads - queryRows / 8)
                                                   * config.hidden * 2 * config.numLayers());
    return cost.pagesIn(kGpuBytes - (ours.weights.total() - spared) - ours.activationBytes)
        * config.block();
}

} // namespace

class MemoryTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPositionTakesWhatTheModelSays_data()
    {
        QTest::addColumn<int>("kv");
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("bytes");
        const auto number = [](DType type) { return static_cast<int>(type); };
        QTest::newRow("bf16") << number(DType::BF16) << number(DType::BF16) << 137472;
        QTest::newRow("fp8, index bf16") << number(DType::F8) << number(DType::BF16) << 76032;
        QTest::newRow("fp8") << number(DType::F8) << number(DType::F8) << 68736;
        QTest::newRow("f32") << number(DType::F32) << number(DType::F32) << 274944;
    }
    void aPositionTakesWhatTheModelSays()
    {
        QFETCH(int, kv);
        QFETCH(int, index);
        QFETCH(int, bytes);
        const Precision precision{DType::BF16, static_cast<DType>(kv), static_cast<DType>(index)};
        QCOMPARE(cacheBytesPerPosition(test::releasedConfig(), precision, *m_device),
                 static_cast<std::uint64_t>(bytes));
    }

    void aGroupTakesAsMuchCacheAsOneRank()
    {
        const ModelConfig config = test::releasedConfig();
        const Precision precision{DType::BF16, DType::BF16, DType::BF16};
        const std::int64_t pages = 8192;
        const auto whole = cacheBytesPerPosition(config, precision, *m_device)
            * static_cast<std::uint64_t>(pages * config.block());
        for (const int ranks : {1, 2, 4, 8, 16}) {
            std::uint64_t sum = 0;
            for (int rank = 0; rank < ranks; ++rank) {
                const Shard shard = MUST(shardOf(config, {ranks, ExpertSplit::Tensor}, rank));
                sum += cacheCost({config, shard, precision}, *m_device).bytes(pages);
            }
            QCOMPARE(sum, whole);
        }
    }

    void eightRanksHoldTwiceWhatDuplicationHolds()
    {
        const ModelConfig config = test::releasedConfig();
        GroupOptions options;
        options.split.ranks = 8;
        options.precision = {DType::BF16, DType::BF16, DType::BF16};
        options.limits.positions = config.maxPositions;
        options.limits.rows = 2048;
        const auto needs =
            MUST(groupNeeds(config, shapesOf(config, WeightFormat::BF16), options, *m_device));
        const auto ours = positionsIn(needs, kGpuBytes, config);
        const auto usual = positionsWithDuplication(config, options, needs[0], *m_device);
        const double ratio = static_cast<double>(ours) / static_cast<double>(usual);
        qInfo("8 x 141 GB: %lld positions, %lld with duplication, %.3f times",
              static_cast<long long>(ours), static_cast<long long>(usual), ratio);
        QVERIFY(ratio >= 2.0 && ratio <= 2.64);
    }

    void weightsAreCountedAsReleased()
    {
        const ModelConfig config = test::releasedConfig();
        GroupOptions options;
        const auto need =
            MUST(rankNeed(config, shapesOf(config, WeightFormat::BF16), options, 0, *m_device));
        // 426,174,572,928 parameters in bf16; router and norms as floats.
        const double expected = 426174572928.0 * 2;
        qInfo("%.0f %.0f", double(need.weights.total()), expected);
        QVERIFY(static_cast<double>(need.weights.total()) >= expected);
        QVERIFY(static_cast<double>(need.weights.total()) <= expected * 1.001);
    }

    void shapesCountLikeFiles()
    {
        const auto model = test::goldenModel("a");
        const MatrixSource files = [&](const std::string& name) {
            return model.checkpoint->matrix(name);
        };
        const GroupOptions options = test::exactOptions(model.config());
        const auto counted = MUST(rankNeed(
            model.config(), shapesOf(model.config(), WeightFormat::BF16), options, 0, *m_device));
        const auto stored = MUST(rankNeed(model.config(), files, options, 0, *m_device));
        QCOMPARE(double(counted.weights.total()), double(stored.weights.total()));
    }

    void theMostPagesThatFitAreFound()
    {
        CacheCost cost;
        cost.kv = {2, 1};
        cost.index = {8, 3};
        cost.kvBytes = 1000;
        cost.indexBytes = 300;
        for (const std::uint64_t budget : {0, 999, 1000, 1300, 5000, 123456}) {
            const auto pages = cost.pagesIn(budget);
            QVERIFY(cost.bytes(pages) <= budget);
            QVERIFY(cost.bytes(pages + 1) > budget);
        }
    }

    void bufferSizesGrowWithTheLimitsAlone()
    {
        const ModelConfig config = test::releasedConfig();
        const Shard shard = MUST(shardOf(config, {8, ExpertSplit::Tensor}, 0));
        Limits limits;
        limits.rows = 512;
        const auto small = activationBytes({config, shard, limits, DType::BF16});
        limits.rows = 1024;
        const auto large = activationBytes({config, shard, limits, DType::BF16});
        QVERIFY(small < large);
        QVERIFY(large <= 2 * small);
    }

private:
    std::unique_ptr<Device> m_device = makeCpuDevice({1, std::nullopt});
};

std::unique_ptr<QObject> makeMemoryTest()
{
    return test::make<MemoryTest>();
}

#include "tst_memory.moc"
