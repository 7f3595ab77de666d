#include "kernels/base/words.h"
#include "tests/kernels/weights/expert_oracle.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

#include <cstring>

#include <sys/mman.h>

using namespace tf;
using namespace tf::test;

namespace {

/// fp32 sums; in bf16 an activation that rounds to the other side costs half a step.
double allowed(DType type)
{
    return type == DType::F32 ? 2e-6 : 2e-3;
}

Rows rowOf(const Rows& all, std::int64_t row)
{
    Rows one = makeRows(all.tensor.type, 1, all.tensor.cols);
    std::memcpy(one.tensor.data, all.tensor.row(row),
                static_cast<std::size_t>(all.tensor.cols) * bytesOf(all.tensor.type));
    return one;
}

Routing rowOf(const Routing& all, std::int64_t row, std::int64_t topK)
{
    const auto begin = static_cast<std::ptrdiff_t>(row * topK);
    const auto end = static_cast<std::ptrdiff_t>(begin + topK);
    return {{all.ids.begin() + begin, all.ids.begin() + end},
            {all.weights.begin() + begin, all.weights.begin() + end}};
}

} // namespace

Q_DECLARE_METATYPE(tf::test::ExpertLayerShape)

class ExpertsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithTheOracle_data()
    {
        QTest::addColumn<ExpertLayerShape>("shape");
        QTest::newRow("F32") << ExpertLayerShape{WeightFormat::F32, 0, 96, 70, 5, 3};
        QTest::newRow("BF16") << ExpertLayerShape{WeightFormat::BF16, 0, 96, 160, 6, 2};
        QTest::newRow("MXFP8") << ExpertLayerShape{WeightFormat::MxFp8, 32, 96, 160, 4, 2};
        QTest::newRow("int4") << ExpertLayerShape{WeightFormat::Gptq, 32, 96, 160, 4, 4};
    }

    void agreeWithTheOracle()
    {
        QFETCH(const ExpertLayerShape, shape);
        Gen gen(1, 64);
        const ExpertLayer layer = makeExpertLayer(gen, shape);
        const Share share{0, shape.numExperts, true};
        for (const DType type : {DType::F32, DType::BF16}) {
            for (const std::int64_t numRows : {1, 7}) {
                const Rows x = randomRows(gen, type, numRows, shape.width);
                const Routing routing = randomRouting(gen, numRows, shape);
                const auto wanted = wantedExperts(layer, share, x, routing);
                for (const cpu::Level level : levels()) {
                    const double far =
                        distance(ExpertRig(layer, share, level, 2).run(x, routing), wanted);
                    QVERIFY2(far < allowed(type),
                             words(cpu::nameOf(level), ", ", numRows, " rows: ", far).c_str());
                }
            }
        }
    }

    /// What ranks hold adds up to the whole; ids of others add nothing.
    void sharesOfTheExperts()
    {
        Gen gen(2, 64);
        const ExpertLayer layer = makeExpertLayer(gen, {});
        const Rows x = randomRows(gen, DType::F32, 9, layer.shape.width);
        const Routing routing = randomRouting(gen, 9, layer.shape);
        for (const Share share : {Share{0, 3, false}, Share{3, 3, true}, Share{2, 1, false},
                                  Share{0, 0, true}, Share{0, 0, false}}) {
            const Rows got = ExpertRig(layer, share, cpu::machineLevel(), 2).run(x, routing);
            QVERIFY(distance(got, wantedExperts(layer, share, x, routing)) < allowed(DType::F32));
        }
    }

    void aDenseLayerIsTheSharedExpert()
    {
        Gen gen(3, 64);
        const ExpertLayer layer = makeExpertLayer(gen, {});
        const Share share{0, 0, true};
        const Rows x = randomRows(gen, DType::BF16, 5, layer.shape.width);
        const Rows got = ExpertRig(layer, share, cpu::machineLevel(), 2).run(x, {});
        QVERIFY(distance(got, wantedExperts(layer, share, x, {})) < allowed(DType::BF16));
    }

    void aRowAloneIsTheRowInABatch()
    {
        Gen gen(4, 64);
        for (const WeightFormat format : {WeightFormat::BF16, WeightFormat::Gptq}) {
            const ExpertLayer layer = makeExpertLayer(gen, {format, 32, 96, 160, 5, 3});
            const Share share{0, 5, true};
            const Rows x = randomRows(gen, DType::BF16, 15, layer.shape.width);
            const Routing routing = randomRouting(gen, 15, layer.shape);
            for (const cpu::Level level : levels()) {
                ExpertRig rig(layer, share, level, 2);
                const Rows whole = rig.run(x, routing);
                QVERIFY(ExpertRig(layer, share, level, 3).run(x, routing).toFloats()
                        == whole.toFloats());
                for (std::int64_t row = 0; row < 15; ++row) {
                    const Rows alone = rig.run(rowOf(x, row), rowOf(routing, row, 3));
                    QVERIFY(std::memcmp(alone.floats(0), whole.floats(row),
                                        static_cast<std::size_t>(layer.shape.width) * 4)
                            == 0);
                }
            }
        }
    }

    /// The pages of an expert that no row chose cannot even be read.
    void anExpertNobodyChoseIsNotRead()
    {
        Gen gen(5, 64);
        ExpertLayer layer = makeExpertLayer(gen, {});
        constexpr std::size_t kBytes = 1 << 16;
        void* forbidden = mmap(nullptr, kBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        QVERIFY(forbidden != MAP_FAILED);
        for (Sample* sample :
             {&layer.experts[2].gate, &layer.experts[2].up, &layer.experts[2].down})
            sample->matrix.values = static_cast<const std::byte*>(forbidden);
        const Share share{0, 6, true};
        const Rows x = randomRows(gen, DType::BF16, 2, layer.shape.width);
        const Routing routing{{0, 5, 1, 3}, {0.5F, 0.25F, 0.125F, 1.0F}};
        const Rows got = ExpertRig(layer, share, cpu::machineLevel(), 2).run(x, routing);
        QVERIFY(distance(got, wantedExperts(layer, share, x, routing)) < allowed(DType::BF16));
        munmap(forbidden, kBytes);
    }

    void anExpertWithABadNumberIsNamed()
    {
        Gen gen(6, 64);
        ExpertLayer layer = makeExpertLayer(gen, {});
        layer.experts[1].down.matrix.name = "experts.1.w2";
        layer.experts[1].down.values[1] = std::byte(0x7f);
        layer.experts[1].down.values[0] = std::byte(0xc0);
        ExpertRig rig(layer, {0, 6, true}, cpu::machineLevel(), 2);
        const Rows x = randomRows(gen, DType::BF16, 1, layer.shape.width);
        rig.run(x, {{0, 5}, {0.5F, 0.5F}});
        MUST(rig.gemm().shelf().firstError());
        rig.run(x, {{0, 1}, {0.5F, 0.5F}});
        QCOMPARE(
            rig.gemm().shelf().firstError().error().text,
            std::string("experts.1.w2: what stands at row 0, column 0 is not a finite number"));
    }
};

std::unique_ptr<QObject> makeExpertsTest()
{
    return std::make_unique<ExpertsTest>();
}

#include "tst_experts.moc"
