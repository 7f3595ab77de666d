#include "kernels/api/number.h"
#include "kernels/base/words.h"
#include "kernels/cpu/weights/quantise.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tf;
using namespace tf::test;

namespace {

std::vector<float> numbersOf(Gen& gen, std::size_t count, double scale)
{
    std::vector<float> numbers;
    for (std::size_t idx = 0; idx < count; ++idx)
        numbers.push_back(static_cast<float>(gen.normal() * scale));
    return numbers;
}

float largestOf(const std::vector<float>& numbers)
{
    float largest = 0;
    for (const float number : numbers)
        largest = std::max(largest, std::fabs(number));
    return largest;
}

} // namespace

class QuantiseTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// Half a step of three mantissa bits, or of the smallest step; saturation costs at most 1/8.
    void mxIsAsNearAsItsBitsAllow()
    {
        const auto wrong = forAll(200, [](Gen& gen) -> std::string {
            const auto numbers =
                numbersOf(gen, 32, std::ldexp(1.0, static_cast<int>(gen.between(-100, 100))));
            const auto block = cpu::quantiseMx(numbers);
            const double scale = std::ldexp(1.0, block.scale - 127);
            for (std::size_t idx = 0; idx < numbers.size(); ++idx) {
                const double got = toFloat(Float8{block.codes[idx]}) * scale;
                const double size = std::fabs(numbers[idx]);
                const double bound = size > 448 * scale ? size - 448 * scale + 1e-30
                                                        : std::max(size / 16, scale * 0x1p-10);
                if (std::fabs(got - numbers[idx]) > bound * (1 + 1e-12))
                    return words(numbers[idx], " became ", got, ", scale ", scale);
            }
            return {};
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    /// floor(log2(largest)) - 8, as the OCP specification says.
    void mxScaleIsThatOfTheSpecification()
    {
        const auto scaleOf = [](float largest) {
            std::vector<float> numbers(32, 0.0F);
            numbers[5] = -largest;
            return static_cast<int>(cpu::quantiseMx(numbers).scale) - 127;
        };
        QCOMPARE(scaleOf(1.0F), -8);
        QCOMPARE(scaleOf(1.99F), -8);
        QCOMPARE(scaleOf(2.0F), -7);
        QCOMPARE(scaleOf(448.0F), 0);
        QCOMPARE(scaleOf(0x1.fp127F), 119);
        QCOMPARE(scaleOf(0x1p-130F), -127);
        QCOMPARE(scaleOf(0.0F), 0);
    }

    void mxKeepsWhatE4m3Holds()
    {
        std::vector<float> numbers;
        for (int code = 0; code < 32; ++code)
            numbers.push_back(
                toFloat(Float8{static_cast<std::uint8_t>(code * 3 + 128 * (code % 2))}));
        numbers[0] = 448.0F;
        const auto block = cpu::quantiseMx(numbers);
        QCOMPARE(static_cast<int>(block.scale), 127);
        for (std::size_t idx = 0; idx < numbers.size(); ++idx)
            QCOMPARE(toFloat(Float8{block.codes[idx]}), numbers[idx]);
    }

    /// The plain choice, largest / 7, errs by half a step at most; the search must not be worse.
    void int4IsNoWorseThanThePlainChoice()
    {
        const auto wrong = forAll(200, [](Gen& gen) -> std::string {
            const auto numbers =
                numbersOf(gen, gen.pick(std::vector<std::size_t>{32, 64, 128}), 0.05);
            const auto group = cpu::quantiseInt4(numbers);
            const double scale = toFloat(Half{group.scale});
            const double plain = toFloat(toHalf(largestOf(numbers) / 7));
            double error = 0;
            double plainError = 0;
            for (std::size_t idx = 0; idx < numbers.size(); ++idx) {
                const double got = (group.codes[idx] - 8) * scale;
                error += (got - numbers[idx]) * (got - numbers[idx]);
                const double level = std::clamp(std::nearbyint(numbers[idx] / plain), -8.0, 7.0);
                plainError += (level * plain - numbers[idx]) * (level * plain - numbers[idx]);
                if (std::fabs(got - numbers[idx]) > 1.2 * plain)
                    return words(numbers[idx], " became ", got);
            }
            return error <= plainError * 1.0001 ? "" : words("error ", error, " > ", plainError);
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void int4TellsWhatIsTooLarge()
    {
        const std::vector<float> numbers(32, 1e30F);
        QVERIFY(std::isinf(toFloat(Half{cpu::quantiseInt4(numbers).scale})));
        const std::vector<float> zeros(32, 0.0F);
        QCOMPARE(static_cast<int>(cpu::quantiseInt4(zeros).codes[3]), 8);
    }
};

std::unique_ptr<QObject> makeQuantiseTest()
{
    return std::make_unique<QuantiseTest>();
}

#include "tst_quantise.moc"
