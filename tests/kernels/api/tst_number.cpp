#include "kernels/api/number.h"
#include "tests/kernels/api/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <limits>
#include <vector>

using tf::BFloat16;
using tf::Float8;
using tf::Half;

namespace {

/// A format of few bits by its definition, not by its bits: sign * 2^exponent * fraction.
struct Format {
    int exponentBits;
    int mantissaBits;
    bool finite; ///< OCP E4M3: the topmost code alone is not a number
};

constexpr Format kFloat8{4, 3, true};
constexpr Format kHalf{5, 10, false};
constexpr Format kBFloat16{8, 7, false};

double meaningOf(const Format& format, unsigned code)
{
    const unsigned mantissaCount = 1U << format.mantissaBits;
    const unsigned exponentCount = 1U << format.exponentBits;
    const unsigned mantissa = code % mantissaCount;
    const unsigned exponent = code / mantissaCount % exponentCount;
    const double sign = code / mantissaCount / exponentCount != 0 ? -1 : 1;
    const int bias = static_cast<int>(exponentCount / 2) - 1;
    const bool last = exponent == exponentCount - 1;
    if (format.finite ? last && mantissa == mantissaCount - 1 : last && mantissa != 0)
        return std::numeric_limits<double>::quiet_NaN();
    if (last && !format.finite)
        return sign * std::numeric_limits<double>::infinity();
    if (exponent == 0)
        return sign * std::ldexp(mantissa, 1 - bias - format.mantissaBits);
    return sign
        * std::ldexp(mantissaCount + mantissa,
                     static_cast<int>(exponent) - bias - format.mantissaBits);
}

/// All positive numbers of a format, ascending: code i means values[i].
std::vector<double> positivesOf(const Format& format)
{
    std::vector<double> values;
    for (unsigned code = 0;; ++code) {
        const double value = meaningOf(format, code);
        if (!std::isfinite(value))
            return values;
        values.push_back(value);
    }
}

/// The code of the nearest number, by looking at all of them: ties to the even code.
unsigned nearestCode(const std::vector<double>& positives, double value)
{
    const double magnitude = std::fabs(value);
    auto above = std::lower_bound(positives.begin(), positives.end(), magnitude);
    if (above == positives.end())
        return static_cast<unsigned>(positives.size()); // beyond the largest
    auto code = static_cast<unsigned>(above - positives.begin());
    if (code > 0) {
        const double toAbove = positives[code] - magnitude;
        const double toBelow = magnitude - positives[code - 1];
        if (toBelow < toAbove || (toBelow == toAbove && code % 2 == 1))
            --code;
    }
    return code;
}

/// The codes' own values, every midpoint, and a hair to each side of it.
std::vector<float> trickyFloats(const std::vector<double>& positives)
{
    std::vector<float> floats;
    for (std::size_t code = 0; code + 1 < positives.size(); ++code) {
        const auto middle = static_cast<float>((positives[code] + positives[code + 1]) / 2);
        for (const float value : {static_cast<float>(positives[code]), middle,
                                  std::nextafter(middle, 0.0F), std::nextafter(middle, 1e30F)}) {
            floats.push_back(value);
            floats.push_back(-value);
        }
    }
    tf::test::Gen gen(7, 0);
    for (int idx = 0; idx < 20000; ++idx)
        floats.push_back(
            static_cast<float>(std::ldexp(gen.normal(), static_cast<int>(gen.between(-30, 10)))));
    return floats;
}

template <class Number>
bool meansTheSame(Number number, double value)
{
    const double got = toFloat(number);
    if (std::isnan(value))
        return std::isnan(got);
    return got == value && std::signbit(got) == std::signbit(value);
}

} // namespace

class NumberTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeMeansWhatItsFormatSays()
    {
        for (unsigned code = 0; code < 256; ++code)
            QVERIFY2(
                meansTheSame(Float8{static_cast<std::uint8_t>(code)}, meaningOf(kFloat8, code)),
                qPrintable(QString::number(code, 16)));
        for (unsigned code = 0; code < 65536; ++code) {
            const auto bits = static_cast<std::uint16_t>(code);
            QVERIFY2(meansTheSame(Half{bits}, meaningOf(kHalf, code)),
                     qPrintable(QString::number(code, 16)));
            QVERIFY2(meansTheSame(BFloat16{bits}, meaningOf(kBFloat16, code)),
                     qPrintable(QString::number(code, 16)));
        }
    }

    void everyNumberComesBack()
    {
        for (unsigned code = 0; code < 256; ++code) {
            const unsigned back =
                tf::toFloat8(toFloat(Float8{static_cast<std::uint8_t>(code)})).bits;
            QCOMPARE(back, code);
        }
        for (unsigned code = 0; code < 65536; ++code) {
            const auto bits = static_cast<std::uint16_t>(code);
            if (!std::isnan(meaningOf(kHalf, code)))
                QCOMPARE(unsigned(tf::toHalf(toFloat(Half{bits})).bits), code);
            if (!std::isnan(meaningOf(kBFloat16, code)))
                QCOMPARE(unsigned(tf::toBFloat16(toFloat(BFloat16{bits})).bits), code);
        }
    }

    void float8RoundsToTheNearestAndSaturates()
    {
        const auto positives = positivesOf(kFloat8);
        QCOMPARE(positives.back(), 448.0);
        for (const float value : trickyFloats(positives)) {
            const unsigned magnitude = std::min(nearestCode(positives, value), 0x7eU);
            const unsigned want = magnitude | (std::signbit(value) ? 0x80U : 0U);
            QVERIFY2(tf::toFloat8(value).bits == want, qPrintable(QString::number(value, 'g', 9)));
        }
        const float infinity = std::numeric_limits<float>::infinity();
        for (const float large : {449.0F, 464.0F, 465.0F, 1e30F, infinity})
            QVERIFY(toFloat(tf::toFloat8(-large)) == -448.0F);
        QVERIFY(std::isnan(toFloat(tf::toFloat8(std::nanf("")))));
    }

    void halfRoundsToTheNearestAndOverflows()
    {
        const auto positives = positivesOf(kHalf);
        for (const float value : trickyFloats(positives)) {
            // What lies beyond the largest counts from the middle to where the next would be.
            unsigned magnitude = nearestCode(positives, value);
            if (std::fabs(value) > 65504.0F && std::fabs(value) < 65520.0F)
                magnitude = 0x7bff;
            const unsigned want = magnitude | (std::signbit(value) ? 0x8000U : 0U);
            QVERIFY2(tf::toHalf(value).bits == want, qPrintable(QString::number(value, 'g', 9)));
        }
        QCOMPARE(unsigned(tf::toHalf(65519.996F).bits), 0x7bffU);
        QCOMPARE(unsigned(tf::toHalf(65520.0F).bits), 0x7c00U);
        QCOMPARE(unsigned(tf::toHalf(-1e9F).bits), 0xfc00U);
        QVERIFY(std::isnan(toFloat(tf::toHalf(std::nanf("")))));
    }

    void bfloat16RoundsToTheNearest()
    {
        tf::test::Gen gen(3, 0);
        for (int idx = 0; idx < 100000; ++idx) {
            const auto high = static_cast<std::uint32_t>(gen.bits()) & 0xff7f0000U;
            const std::uint32_t lows[] = {0, 1, 0x7fff, 0x8000, 0x8001, 0xffff};
            const float value = std::bit_cast<float>(high | gen.pick(lows));
            const double down = std::bit_cast<float>(high);
            const double up = std::bit_cast<float>(high + 0x10000U);
            if (!std::isfinite(up))
                continue;
            const double got = toFloat(tf::toBFloat16(value));
            const double nearer = std::fabs(value - down) < std::fabs(up - value) ? down : up;
            const bool tie = std::fabs(value - down) == std::fabs(up - value);
            QVERIFY(got == (tie ? ((high >> 16) % 2 == 0 ? down : up) : nearer));
        }
        QVERIFY(std::isnan(toFloat(tf::toBFloat16(std::bit_cast<float>(0x7f800001U)))));
    }

    void scalesOfMxAreItsPowersOfTwo()
    {
        for (int code = 0; code < 255; ++code)
            QVERIFY(double(tf::scaleE8M0(static_cast<std::uint8_t>(code)))
                    == std::ldexp(1.0, code - 127));
        QVERIFY(std::isnan(tf::scaleE8M0(255)));
    }
};

std::unique_ptr<QObject> makeNumberTest()
{
    return std::make_unique<NumberTest>();
}

#include "tst_number.moc"
