#include "kernels/base/checked.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <cstdint>
#include <limits>

using namespace tf;

namespace {

constexpr auto kMax64 = std::numeric_limits<std::uint64_t>::max();

/// Compares an operation on 8-bit numbers with the same in plain int, over all pairs.
template <class N, class Checked, class Plain>
bool agreesOnAllPairs(Checked checked, Plain plain)
{
    for (int a = std::numeric_limits<N>::min(); a <= std::numeric_limits<N>::max(); ++a) {
        for (int b = std::numeric_limits<N>::min(); b <= std::numeric_limits<N>::max(); ++b) {
            const int want = plain(a, b);
            const auto got = checked(static_cast<N>(a), static_cast<N>(b));
            if (got.has_value() != std::in_range<N>(want))
                return false;
            if (got.has_value() && got.value() != want)
                return false;
        }
    }
    return true;
}

} // namespace

class CheckedTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyPairOfBytesAgreesWithPlainArithmetic()
    {
        const auto add = [](auto a, auto b) { return checkedAdd(a, b); };
        const auto sub = [](auto a, auto b) { return checkedSub(a, b); };
        const auto mul = [](auto a, auto b) { return checkedMul(a, b); };
        QVERIFY((agreesOnAllPairs<std::uint8_t>(add, std::plus<int>())));
        QVERIFY((agreesOnAllPairs<std::int8_t>(add, std::plus<int>())));
        QVERIFY((agreesOnAllPairs<std::uint8_t>(sub, std::minus<int>())));
        QVERIFY((agreesOnAllPairs<std::int8_t>(sub, std::minus<int>())));
        QVERIFY((agreesOnAllPairs<std::uint8_t>(mul, std::multiplies<int>())));
        QVERIFY((agreesOnAllPairs<std::int8_t>(mul, std::multiplies<int>())));
    }

    void theCornersOf64Bits()
    {
        QVERIFY(!checkedAdd<std::uint64_t>(kMax64, 1));
        QCOMPARE(checkedAdd<std::uint64_t>(kMax64, 0).value(), kMax64);
        QVERIFY(!checkedMul<std::uint64_t>(1ULL << 63, 2));
        QVERIFY(!checkedSub<std::uint64_t>(0, 1));
        QVERIFY(!checkedMul<std::int64_t>(std::numeric_limits<std::int64_t>::min(), -1));
    }

    void castsKeepTheNumberOrFail()
    {
        QCOMPARE(checkedCast<std::uint8_t>(255).value(), std::uint8_t(255));
        QVERIFY(!checkedCast<std::uint8_t>(256));
        QVERIFY(!checkedCast<std::uint8_t>(-1));
        QVERIFY(!checkedCast<std::int64_t>(kMax64));
        QVERIFY(!checkedCast<std::uint64_t>(std::int64_t(-1)));
    }

    void anErrorNamesTheNumbers()
    {
        const auto error = checkedMul<std::uint64_t>(4294967296ULL, 4294967296ULL).error();
        QVERIFY(error.code == Code::BadInput);
        QCOMPARE(error.text, std::string("4294967296 * 4294967296 does not fit 64 bits"));
    }
};

std::unique_ptr<QObject> makeCheckedTest()
{
    return std::make_unique<CheckedTest>();
}

#include "tst_checked.moc"
