#include "engine/model/shard.h"
#include "kernels/base/words.h"
#include "tests/engine/model/released.h"
#include "tests/engine/model/tests.h"
#include "tests/support/test_table.h"

#include <vector>

using namespace tf;
using namespace tf::engine;

namespace {

ModelConfig tiny()
{
    ModelConfig config = test::releasedConfig();
    config.hidden = 64;
    config.vocab = 131; // divisible by nothing
    config.heads = 12;
    config.headDim = 16;
    config.denseWidth = 96;
    config.expertWidth = 32;
    config.sharedWidth = 0;
    config.experts = 16;
    return config;
}

std::vector<Shard> shards(const ModelConfig& config, const Split& split)
{
    std::vector<Shard> all;
    for (int rank = 0; rank < split.ranks; ++rank)
        all.push_back(MUST(shardOf(config, split, rank)));
    return all;
}

/// Empty when the slices, in rank order, cover 0 … whole - 1 exactly once.
template <class SliceOf>
std::string tiling(const std::vector<Shard>& shards, std::int64_t whole, const SliceOf& sliceOf)
{
    std::vector<int> seen(static_cast<std::size_t>(whole), 0);
    for (const Shard& shard : shards) {
        const Slice slice = sliceOf(shard);
        for (std::int64_t idx = slice.begin; idx < slice.end; ++idx)
            ++seen.at(static_cast<std::size_t>(idx));
    }
    for (std::size_t idx = 0; idx < seen.size(); ++idx) {
        if (seen[idx] != 1)
            return words(idx, " of ", whole, " is held ", seen[idx], " times");
    }
    return {};
}

/// One of each set of sharers.
std::vector<Shard> firstSharers(const std::vector<Shard>& all)
{
    std::vector<Shard> firsts;
    for (const Shard& shard : all) {
        if (shard.sharerIdx == 0)
            firsts.push_back(shard);
    }
    return firsts;
}

} // namespace

class ShardTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void slicesTileEveryMatrixOnce_data()
    {
        QTest::addColumn<bool>("isReleased");
        QTest::addColumn<int>("ranks");
        QTest::addColumn<bool>("byId");
        for (const bool isReleased : {true, false}) {
            for (const int ranks : {1, 2, 4, 8, 16}) {
                for (const bool byId : {true, false})
                    QTest::addRow("%s, %d ranks, %s", isReleased ? "released" : "tiny", ranks,
                                  byId ? "by id" : "by width")
                        << isReleased << ranks << byId;
            }
        }
    }
    void slicesTileEveryMatrixOnce()
    {
        QFETCH(bool, isReleased);
        QFETCH(int, ranks);
        QFETCH(bool, byId);
        const ModelConfig config = isReleased ? test::releasedConfig() : tiny();
        const auto split = byId ? ExpertSplit::Expert : ExpertSplit::Tensor;
        const auto all = shards(config, {ranks, split});
        const auto firsts = firstSharers(all);
        const std::string none;

        QCOMPARE(tiling(firsts, config.kvHeads, [](const Shard& s) { return s.kvHeads; }), none);
        QCOMPARE(tiling(firsts, config.heads, [](const Shard& s) { return s.heads; }), none);
        QCOMPARE(
            tiling(all, config.heads * config.headDim, [](const Shard& s) { return s.outColumns; }),
            none);
        QCOMPARE(tiling(all, config.denseWidth, [](const Shard& s) { return s.denseWidth; }), none);
        QCOMPARE(tiling(all, config.sharedWidth, [](const Shard& s) { return s.sharedWidth; }),
                 none);
        QCOMPARE(tiling(all, config.vocab, [](const Shard& s) { return s.vocab; }), none);
        if (byId)
            QCOMPARE(tiling(all, config.experts, [](const Shard& s) { return s.experts; }), none);
        else
            QCOMPARE(tiling(all, config.expertWidth, [](const Shard& s) { return s.expertWidth; }),
                     none);
        for (const Shard& shard : all) {
            QCOMPARE(byId ? shard.expertWidth : shard.experts,
                     (Slice{0, byId ? config.expertWidth : config.experts}));
            QVERIFY(shard.vocab.count() >= 1 && shard.vocab.count() <= shard.vocabStride);
        }
    }

    void everyPageLiesOnceInAGroupAndItsIndexOnce()
    {
        const ModelConfig config = test::releasedConfig();
        for (const int ranks : {1, 2, 4, 8, 16}) {
            const auto all = shards(config, {ranks, ExpertSplit::Tensor});
            for (std::int32_t page = 0; page < 64; ++page) {
                std::vector<int> kv(static_cast<std::size_t>(config.kvHeads), 0);
                int index = 0;
                for (const Shard& shard : all) {
                    for (auto head = shard.kvHeads.begin; head < shard.kvHeads.end; ++head)
                        kv[static_cast<std::size_t>(head)] += shard.kvPages.holds(page) ? 1 : 0;
                    index += shard.indexPages.holds(page) ? 1 : 0;
                }
                QCOMPARE(kv, std::vector<int>(kv.size(), 1));
                QCOMPARE(index, 1);
            }
        }
    }

    void aRankMultipliesWhatItsHeadsMade()
    {
        const ModelConfig config = test::releasedConfig();
        for (const int ranks : {1, 2, 4, 8, 16}) {
            for (const Shard& shard : shards(config, {ranks, ExpertSplit::Tensor})) {
                QVERIFY(shard.outBegin(config) >= 0);
                QVERIFY(shard.outBegin(config) + shard.outColumns.count()
                        <= shard.heads.count() * config.headDim);
            }
        }
    }

    void queryHeadsGoWithTheirKvHead()
    {
        const ModelConfig config = tiny();
        for (const int ranks : {1, 2, 4, 8}) {
            for (const Shard& shard : shards(config, {ranks, ExpertSplit::Tensor})) {
                QCOMPARE(shard.heads.begin, shard.kvHeads.begin * 3);
                QCOMPARE(shard.heads.end, shard.kvHeads.end * 3);
            }
        }
    }

    void whatDoesNotDivideIsRefusedInWords_data()
    {
        QTest::addColumn<int>("ranks");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("value");
        QTest::addColumn<bool>("byId");
        QTest::addColumn<QByteArray>("wanted");
        QTest::newRow("no ranks") << 0 << QByteArray() << 0 << false << QByteArray("0 ranks");
        QTest::newRow("3 ranks") << 3 << QByteArray() << 0 << false
                                 << QByteArray("3 ranks do not fit 4 KV heads");
        QTest::newRow("6 ranks") << 6 << QByteArray() << 0 << false
                                 << QByteArray("6 ranks do not fit 4 KV heads");
        QTest::newRow("heads") << 2 << QByteArray("heads") << 63 << false
                               << QByteArray("63 query heads");
        QTest::newRow("o columns") << 16 << QByteArray("headDim") << 1 << false << QByteArray();
        QTest::newRow("dense") << 4 << QByteArray("dense") << 12290 << false
                               << QByteArray("12290 columns of the dense feed-forward");
        QTest::newRow("shared") << 4 << QByteArray("shared") << 6 << false
                                << QByteArray("6 columns of the shared expert");
        QTest::newRow("expert width")
            << 8 << QByteArray("width") << 20 << false << QByteArray("20 columns of an expert");
        QTest::newRow("expert width by id")
            << 8 << QByteArray("width") << 20 << true << QByteArray();
        QTest::newRow("experts") << 8 << QByteArray("experts") << 12 << true
                                 << QByteArray("12 experts");
        QTest::newRow("experts by width")
            << 8 << QByteArray("experts") << 12 << false << QByteArray();
        QTest::newRow("vocabulary")
            << 8 << QByteArray("vocab") << 7 << false << QByteArray("vocabulary of 7");
    }
    void whatDoesNotDivideIsRefusedInWords()
    {
        QFETCH(int, ranks);
        QFETCH(QByteArray, field);
        QFETCH(int, value);
        QFETCH(bool, byId);
        QFETCH(QByteArray, wanted);
        ModelConfig config = test::releasedConfig();
        config.heads = field == "heads" ? value : config.heads;
        config.headDim = field == "headDim" ? value : config.headDim;
        config.denseWidth = field == "dense" ? value : config.denseWidth;
        config.sharedWidth = field == "shared" ? value : config.sharedWidth;
        config.expertWidth = field == "width" ? value : config.expertWidth;
        config.experts = field == "experts" ? value : config.experts;
        config.vocab = field == "vocab" ? value : config.vocab;
        const auto shard =
            shardOf(config, {ranks, byId ? ExpertSplit::Expert : ExpertSplit::Tensor}, 0);
        QCOMPARE(shard.has_value(), wanted.isEmpty());
        if (!shard)
            QVERIFY2(shard.error().text.find(wanted.toStdString()) != std::string::npos,
                     shard.error().text.c_str());
    }

    void aScaleIsNeverCut()
    {
        QVERIFY(keepsGroups({0, 384}, 3072, 128, "w2"));
        QVERIFY(keepsGroups({2688, 3072}, 3072, 128, "w2"));
        QVERIFY(keepsGroups({0, 100}, 100, 32, "w2")); // a whole row ends where it ends
        QVERIFY(keepsGroups({5, 7}, 100, 0, "w2"));
        QVERIFY(!keepsGroups({0, 192}, 3072, 128, "w2"));
        const auto cut = keepsGroups({192, 384}, 3072, 128, "layer 3, w2");
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, Code::Unsupported);
        QVERIFY(cut.error().text.find("layer 3, w2") != std::string::npos);
    }
};

std::unique_ptr<QObject> makeShardTest()
{
    return test::make<ShardTest>();
}

#include "tst_shard.moc"
