#include "tests/support/compare.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/tests.h"

#include <cmath>
#include <limits>
#include <vector>

using namespace tf::test;

namespace {

using Numbers = std::vector<double>;

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct Pair {
    const char* name;
    Numbers got;
    Numbers want;
    Bound bound;
    bool ok;
};

const std::vector<Pair>& pairs()
{
    static const std::vector<Pair> all = {
        {"equal", {1, -2, 0}, {1, -2, 0}, {}, true},
        {"nothing", {}, {}, {}, true},
        {"within the absolute bound", {1.5}, {1}, {0.5, 0}, true},
        {"outside the absolute bound", {1.75}, {1}, {0.5, 0}, false},
        {"within the relative bound", {-125}, {-100}, {0, 0.25}, true},
        {"outside the relative bound", {-126}, {-100}, {0, 0.25}, false},
        {"relative to what is wanted", {100}, {126}, {0, 0.25}, true},
        {"the bounds add up", {3.5}, {2}, {0.5, 0.5}, true},
        {"inf in the same place", {1, kInf}, {1, kInf}, {}, true},
        {"inf of the other sign", {-kInf}, {kInf}, {1e300, 1}, false},
        {"inf where a number belongs", {kInf}, {1}, {1e300, 0}, false},
        {"a number where inf belongs", {1e308}, {kInf}, {1e300, 1}, false},
        {"nan in the same place", {kNan, 1}, {kNan, 1}, {}, true},
        {"nan where a number belongs", {1, kNan}, {1, 1}, {1e300, 0}, false},
        {"a number where nan belongs", {1, 1}, {1, kNan}, {1e300, 0}, false},
        {"nan where inf belongs", {kNan}, {kInf}, {}, false},
        {"a bound of nan", {1}, {1}, {kNan, 0}, false},
        {"another size", {1, 2}, {1}, {1e300, 0}, false},
    };
    return all;
}

} // namespace

class CompareTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tellsRightFromWrong_data()
    {
        QTest::addColumn<const Pair*>("pair");
        for (const auto& pair : pairs())
            QTest::newRow(pair.name) << &pair;
    }
    void tellsRightFromWrong()
    {
        QFETCH(const Pair*, pair);
        const auto inDouble = compare(pair->got, pair->want, pair->bound);
        QVERIFY2(inDouble.ok == pair->ok, inDouble.report.c_str());
    }

    void floatsAreComparedTheSame()
    {
        const std::vector<float> want = {1, 2, std::numeric_limits<float>::infinity()};
        std::vector<float> got = want;
        QVERIFY(compare(got, want, {}).ok);
        got[1] = std::nextafter(2.0F, 3.0F);
        QVERIFY(!compare(got, want, {}).ok);
        QVERIFY(compare(got, want, {0, 0x1p-23}).ok);
    }

    void namesTheWorstPlace()
    {
        const auto result = compare(Numbers{1, 2.5, 3, 11}, Numbers{1, 2, 3, 10}, {0.25, 0});
        QVERIFY(!result.ok);
        QCOMPARE(result.worstIdx, std::size_t(3));
        QCOMPARE(result.worstDifference, 1.0);
        QVERIFY(
            result.report.starts_with("2 of 4 outside; worst at 3: got 11, want 10, off by 1;"));
    }

    /// 10 is further from 11 than 1 from 1.5, but closer to its bound.
    void theWorstPlaceIsFurthestFromItsBound()
    {
        const auto result = compare(Numbers{1.5, 11}, Numbers{1, 10}, {0, 0.25});
        QCOMPARE(result.worstIdx, std::size_t(0));
        QCOMPARE(result.worstDifference, 0.5);
    }

    void aWorstPlaceIsFoundBehindInfinity()
    {
        const auto result = compare(Numbers{kInf, 1, 2}, Numbers{kInf, 1, 3}, {8, 0});
        QVERIFY(result.ok);
        QCOMPARE(result.worstIdx, std::size_t(2));
    }

    void aWrongKindIsNamedFirst()
    {
        const auto result = compare(Numbers{9, 1, kNan}, Numbers{1, 1, 2}, {});
        QCOMPARE(result.worstIdx, std::size_t(2));
        QCOMPARE(result.report, std::string("at 2: got nan, want 2"));
    }

    void sizesAreNamed()
    {
        QCOMPARE(compare(Numbers{1, 2}, Numbers{1}, {}).report,
                 std::string("sizes differ: got 2, want 1"));
    }

    void cosineTellsTheDirection()
    {
        const auto cosine = [](const Numbers& got, const Numbers& want) {
            return compare(got, want, {1e9, 0}).cosine;
        };
        QCOMPARE(cosine({3, 4}, {6, 8}), 1.0);
        QCOMPARE(cosine({1, 0}, {0, 1}), 0.0);
        QCOMPARE(cosine({2, 0}, {-5, 0}), -1.0);
        QCOMPARE(cosine({0, 0}, {0, 0}), 1.0);
        QCOMPARE(cosine({0, 0}, {0, 1}), 0.0);
    }
};

std::unique_ptr<QObject> makeCompareTest()
{
    return std::make_unique<CompareTest>();
}

#include "tst_compare.moc"
