#include "tests/support/test_table.h"
#include "tests/vision/opencv/sample_screen.h"
#include "tests/vision/opencv/tests.h"
#include "vision/opencv/small_screen.h"

#include <algorithm>

using namespace tf::vision;
using tf::test::SampleScreen;

namespace {

/// The plainest way: the mean of all samples behind each small pixel.
int meanOf(const PlaneView& plane, std::int32_t column, std::int32_t row, std::int32_t side)
{
    int sum = 0;
    for (std::int32_t y = row * side; y < (row + 1) * side; ++y) {
        for (std::int32_t x = column * side; x < (column + 1) * side; ++x)
            sum += plane.samples[y * plane.stride + x];
    }
    return (sum + side * side / 2) / (side * side);
}

int worstMiss(const PlaneView& plane, const std::vector<std::uint8_t>& small, std::int32_t columns,
              std::int32_t side)
{
    int worst = 0;
    for (std::size_t at = 0; at < small.size(); ++at) {
        const auto place = static_cast<std::int32_t>(at);
        const int want = meanOf(plane, place % columns, place / columns, side);
        worst = std::max(worst, std::abs(small[at] - want));
    }
    return worst;
}

/// Smooth in both directions, so that leaving out rows must not matter.
SampleScreen slopes(Size size)
{
    SampleScreen screen(size);
    for (std::int32_t y = 0; y < size.height; ++y) {
        for (std::int32_t x = 0; x < size.width; ++x) {
            const auto luma =
                static_cast<std::uint8_t>(20 + x * 120 / size.width + y * 90 / size.height);
            const auto blue = static_cast<std::uint8_t>(60 + x * 130 / size.width);
            screen.box({x, y, 1, 1}, {luma, blue, static_cast<std::uint8_t>(luma / 2)});
        }
    }
    return screen;
}

} // namespace

class SmallScreenTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theGridFitsTheScreen_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::newRow("1080p") << 1920 << 1080 << 120 << 67;
        QTest::newRow("720p") << 1280 << 720 << 80 << 45;
        QTest::newRow("laptop") << 1366 << 768 << 85 << 48;
        QTest::newRow("2160p") << 3840 << 2160 << 120 << 67;
        QTest::newRow("odd") << 641 << 361 << 80 << 45;
        QTest::newRow("small") << 320 << 240 << 80 << 60;
        QTest::newRow("upright") << 360 << 640 << 90 << 160;
        QTest::newRow("a tile") << 4 << 4 << 1 << 1;
    }
    void theGridFitsTheScreen()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        const SampleScreen screen({width, height});
        const auto small = MUST(scaledDown(screen.view()));
        QTEST(small.grid.columns, "columns");
        QTEST(small.grid.rows, "rows");
        const auto numTiles = static_cast<std::size_t>(small.grid.count());
        QCOMPARE(small.luma.size(), numTiles * kTileSide * kTileSide);
        QCOMPARE(small.blueMean.size(), numTiles);
        QCOMPARE(small.redMean.size(), numTiles);
    }

    void whatIsSmallerThanATileHasNone()
    {
        const SampleScreen screen({640, 3});
        QCOMPARE(MUST(scaledDown(screen.view())).grid.count(), 0);
    }

    void smallPixelsAreMeans_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("side");
        QTest::newRow("as it is") << 400 << 200 << 1;
        QTest::newRow("halved") << 644 << 360 << 2;
        QTest::newRow("quartered, every second row") << 1366 << 300 << 4;
        QTest::newRow("an eighth") << 2560 << 320 << 8;
    }
    void smallPixelsAreMeans()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, side);
        const SampleScreen screen = slopes({width, height});
        const auto view = screen.view();
        const auto small = MUST(scaledDown(view));
        const std::int32_t columns = small.grid.columns;
        // Each halving rounds once, and the rows left out lie half a step aside.
        QVERIFY(worstMiss(view.luma, small.luma, columns * kTileSide, side) <= 2);
        QVERIFY(worstMiss(view.blue, small.blueMean, columns, side * kTileSide / 2) <= 2);
        QVERIFY(worstMiss(view.red, small.redMean, columns, side * kTileSide / 2) <= 2);
    }

    void colourMayBeMissingOrOfAnyShare_data()
    {
        QTest::addColumn<int>("across");
        QTest::addColumn<int>("down");
        QTest::addColumn<bool>("known");
        QTest::newRow("4:4:4") << 1 << 1 << true;
        QTest::newRow("4:2:2") << 2 << 1 << true;
        QTest::newRow("4:4:0") << 1 << 2 << true;
        QTest::newRow("4:1:1") << 4 << 1 << true;
        QTest::newRow("4:1:0") << 4 << 4 << true;
        QTest::newRow("none that is known") << 3 << 1 << false;
    }
    void colourMayBeMissingOrOfAnyShare()
    {
        QFETCH(int, across);
        QFETCH(int, down);
        QFETCH(bool, known);
        const SampleScreen screen;
        const std::vector<std::uint8_t> samples(640 * 360, 77);
        auto view = screen.view();
        view.blue = {{640 / across, 360 / down}, 640 / across, samples.data()};
        view.red = {};
        const auto small = MUST(scaledDown(view));
        QCOMPARE(std::count(small.blueMean.begin(), small.blueMean.end(), 77),
                 known ? std::ptrdiff_t{small.grid.count()} : std::ptrdiff_t{0});
        QVERIFY(small.redMean.empty());
    }
};

std::unique_ptr<QObject> makeSmallScreenTest()
{
    return std::make_unique<SmallScreenTest>();
}

#include "tst_small_screen.moc"
