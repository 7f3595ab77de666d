#include "kernels/base/words.h"
#include "tests/kernels/weights/gemm_oracle.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

#include <cmath>
#include <cstring>

#include <sys/mman.h>

using namespace tf;
using namespace tf::test;

namespace {

/// Overwrites one number of a sample.
template <class T>
void put(std::vector<std::byte>& bytes, std::int64_t idx, T value)
{
    std::memcpy(bytes.data() + static_cast<std::size_t>(idx) * sizeof(T), &value, sizeof(T));
}

/// What prepare() has to say about a weight.
std::string wordsOfPreparing(const WeightPlan& plan)
{
    GemmRig rig(cpu::Level::Plain, 2);
    rig.shelf().prepare(MUST(rig.shelf().keep(plan)), rig.pool());
    const auto told = rig.shelf().firstError();
    return told ? std::string() : told.error().text;
}

} // namespace

class WeightShelfTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// Rows and columns of two matrices stacked, as a rank's share of gate and up would be.
    void slicesAreStacked()
    {
        Gen gen(1, 64);
        for (const WeightFormat format :
             {WeightFormat::BF16, WeightFormat::MxFp8, WeightFormat::BlockFp8, WeightFormat::Awq}) {
            const std::int64_t group = format == WeightFormat::BF16 ? 0 : 32;
            const Sample first = makeSample(gen, {format, 96, 160, group, true});
            const Sample second = makeSample(gen, {format, 48, 224, group, true});
            const WeightPlan plan{
                {{first.matrix, 19, 90, 64, 160}, {second.matrix, 0, 37, 32, 128}},
                formOf(format),
                group};
            const Rows x = randomRows(gen, DType::BF16, 3, 96);
            const auto wantedFirst = wantedProduct(x, first, plan.parts[0]);
            const auto wantedSecond = wantedProduct(x, second, plan.parts[1]);
            for (const cpu::Level level : levels()) {
                GemmRig rig(level, 2);
                const Weight weight = MUST(rig.shelf().keep(plan));
                QCOMPARE(weight.outs, 71 + 37);
                Rows got = rig.times(x, weight);
                QCOMPARE(compareProduct(got, wantedFirst), std::string());
                got.tensor = got.tensor.columns(71, 37);
                QCOMPARE(compareProduct(got, wantedSecond), std::string());
            }
        }
    }

    void everyCodeAndEveryScale()
    {
        Gen gen(2, 64);
        Sample sample = makeSample(gen, {WeightFormat::MxFp8, 254, 256, 32, false});
        for (std::int64_t row = 0; row < 254; ++row) { // its scale is 2^(row - 127)
            for (std::int64_t col = 0; col < 256; ++col) {
                const bool tooLarge = fp8Number(static_cast<int>(col) & 0x7f)
                        * std::ldexp(1.0, static_cast<int>(row) - 127)
                    > 3e38;
                const bool none = (col & 0x7f) == 0x7f;
                put<std::uint8_t>(sample.values, row * 256 + col,
                                  none || tooLarge ? 0 : static_cast<std::uint8_t>(col));
            }
            for (std::int64_t block = 0; block < 8; ++block)
                put<std::uint8_t>(sample.scales, row * 8 + block, static_cast<std::uint8_t>(row));
        }
        std::vector<double> numbers; // bf16 has no smaller ones than 2^-126
        for (std::int64_t place = 0; place < 254 * 256; ++place) {
            const auto number = sample.at(place / 256, place % 256);
            numbers.push_back(std::fabs(number) < 0x1p-126 ? 0.0 : number);
        }
        Rows ones = makeRows(DType::BF16, 256, 256);
        for (std::int64_t col = 0; col < 256; ++col)
            reinterpret_cast<BFloat16*>(ones.tensor.row(col))[col] = toBFloat16(1.0F);
        const auto plan = wholeOf(sample, WeightForm::MxFp8);
        for (const cpu::Level level : levels()) {
            GemmRig rig(level, 2);
            const Weight weight = MUST(rig.shelf().keep(plan));
            const Rows got = rig.times(ones, weight);
            for (std::int64_t place = 0; place < 254 * 256; ++place) {
                const auto number = numbers[static_cast<std::size_t>(place)];
                if (got.floats(place % 256)[place / 256] != number)
                    QFAIL(words(cpu::nameOf(level), ": ", place, ", ", number).c_str());
            }
            MUST(rig.shelf().firstError());
        }
    }

    /// Reading what nobody chose would kill this test: its pages may not be touched.
    void unusedWeightsAreNeverRead()
    {
        constexpr std::size_t kBytes = 64 * 64 * 4;
        void* forbidden = mmap(nullptr, kBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        QVERIFY(forbidden != MAP_FAILED);
        StoredMatrix matrix;
        matrix.name = "never";
        matrix.rows = 64;
        matrix.cols = 64;
        matrix.values = static_cast<const std::byte*>(forbidden);
        cpu::WeightShelf shelf;
        for (const WeightForm form :
             {WeightForm::F32, WeightForm::BF16, WeightForm::MxFp8, WeightForm::Int4}) {
            const WeightPlan plan{{{matrix, 0, 64, 0, 64}}, form, 0};
            QVERIFY(MUST(shelf.keep(plan)).kept != nullptr);
            QVERIFY(cpu::WeightShelf::bytesToKeep(plan) > 0);
        }
        MUST(shelf.firstError());
        munmap(forbidden, kBytes);
    }

    void aNumberThatIsNoneIsNamed()
    {
        Gen gen(3, 64);
        Sample sample = makeSample(gen, {WeightFormat::BF16, 70, 40, 0, false});
        sample.matrix.name = "layers.3.w2";
        put<std::uint16_t>(sample.values, 66 * 40 + 39, 0x7fc0);
        put<std::uint16_t>(sample.values, 69 * 40, 0xff80);
        for (const WeightForm form :
             {WeightForm::BF16, WeightForm::F32, WeightForm::MxFp8, WeightForm::Int4})
            QCOMPARE(wordsOfPreparing(wholeOf(sample, form)),
                     std::string(
                         "layers.3.w2: what stands at row 66, column 39 is not a finite number"));
    }

    void scalesThatAreNoneAreNamed()
    {
        Gen gen(4, 64);
        Sample mx = makeSample(gen, {WeightFormat::MxFp8, 64, 64, 32, false});
        put<std::uint8_t>(mx.scales, 9 * 2 + 1, 255);
        QCOMPARE(wordsOfPreparing(wholeOf(mx, WeightForm::MxFp8)),
                 std::string("sample: what stands at row 9, column 32 is not a finite number"));
        QVERIFY(!wordsOfPreparing(wholeOf(mx, WeightForm::BF16)).empty());
        Sample awq = makeSample(gen, {WeightFormat::Awq, 64, 64, 32, false});
        put<std::uint16_t>(awq.scales, 64 + 5, 0x7c00);
        QCOMPARE(wordsOfPreparing(wholeOf(awq, WeightForm::Int4)),
                 std::string("sample: what stands at row 5, column 32 is not a finite number"));
        Sample fp8 = makeSample(gen, {WeightFormat::BlockFp8, 64, 64, 32, false});
        put<std::uint8_t>(fp8.values, 3 * 64 + 7, 0xff);
        QCOMPARE(wordsOfPreparing(wholeOf(fp8, WeightForm::BlockFp8)),
                 std::string("sample: what stands at row 3, column 7 is not a finite number"));
    }

    /// The bad number counts as zero, everything else as it is; the error is told once.
    void aBrokenWeightStillComputes()
    {
        Gen gen(5, 64);
        Sample sample = makeSample(gen, {WeightFormat::F32, 3, 8, 0, false});
        put<float>(sample.values, 8 + 2, NAN);
        GemmRig rig(cpu::machineLevel(), 1);
        const Rows x = randomRows(gen, DType::F32, 1, 8);
        const Rows got = rig.times(x, MUST(rig.shelf().keep(wholeOf(sample, WeightForm::F32))));
        put<float>(sample.values, 8 + 2, 0.0F);
        QCOMPARE(compareProduct(got, wantedProduct(x, sample, {sample.matrix, 0, 3, 0, 8})),
                 std::string());
        QVERIFY(!rig.shelf().firstError());
        MUST(rig.shelf().firstError());
    }

    void whatCannotBeKeptIsRefused()
    {
        Gen gen(6, 64);
        cpu::WeightShelf shelf;
        const Sample mx = makeSample(gen, {WeightFormat::MxFp8, 64, 128, 32, false});
        const Sample bf16 = makeSample(gen, {WeightFormat::BF16, 64, 96, 0, false});
        const auto refused = [&](const WeightPlan& plan) {
            const auto kept = shelf.keep(plan);
            return !kept && !kept.error().text.empty() && cpu::WeightShelf::bytesToKeep(plan) == 0;
        };
        QVERIFY(refused({{}, WeightForm::BF16, 0}));
        QVERIFY(refused({{{mx.matrix, 0, 64, 16, 128}}, WeightForm::MxFp8, 32}));
        QVERIFY(refused({{{mx.matrix, 0, 65, 0, 128}}, WeightForm::MxFp8, 32}));
        QVERIFY(refused({{{mx.matrix, 5, 5, 0, 128}}, WeightForm::MxFp8, 32}));
        QVERIFY(refused({{{bf16.matrix, 0, 64, 0, 96}}, WeightForm::BlockFp8, 128}));
        QVERIFY(refused({{{bf16.matrix, 0, 64, 0, 96}}, WeightForm::Int4, 48}));
        QVERIFY(refused(
            {{{bf16.matrix, 0, 64, 0, 96}, {mx.matrix, 0, 64, 0, 128}}, WeightForm::BF16, 0}));
    }

    /// Fewer bits cost what they cost: relative error of the product of normal numbers.
    void quantisedOnLoad()
    {
        Gen gen(7, 64);
        const Sample sample = makeSample(gen, {WeightFormat::BF16, 64, 512, 0, false});
        const Rows x = randomRows(gen, DType::BF16, 4, 512);
        const auto errorOf = [&](WeightForm form, std::int64_t group) {
            GemmRig rig(cpu::machineLevel(), 2);
            const Rows got = rig.times(x, MUST(rig.shelf().keep(wholeOf(sample, form, group))));
            double error = 0;
            double size = 0;
            for (std::int64_t row = 0; row < 4; ++row) {
                for (std::int64_t out = 0; out < 64; ++out) {
                    double want = 0;
                    for (std::int64_t in = 0; in < 512; ++in)
                        want += x.at(row, in) * sample.at(out, in);
                    error += (got.at(row, out) - want) * (got.at(row, out) - want);
                    size += want * want;
                }
            }
            return std::sqrt(error / size);
        };
        QVERIFY(errorOf(WeightForm::BF16, 0) < 1e-5);
        QVERIFY(errorOf(WeightForm::MxFp8, 32) < 0.035); // 2^-4 uniform within a binade: 0.026
        QVERIFY(errorOf(WeightForm::Int4, 32) < 0.10);
        QVERIFY(errorOf(WeightForm::Int4, 128) < 0.13);
    }

    void smallMatricesAsFloats()
    {
        Gen gen(8, 64);
        Sample sample = makeSample(gen, {WeightFormat::BF16, 3, 5, 0, false});
        cpu::WeightShelf shelf;
        const float* floats = MUST(shelf.keepFloats(sample.matrix));
        for (std::int64_t idx = 0; idx < 15; ++idx)
            QCOMPARE(static_cast<double>(floats[idx]), sample.at(idx / 5, idx % 5));
        put<std::uint16_t>(sample.values, 7, 0x7f80);
        QCOMPARE(shelf.keepFloats(sample.matrix).error().text,
                 std::string("sample: what stands at row 1, column 2 is not a finite number"));
        const Weight table = MUST(shelf.keepRows(sample.matrix));
        QCOMPARE(cpu::tableOf(table).name, std::string("sample"));
    }
};

std::unique_ptr<QObject> makeWeightShelfTest()
{
    return std::make_unique<WeightShelfTest>();
}

#include "tst_weight_shelf.moc"
