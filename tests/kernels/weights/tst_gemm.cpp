#include "kernels/base/words.h"
#include "tests/kernels/weights/gemm_oracle.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;

namespace {

struct GemmCase {
    SampleShape shape;
    DType x = DType::F32;
    std::int64_t rows = 1;
};

} // namespace

Q_DECLARE_METATYPE(GemmCase)

class GemmTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatAgreesWithTheOracle_data()
    {
        QTest::addColumn<GemmCase>("gemm");
        const SampleShape shapes[] = {
            {WeightFormat::F32, 64, 64, 0, false},
            {WeightFormat::F32, 65, 257, 0, false},
            {WeightFormat::BF16, 130, 514, 0, false},
            {WeightFormat::BF16, 3, 33, 0, false},
            {WeightFormat::MxFp8, 96, 608, 32, false},
            {WeightFormat::MxFp8, 1, 32, 32, false},
            {WeightFormat::BlockFp8, 200, 384, 128, false},
            {WeightFormat::Gptq, 72, 640, 128, false},
            {WeightFormat::Gptq, 72, 640, 64, true},
            {WeightFormat::Awq, 64, 96, 32, true},
        };
        for (const auto& shape : shapes) {
            for (const DType type : {DType::F32, DType::BF16}) {
                for (const std::int64_t rows : {1, 3, 13}) {
                    const auto name =
                        words(test::nameOf(shape.format), shape.hasZeros ? " with zeros " : " ",
                              shape.rows, " x ", shape.cols, " / ", shape.group,
                              type == DType::F32 ? " F32" : " BF16", " rows ", rows);
                    QTest::newRow(name.c_str()) << GemmCase{shape, type, rows};
                }
            }
        }
    }

    void everyFormatAgreesWithTheOracle()
    {
        QFETCH(const GemmCase, gemm);
        Gen gen(7, 64);
        const Sample sample = makeSample(gen, gemm.shape);
        const Rows x = randomRows(gen, gemm.x, gemm.rows, gemm.shape.cols);
        const auto plan = wholeOf(sample, formOf(gemm.shape.format));
        const auto wanted = wantedProduct(x, sample, plan.parts.front());
        for (const cpu::Level level : levels()) {
            GemmRig rig(level, 2);
            const Weight weight = MUST(rig.shelf().keep(plan));
            const Rows got = rig.times(x, weight);
            MUST(rig.shelf().firstError());
            const auto wrong = compareProduct(got, wanted);
            QVERIFY2(wrong.empty(), words(cpu::nameOf(level), ": ", wrong).c_str());
        }
    }
};

std::unique_ptr<QObject> makeGemmTest()
{
    return std::make_unique<GemmTest>();
}

#include "tst_gemm.moc"
