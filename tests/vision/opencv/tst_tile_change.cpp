#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/vision/opencv/sample_screen.h"
#include "tests/vision/opencv/tests.h"
#include "vision/opencv/tile_change.h"

#include <functional>

using namespace tf::vision;
using tf::test::Area;
using tf::test::Gen;
using tf::test::SampleScreen;
using tf::test::Shade;

namespace {

using Paint = std::function<void(SampleScreen&)>;

struct Step {
    const char* name;
    Paint before;
    Paint after;
    double least; ///< share of the screen that must be seen to change
    double most;
};

constexpr Area kDialog = {200, 100, 72, 36}; // 1.1 % of the screen
constexpr Area kPage = {40, 40, 560, 288};

void page(SampleScreen& screen)
{
    screen.text(kPage, 1);
}

Paint dialog(Shade paper)
{
    return [paper](SampleScreen& screen) {
        screen.text(kPage, 1);
        screen.box(kDialog, paper);
        screen.frame(kDialog, {150, 128, 128});
        screen.text({208, 106, 56, 24}, 9);
    };
}

Paint pageAnd(Area area, Shade shade)
{
    return [=](SampleScreen& screen) {
        screen.text(kPage, 1);
        screen.box(area, shade);
    };
}

Paint pageWith(void (SampleScreen::*fault)(Gen&, std::int64_t), std::int64_t most,
               std::uint64_t seed)
{
    return [=](SampleScreen& screen) {
        screen.text(kPage, 1);
        Gen gen(seed, 1);
        (screen.*fault)(gen, most);
    };
}

Paint onlyBox(Area area, Shade shade)
{
    return [=](SampleScreen& screen) { screen.box(area, shade); };
}

std::vector<Step> steps()
{
    const auto blank = [](SampleScreen&) {};
    return {
        {"nothing", page, page, 0, 0},
        {"dialog of one percent", page, dialog({200, 128, 128}), 0.009, 0.02},
        {"dialog as white as the page", page, dialog({235, 128, 128}), 0.009, 0.02},
        {"other text in one percent", page,
         [](SampleScreen& screen) {
             screen.text(kPage, 1);
             screen.box({200, 100, 72, 36}, {});
             screen.text({200, 100, 72, 36}, 5);
         },
         0.006, 0.02},
        {"pale highlight", blank, onlyBox(kDialog, {230, 128, 128}), 0.009, 0.015},
        {"pale highlight on dark", onlyBox({0, 0, 640, 360}, {35, 128, 128}),
         [](SampleScreen& screen) {
             screen.box({0, 0, 640, 360}, {35, 128, 128});
             screen.box(kDialog, {40, 128, 128});
         },
         0.009, 0.015},
        {"other colour, same brightness", onlyBox(kDialog, {120, 90, 160}),
         onlyBox(kDialog, {120, 160, 90}), 0.009, 0.015},
        {"everything", page, onlyBox({0, 0, 640, 360}, {40, 128, 128}), 0.99, 1},
        {"pointer appears", page, pageAnd({300, 200, 8, 12}, {16, 128, 128}), 0, 0},
        {"pointer moves", pageAnd({300, 200, 8, 12}, {16, 128, 128}),
         pageAnd({420, 150, 8, 12}, {16, 128, 128}), 0, 0},
        {"caret", page, pageAnd({100, 100, 1, 12}, {16, 128, 128}), 0, 0},
        {"seconds of a clock", page,
         [](SampleScreen& screen) {
             screen.text(kPage, 1);
             screen.box({590, 4, 12, 10}, {});
             screen.text({590, 2, 12, 12}, 3);
         },
         0, 0},
        {"noise", page, pageWith(&SampleScreen::noise, 6, 11), 0, 0},
        {"other noise", pageWith(&SampleScreen::noise, 5, 12),
         pageWith(&SampleScreen::noise, 5, 13), 0, 0},
        {"ringing", page, pageWith(&SampleScreen::ringing, 30, 14), 0, 0.002},
    };
}

SmallScreen smallOf(const Paint& paint)
{
    SampleScreen screen;
    paint(screen);
    return MUST(scaledDown(screen.view()));
}

TileMask maskOf(TileGrid grid, std::initializer_list<std::int32_t> tiles)
{
    TileMask mask{grid, std::vector<std::uint8_t>(static_cast<std::size_t>(grid.count()), 0)};
    for (const std::int32_t tile : tiles)
        mask.tiles[static_cast<std::size_t>(tile)] = 255;
    return mask;
}

std::string picture(const TileMask& mask)
{
    std::string lines;
    for (std::size_t at = 0; at < mask.tiles.size(); ++at) {
        lines += mask.tiles[at] != 0 ? '#' : '.';
        if ((at + 1) % static_cast<std::size_t>(mask.grid.columns) == 0)
            lines += '/';
    }
    return lines;
}

} // namespace

class TileChangeTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void changesAreSeenAndNoiseIsNot_data()
    {
        QTest::addColumn<int>("row");
        int row = 0;
        for (const Step& step : steps())
            QTest::newRow(step.name) << row++;
    }
    void changesAreSeenAndNoiseIsNot()
    {
        QFETCH(int, row);
        const Step step = steps()[static_cast<std::size_t>(row)];
        const auto before = smallOf(step.before);
        const auto after = smallOf(step.after);
        const float forward = MUST(patchedShare(changedTiles(before, after)));
        const float back = MUST(patchedShare(changedTiles(after, before)));
        const std::string seen = tf::words(forward, " of the screen");
        QVERIFY2(forward >= step.least && forward <= step.most, seen.c_str());
        QCOMPARE(back, forward);
    }

    void allIsNewWhenTheSizeChanges()
    {
        const auto large = smallOf(page);
        const auto other = MUST(scaledDown(SampleScreen({320, 240}).view()));
        const auto mask = changedTiles(large, other);
        QVERIFY(mask.grid == other.grid);
        QCOMPARE(MUST(patchedShare(mask)), 1.0F);
    }

    void aScreenWithoutTilesNeverChanges()
    {
        const auto tiny = MUST(scaledDown(SampleScreen({3, 3}).view()));
        QCOMPARE(MUST(patchedShare(changedTiles(tiny, tiny))), 0.0F);
    }

    void masksAreSubtracted()
    {
        auto mask = maskOf({4, 1}, {0, 1});
        mask.remove(maskOf({4, 1}, {1, 2}));
        QCOMPARE(picture(mask), std::string("#.../"));
        QVERIFY(!mask.empty());
        mask.remove(mask);
        QVERIFY(mask.empty());
    }

    void whatIsRestlessIsBoxedIn()
    {
        // Two tiles that touch once widened, and one far away.
        const auto boxed = MUST(boxedIn(maskOf({14, 6}, {28 + 2, 42 + 5, 28 + 13})));
        QCOMPARE(picture(boxed),
                 std::string("########...###/########...###/########...###/"
                             "########...###/########...###/########....../"));
    }
};

std::unique_ptr<QObject> makeTileChangeTest()
{
    return std::make_unique<TileChangeTest>();
}

#include "tst_tile_change.moc"
