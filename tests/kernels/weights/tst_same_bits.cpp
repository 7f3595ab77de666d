#include "kernels/base/words.h"
#include "tests/kernels/weights/gemm_oracle.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

#include <cstring>

using namespace tf;
using namespace tf::test;

namespace {

constexpr std::int64_t kRows = 41; ///< beyond the rows that every way takes at a time

/// Some rows of another tensor, as they are.
Rows someRows(const Rows& all, std::int64_t first, std::int64_t count)
{
    Rows some = makeRows(all.tensor.type, count, all.tensor.cols);
    for (std::int64_t row = 0; row < count; ++row)
        std::memcpy(some.tensor.row(row), all.tensor.row(first + row),
                    static_cast<std::size_t>(all.tensor.cols) * bytesOf(all.tensor.type));
    return some;
}

std::string compareRows(const Rows& got, const Rows& want, std::int64_t firstWanted)
{
    for (std::int64_t row = 0; row < got.tensor.rows; ++row) {
        for (std::int64_t col = 0; col < got.tensor.cols; ++col) {
            if (got.floats(row)[col] != want.floats(firstWanted + row)[col])
                return words("row ", firstWanted + row, ", column ", col, ": ",
                             got.floats(row)[col], ", not ", want.floats(firstWanted + row)[col]);
        }
    }
    return {};
}

} // namespace

/// A design rule: what stands beside a row must not show in its bits.
class SameBitsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aRowAloneIsTheRowInABatch_data()
    {
        QTest::addColumn<SampleShape>("shape");
        QTest::newRow("F32") << SampleShape{WeightFormat::F32, 70, 300, 0, false};
        QTest::newRow("BF16") << SampleShape{WeightFormat::BF16, 70, 1100, 0, false};
        QTest::newRow("BF16 odd") << SampleShape{WeightFormat::BF16, 70, 301, 0, false};
        QTest::newRow("MXFP8") << SampleShape{WeightFormat::MxFp8, 70, 1120, 32, false};
        QTest::newRow("block FP8") << SampleShape{WeightFormat::BlockFp8, 70, 640, 128, false};
        QTest::newRow("int4") << SampleShape{WeightFormat::Gptq, 72, 1152, 128, false};
        QTest::newRow("int4 zeros") << SampleShape{WeightFormat::Awq, 72, 672, 32, true};
    }

    void aRowAloneIsTheRowInABatch()
    {
        QFETCH(const SampleShape, shape);
        Gen gen(3, 64);
        const Sample sample = makeSample(gen, shape);
        for (const DType type : {DType::F32, DType::BF16}) {
            const Rows x = randomRows(gen, type, kRows, shape.cols);
            for (const cpu::Level level : levels()) {
                GemmRig rig(level, 2);
                const Weight weight = MUST(rig.shelf().keep(wholeOf(sample, formOf(shape.format))));
                const Rows whole = rig.times(x, weight);
                for (const auto& [first, count] : {std::pair(0, 1),
                                                   {40, 1},
                                                   {7, 2},
                                                   {11, 3},
                                                   {4, 4},
                                                   {20, 5},
                                                   {13, 6},
                                                   {0, 37}}) {
                    const Rows part = rig.times(someRows(x, first, count), weight);
                    const auto wrong = compareRows(part, whole, first);
                    QVERIFY2(wrong.empty(),
                             words(cpu::nameOf(level), ", ", count, " rows: ", wrong).c_str());
                }
            }
        }
    }

    void threadsDoNotShow()
    {
        Gen gen(4, 64);
        const Sample sample = makeSample(gen, {WeightFormat::MxFp8, 200, 640, 32, false});
        const Rows x = randomRows(gen, DType::BF16, 9, 640);
        for (const cpu::Level level : levels()) {
            GemmRig one(level, 1);
            GemmRig three(level, 3);
            const auto plan = wholeOf(sample, WeightForm::MxFp8);
            const Rows alone = one.times(x, MUST(one.shelf().keep(plan)));
            const Rows shared = three.times(x, MUST(three.shelf().keep(plan)));
            QCOMPARE(compareRows(shared, alone, 0), std::string());
        }
    }

    /// E4M3 times a power of two is exact in bf16, so the forms cannot differ.
    void mxfp8IsBf16()
    {
        Gen gen(5, 64);
        const Sample sample = makeSample(gen, {WeightFormat::MxFp8, 130, 640, 32, false});
        for (const std::int64_t numRows : {1, 3, 20}) {
            const Rows x = randomRows(gen, DType::BF16, numRows, 640);
            for (const cpu::Level level : levels()) {
                GemmRig rig(level, 2);
                const Rows codes =
                    rig.times(x, MUST(rig.shelf().keep(wholeOf(sample, WeightForm::MxFp8))));
                const Rows numbers =
                    rig.times(x, MUST(rig.shelf().keep(wholeOf(sample, WeightForm::BF16))));
                QCOMPARE(compareRows(codes, numbers, 0), std::string());
            }
        }
    }

    /// 520 rows are cut in two for the cache's sake.
    void manyRows()
    {
        Gen gen(6, 64);
        const Sample sample = makeSample(gen, {WeightFormat::BF16, 64, 64, 0, false});
        const Rows x = randomRows(gen, DType::BF16, 520, 64);
        GemmRig rig(cpu::machineLevel(), 2);
        const Weight weight = MUST(rig.shelf().keep(wholeOf(sample, WeightForm::BF16)));
        const Rows whole = rig.times(x, weight);
        for (const std::int64_t row : {0, 515, 516, 519})
            QCOMPARE(compareRows(rig.times(someRows(x, row, 1), weight), whole, row),
                     std::string());
    }
};

std::unique_ptr<QObject> makeSameBitsTest()
{
    return std::make_unique<SameBitsTest>();
}

#include "tst_same_bits.moc"
