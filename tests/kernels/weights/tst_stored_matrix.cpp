#include "tests/kernels/weights/sample.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

#include <cmath>

using namespace tf;
using namespace tf::test;

class StoredMatrixTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readRowAgreesWithTheBytes_data()
    {
        QTest::addColumn<SampleShape>("shape");
        const auto row = [](const char* name, SampleShape shape) { QTest::newRow(name) << shape; };
        row("F32", {WeightFormat::F32, 5, 33, 0, false});
        row("BF16", {WeightFormat::BF16, 5, 33, 0, false});
        row("MXFP8", {WeightFormat::MxFp8, 7, 96, 32, false});
        row("block FP8", {WeightFormat::BlockFp8, 70, 160, 32, false});
        row("GPTQ", {WeightFormat::Gptq, 24, 128, 32, false});
        row("GPTQ with zeros", {WeightFormat::Gptq, 24, 128, 64, true});
        row("AWQ", {WeightFormat::Awq, 24, 128, 128, false});
        row("AWQ with zeros", {WeightFormat::Awq, 24, 128, 32, true});
    }

    /// From columns within a group as well; products of two exact factors round once.
    void readRowAgreesWithTheBytes()
    {
        QFETCH(const SampleShape, shape);
        Gen gen(1, 64);
        const Sample sample = makeSample(gen, shape);
        for (std::int64_t row = 0; row < shape.rows; ++row) {
            const auto begin = static_cast<std::int64_t>(gen.below(shape.cols - 1));
            std::vector<float> numbers(static_cast<std::size_t>(shape.cols - begin));
            readRow(sample.matrix, row, begin, numbers);
            for (std::size_t idx = 0; idx < numbers.size(); ++idx)
                QCOMPARE(
                    numbers[idx],
                    static_cast<float>(sample.at(row, begin + static_cast<std::int64_t>(idx))));
        }
    }

    /// The stored zero of GPTQ is one less than what it means, that of AWQ is what it means.
    void zeroPointsOfBothKinds()
    {
        const std::uint32_t words[8] = {0x76543210U, 0x76543210U, 0x76543210U, 0x76543210U,
                                        0x76543210U, 0x76543210U, 0x76543210U, 0x76543210U};
        const std::uint32_t zeros = 0xfedcba98U;
        const Half scales[8] = {};
        StoredMatrix matrix;
        matrix.rows = 8;
        matrix.cols = 8;
        matrix.group = 8;
        matrix.values = reinterpret_cast<const std::byte*>(words);
        matrix.scales = reinterpret_cast<const std::byte*>(scales);
        matrix.zeros = reinterpret_cast<const std::byte*>(&zeros);
        matrix.format = WeightFormat::Gptq;
        QCOMPARE(int4At(matrix, 1, 6).code, 6);
        QCOMPARE(int4At(matrix, 1, 6).zero, 10);
        QCOMPARE(int4At(matrix, 7, 0).zero, 16);
        matrix.format = WeightFormat::Awq;
        QCOMPARE(int4At(matrix, 1, 6).code, 4);
        QCOMPARE(int4At(matrix, 1, 6).zero, 12);
        QCOMPARE(int4At(matrix, 4, 0).code, 2);
    }
};

std::unique_ptr<QObject> makeStoredMatrixTest()
{
    return std::make_unique<StoredMatrixTest>();
}

#include "tst_stored_matrix.moc"
