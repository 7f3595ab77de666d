#include "engine/sample/random.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace tf::engine;

namespace {

constexpr int kNumBins = 100;
constexpr int kNumDraws = 100000;

/// Chi-square of the numbers over equal bins, in standard deviations from what is expected.
template <class Number>
double surprise(const Number& number)
{
    std::array<int, kNumBins> counts{};
    for (int idx = 0; idx < kNumDraws; ++idx)
        ++counts[static_cast<std::size_t>(number(static_cast<std::uint64_t>(idx)) * kNumBins)];
    const double expected = double(kNumDraws) / kNumBins;
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += (count - expected) * (count - expected) / expected;
    return (chiSquare - (kNumBins - 1)) / std::sqrt(2.0 * (kNumBins - 1));
}

} // namespace

class RandomTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// Written down: the same seed gives the same text in every version.
    void itsNumbersAreAPromise()
    {
        // SplitMix64 of the published code, started at mixed(golden ratio): its first outputs for
        // the state 0 begin with the number that is our start for the seed 0.
        QCOMPARE(mixed(0x9e3779b97f4a7c15U), std::uint64_t(0xe220a8397b1dcdafU));
        QCOMPARE(mixed(2 * std::uint64_t(0x9e3779b97f4a7c15U)), std::uint64_t(0x6e789e6aa1b965f4U));
        QCOMPARE(randomBits(0, 0), mixed(0xe220a8397b1dcdafU + 0x9e3779b97f4a7c15U));
    }

    void isEven()
    {
        QVERIFY(std::abs(surprise([](std::uint64_t n) { return randomUnit(1, n); })) < 4);
        QVERIFY(std::abs(surprise([](std::uint64_t n) { return randomUnit(n, 0); })) < 4);
        QVERIFY(std::abs(surprise([](std::uint64_t n) { return randomUnit(n << 32, 7); })) < 4);
    }

    /// What one place says about the next, and one seed about its neighbour: nothing.
    void neighboursAreStrangers()
    {
        const auto wrapped = [](double sum) { return sum - std::floor(sum); };
        QVERIFY(std::abs(surprise([&](std::uint64_t n) {
                    return wrapped(randomUnit(3, n) - randomUnit(3, n + 1) + 1);
                }))
                < 4);
        QVERIFY(std::abs(surprise([&](std::uint64_t n) {
                    return wrapped(randomUnit(n, 5) - randomUnit(n + 1, 5) + 1);
                }))
                < 4);
    }
};

std::unique_ptr<QObject> makeRandomTest()
{
    return std::make_unique<RandomTest>();
}

#include "tst_random.moc"
