#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/story/heights.h"

#include <numeric>

using tf::ui::Heights;

namespace {

/// The same, added up anew each time.
struct PlainHeights {
    std::vector<int> rows;

    [[nodiscard]] std::int64_t topOf(std::size_t idx) const
    {
        return std::accumulate(rows.begin(), rows.begin() + std::int64_t(idx), std::int64_t(0));
    }
    [[nodiscard]] std::size_t at(std::int64_t y) const
    {
        std::size_t idx = 0;
        while (idx + 1 < rows.size() && topOf(idx + 1) <= y)
            ++idx;
        return idx;
    }
};

} // namespace

class HeightsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAddingUp()
    {
        std::uint32_t seed = 7;
        const auto below = [&seed](int limit) {
            seed = seed * 1664525U + 1013904223U;
            return static_cast<int>((seed >> 8) % static_cast<std::uint32_t>(limit));
        };
        Heights heights;
        PlainHeights plain;
        for (int step = 0; step < 3000; ++step) {
            const int what = below(10);
            const auto count = plain.rows.size();
            if (what < 6 || count == 0) {
                plain.rows.push_back(below(90));
                heights.append(plain.rows.back());
            } else if (what < 9) {
                const auto idx = static_cast<std::size_t>(below(int(count)));
                plain.rows[idx] = below(90);
                heights.set(idx, plain.rows[idx]);
            } else {
                const auto left =
                    count - static_cast<std::size_t>(below(int(std::min<std::size_t>(count, 20))));
                plain.rows.resize(left);
                heights.truncate(left);
            }
            QCOMPARE(heights.count(), plain.rows.size());
            QCOMPARE(heights.total(), plain.topOf(plain.rows.size()));
            const std::int64_t y = below(int(heights.total()) + 20) - 10;
            // A row without height covers no place: the one behind it does.
            if (y < heights.total() && y >= 0) {
                const std::size_t idx = heights.at(y);
                QVERIFY(plain.topOf(idx) <= y && y < plain.topOf(idx + 1));
            }
        }
    }

    void placesOutsideBelongToTheEnds()
    {
        Heights heights;
        for (const int height : {10, 20, 30})
            heights.append(height);
        QCOMPARE(heights.at(-5), std::size_t(0));
        QCOMPARE(heights.at(9), std::size_t(0));
        QCOMPARE(heights.at(10), std::size_t(1));
        QCOMPARE(heights.at(59), std::size_t(2));
        QCOMPARE(heights.at(500), std::size_t(2));
    }
};

std::unique_ptr<QObject> makeHeightsTest()
{
    return std::make_unique<HeightsTest>();
}

#include "tst_heights.moc"
