#include "kernels/base/words.h"
#include "kernels/cpu/cpu_device.h"
#include "tests/kernels/cpu/attention_oracle.h"
#include "tests/kernels/cpu/tests.h"
#include "tests/support/compare.h"
#include "tests/support/test_table.h"
#include "tests/support/tolerance.h"

using tf::DType;
using tf::words;
using tf::cpu::Level;
using namespace tf::test;

namespace {

std::unique_ptr<tf::Device> deviceOf(Level level, int threads = 1)
{
    return tf::makeCpuDevice({threads, level});
}

SceneShape randomShape(Gen& gen)
{
    static constexpr std::int32_t kBlocks[] = {8, 8, 8, 8, 13, 13, 16, 16, 16, 32, 128};
    static constexpr std::int32_t kDims[] = {32, 32, 32, 64, 128, 6, 7};
    static constexpr std::int32_t kGroups[] = {1, 1, 2, 2, 3, 8, 16};
    static constexpr DType kStores[] = {DType::F32, DType::BF16, DType::F8};
    static constexpr DType kQueries[] = {DType::F32, DType::BF16};
    SceneShape shape;
    shape.block = gen.pick(kBlocks);
    shape.dim = gen.pick(kDims);
    shape.indexDim = gen.pick(kDims);
    shape.kvHeads = static_cast<std::int32_t>(gen.between(1, 3));
    shape.group = gen.pick(kGroups);
    shape.topK = static_cast<std::int32_t>(gen.between(1, 16));
    shape.store = gen.pick(kStores);
    shape.query = gen.pick(kQueries);
    return shape;
}

Scene randomScene(Gen& gen)
{
    const SceneShape shape = randomShape(gen);
    const auto blocks = static_cast<std::int32_t>(shape.block >= 32 ? 3 : 20);
    return makeScene(gen, shape, static_cast<std::int32_t>(gen.between(1, 3)), blocks);
}

/// For each row and head f(seqIdx, row, batchRow) until it returns words.
template <class F>
std::string firstComplaint(const Scene& scene, const F& judge)
{
    std::int64_t batchRow = 0;
    for (std::size_t seqIdx = 0; seqIdx < scene.sequences.size(); ++seqIdx) {
        for (std::int32_t row = 0; row < scene.sequences[seqIdx].numRows; ++row, ++batchRow) {
            const std::string complaint = judge(seqIdx, row, batchRow);
            if (!complaint.empty())
                return words("sequence ", seqIdx, " row ", row, ": ", complaint);
        }
    }
    return {};
}

std::string judgeChoices(const Scene& scene, const SceneAnswer& answer, Mistake mistake)
{
    return firstComplaint(
        scene, [&](std::size_t seqIdx, std::int32_t row, std::int64_t batchRow) -> std::string {
            for (std::int32_t head = 0; head < scene.shape.kvHeads; ++head) {
                const std::int32_t* chosen = answer.blocks.data()
                    + (batchRow * scene.shape.kvHeads + head) * scene.shape.topK;
                const std::string complaint =
                    judgeChoice(scene, seqIdx, row, head, chosen, mistake);
                if (!complaint.empty())
                    return words("head ", head, ": ", complaint);
            }
            return {};
        });
}

std::vector<std::int32_t> blocksOf(const Scene& scene, const SceneAnswer& answer, Blocks which,
                                   std::size_t seqIdx, std::int32_t row, std::int64_t place)
{
    if (which == Blocks::Chosen)
        return {answer.blocks.begin() + place * scene.shape.topK,
                answer.blocks.begin() + (place + 1) * scene.shape.topK};
    std::vector<std::int32_t> all;
    const std::int64_t position = scene.sequences[seqIdx].firstPosition() + row;
    for (std::int32_t block = 0; block <= position / scene.shape.block; ++block)
        all.push_back(block);
    return all;
}

std::string judgeOutputs(const Scene& scene, const SceneAnswer& answer, Blocks which,
                         Mistake mistake)
{
    const SceneShape& shape = scene.shape;
    return firstComplaint(
        scene, [&](std::size_t seqIdx, std::int32_t row, std::int64_t batchRow) -> std::string {
            // The truth in double is slow: about four heads of each row, others in the next.
            const std::int32_t stride = (shape.numHeads() + 3) / 4;
            for (auto head = static_cast<std::int32_t>(batchRow % stride); head < shape.numHeads();
                 head += stride) {
                const auto blocks = blocksOf(scene, answer, which, seqIdx, row,
                                             batchRow * shape.kvHeads + head / shape.group);
                const HeadTruth truth = attendTruth(scene, seqIdx, row, head, blocks, mistake);
                const std::int64_t begin = (batchRow * shape.numHeads() + head) * shape.dim;
                const std::vector<double> got(answer.out.begin() + begin,
                                              answer.out.begin() + begin + shape.dim);
                const Comparison comparison = compare(std::span(got), std::span(truth.out),
                                                      {truth.bound, storedBound(shape.query)});
                if (!comparison.ok)
                    return words("head ", head, ": ", comparison.report);
            }
            return {};
        });
}

std::string describe(const SceneShape& shape)
{
    return words(" [block ", shape.block, " dim ", shape.dim, " index dim ", shape.indexDim,
                 " heads ", shape.kvHeads, "x", shape.group, " topK ", shape.topK, " store ",
                 static_cast<int>(shape.store), " query ", static_cast<int>(shape.query), "]");
}

std::string both(const Scene& scene, const SceneAnswer& answer, Blocks which)
{
    std::string complaint = judgeChoices(scene, answer, Mistake::None);
    if (complaint.empty())
        complaint = judgeOutputs(scene, answer, which, Mistake::None);
    return complaint.empty() ? complaint : complaint + describe(scene.shape);
}

void addLevels()
{
    QTest::addColumn<int>("level");
    for (const Level level : {Level::Plain, Level::Avx2, Level::Avx512, Level::Avx512Bf16}) {
        if (level <= tf::cpu::machineLevel())
            QTest::addRow("%s", tf::cpu::nameOf(level)) << static_cast<int>(level);
    }
}

Level fetchedLevel()
{
    QFETCH(int, level);
    return static_cast<Level>(level);
}

/// Wide enough that every mistake shows: more blocks than topK, several heads, long rows.
Scene tellingScene(std::uint64_t seed)
{
    Gen gen(seed, 64);
    SceneShape shape;
    shape.kvHeads = 3;
    shape.group = 2;
    return makeScene(gen, shape, 3, 24);
}

} // namespace

class AttentionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheSpecification_data() { addLevels(); }
    void agreesWithTheSpecification()
    {
        const auto device = deviceOf(fetchedLevel());
        const std::string report = forAll(30, [&](Gen& gen) {
            const Scene scene = randomScene(gen);
            const Blocks which = gen.oneIn(4) ? Blocks::All : Blocks::Chosen;
            return both(scene, play(*device, scene, which), which);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void forcedBlocksAreChosen()
    {
        const auto device = deviceOf(Level::Plain);
        const std::string report = forAll(12, [&](Gen& gen) {
            SceneShape shape = randomShape(gen);
            shape.initBlocks = static_cast<std::int32_t>(gen.below(3));
            shape.localBlocks = static_cast<std::int32_t>(gen.between(1, 4));
            const Scene scene = makeScene(gen, shape, 2, shape.block >= 32 ? 3 : 20);
            return both(scene, play(*device, scene, Blocks::Chosen), Blocks::Chosen);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    /// The oracle would see each of these.
    void mistakesInTheChoiceAreSeen_data()
    {
        QTest::addColumn<int>("mistake");
        QTest::newRow("one selection for all heads") << int(Mistake::SharedSelection);
        QTest::newRow("own block on top of topK") << int(Mistake::OwnOnTop);
        QTest::newRow("own block not forced") << int(Mistake::OwnNotForced);
        QTest::newRow("sum instead of the largest") << int(Mistake::SumInsteadOfMax);
    }
    void mistakesInTheChoiceAreSeen()
    {
        QFETCH(int, mistake);
        const Scene scene = tellingScene(5);
        const auto answer = play(*deviceOf(Level::Plain), scene, Blocks::Chosen);
        QCOMPARE(judgeChoices(scene, answer, Mistake::None), std::string());
        QVERIFY(!judgeChoices(scene, answer, static_cast<Mistake>(mistake)).empty());
    }

    void mistakesInTheOutputAreSeen_data()
    {
        QTest::addColumn<int>("mistake");
        QTest::newRow("not causal") << int(Mistake::NotCausal);
        QTest::newRow("head belongs to another group") << int(Mistake::OtherGroup);
        QTest::newRow("no scale") << int(Mistake::NoScale);
    }
    void mistakesInTheOutputAreSeen()
    {
        QFETCH(int, mistake);
        const Scene scene = tellingScene(6);
        const auto answer = play(*deviceOf(Level::Plain), scene, Blocks::Chosen);
        QCOMPARE(judgeOutputs(scene, answer, Blocks::Chosen, Mistake::None), std::string());
        QVERIFY(
            !judgeOutputs(scene, answer, Blocks::Chosen, static_cast<Mistake>(mistake)).empty());
    }

    /// Page tables split over ranks: the choice is the same, the output up to rounding.
    void sharesTogetherAreTheWhole_data() { addLevels(); }
    void sharesTogetherAreTheWhole()
    {
        const auto device = deviceOf(fetchedLevel());
        const std::string report = forAll(12, [&](Gen& gen) {
            static constexpr std::int32_t kShares[] = {2, 4, 8};
            const Scene scene = randomScene(gen);
            const Blocks which = gen.oneIn(4) ? Blocks::All : Blocks::Chosen;
            const std::vector<std::int32_t> whole = play(*device, scene, which).blocks;
            const SceneAnswer answer = play(*device, scene, which, gen.pick(kShares));
            if (answer.blocks != whole)
                return words("another choice", describe(scene.shape));
            return both(scene, answer, which);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aRowAloneGivesTheSameBits_data() { addLevels(); }
    void aRowAloneGivesTheSameBits()
    {
        const auto device = deviceOf(fetchedLevel());
        const std::string report = forAll(24, [&](Gen& gen) -> std::string {
            const Scene scene = randomScene(gen);
            const Blocks which = gen.oneIn(3) ? Blocks::All : Blocks::Chosen;
            const SceneAnswer whole = play(*device, scene, which);
            const std::size_t seqIdx = gen.below(scene.sequences.size());
            const auto row = static_cast<std::int32_t>(gen.below(scene.sequences[seqIdx].numRows));
            std::int64_t batchRow = row;
            for (std::size_t before = 0; before < seqIdx; ++before)
                batchRow += scene.sequences[before].numRows;
            const SceneAnswer alone = play(*device, onlyRow(scene, seqIdx, row), which);
            const auto sameIn = [batchRow](const auto& some, const auto& all) {
                return std::equal(some.begin(), some.end(),
                                  all.begin() + batchRow * static_cast<std::int64_t>(some.size()));
            };
            if (!sameIn(alone.blocks, whole.blocks) || !sameIn(alone.out, whole.out))
                return words("row ", batchRow, " differs", describe(scene.shape));
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void threadsChangeNothing_data() { addLevels(); }
    void threadsChangeNothing()
    {
        const auto one = deviceOf(fetchedLevel(), 1);
        const auto three = deviceOf(fetchedLevel(), 3);
        const std::string report = forAll(10, [&](Gen& gen) -> std::string {
            const Scene scene = randomScene(gen);
            const SceneAnswer want = play(*one, scene, Blocks::All);
            const SceneAnswer got = play(*three, scene, Blocks::All);
            if (want.blocks != got.blocks || want.out != got.out)
                return "differs" + describe(scene.shape);
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void anOwnBlockThatIsElsewhereGivesNothing()
    {
        Gen gen(9, 8);
        SceneShape shape;
        Scene scene = makeScene(gen, shape, 1, 1);
        const auto answer = play(*deviceOf(Level::Plain), scene, Blocks::Chosen, 2);
        QCOMPARE(both(scene, answer, Blocks::Chosen), std::string());
    }
};

std::unique_ptr<QObject> makeAttentionTest()
{
    return std::make_unique<AttentionTest>();
}

#include "tst_attention.moc"
