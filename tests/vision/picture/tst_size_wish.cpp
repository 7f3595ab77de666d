#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/picture/tests.h"
#include "vision/picture/size_wish.h"

#include <algorithm>

using namespace tf;
using namespace tf::vision;

class SizeWishTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fitsAsTheReferenceDoes_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<QByteArray>("want"); // area of a picture and of a clip, 2016, 3584, 1008
        const auto row = [](int width, int height, const char* want) {
            QTest::addRow("%d x %d", width, height) << width << height << QByteArray(want);
        };
        row(1280, 720, "896x504 1008x560 1288x728 1288x728 1008x560");
        row(1366, 768, "896x476 1008x560 1372x756 1372x756 1008x560");
        row(1920, 1080, "896x504 1008x560 1932x1092 1932x1092 1008x560");
        row(2560, 1440, "896x504 1008x560 2016x1120 2548x1428 1008x560");
        row(3840, 2160, "896x504 1008x560 2016x1120 3584x2016 1008x560");
        row(2560, 1600, "840x504 980x588 2016x1260 2548x1596 1008x616");
        row(1170, 2532, "448x980 504x1120 924x2016 1176x2520 476x1008");
        // halves to even
        row(70, 126, "56x112 56x112 112x196 112x196 112x196");
        row(126, 182, "112x168 112x168 112x168 112x168 112x168");
        row(238, 350, "224x336 224x336 224x336 224x336 224x336");
        // a side shorter than 112 is grown, but not after a shrink
        row(1, 1, "56x56 56x56 112x112 112x112 112x112");
        row(100, 100, "112x112 112x112 112x112 112x112 112x112");
        row(200, 1, "196x28 196x28 22400x112 22400x112 22400x112");
        row(2017, 111, "2016x112 2016x112 2016x112 2044x112 1008x56");
        row(3600, 3600, "644x644 756x756 2016x2016 3584x3584 1008x1008");
        row(12000, 60, "9492x28 10948x28 2016x28 3584x28 1008x28");
    }
    void fitsAsTheReferenceDoes()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(QByteArray, want);
        const Size source{width, height};
        std::string got;
        for (const SizeWish& wish :
             {areaWish(MediaKind::Picture), areaWish(MediaKind::Clip),
              tierWish(MediaKind::Picture, Tier::Default), tierWish(MediaKind::Picture, Tier::High),
              tierWish(MediaKind::Clip, Tier::Default)}) {
            const Size size = MUST(fittedSize(source, wish));
            got += words(got.empty() ? "" : " ", size.width, "x", size.height);
        }
        QCOMPARE(got, want.toStdString());
    }

    void tiersAreTheVendors()
    {
        QCOMPARE(tierWish(MediaKind::Picture, Tier::Low).cap, std::int64_t(672));
        QCOMPARE(tierWish(MediaKind::Picture, Tier::Default).cap, std::int64_t(2016));
        QCOMPARE(tierWish(MediaKind::Picture, Tier::High).cap, std::int64_t(3584));
        QCOMPARE(tierWish(MediaKind::Clip, Tier::Low).cap, std::int64_t(504));
        QCOMPARE(tierWish(MediaKind::Clip, Tier::Default).cap, std::int64_t(1008));
        QCOMPARE(tierWish(MediaKind::Clip, Tier::High).cap, std::int64_t(2016));
        QCOMPARE(areaWish(MediaKind::Picture).cap, std::int64_t(451'584));
        QCOMPARE(areaWish(MediaKind::Clip).cap, std::int64_t(602'112));
        QVERIFY(SizeWish() == tierWish(MediaKind::Picture, Tier::Default));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("rule");
        QTest::addColumn<qint64>("cap");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, Size size, SizeRule rule, qint64 cap,
                            const char* words) {
            QTest::newRow(name) << size.width << size.height << int(rule) << cap
                                << QByteArray(words);
        };
        row("wider than 200 : 1", {201, 1}, SizeRule::LongSide, 2016, "ratio: ");
        row("higher than 200 : 1", {2, 401}, SizeRule::LongSide, 2016, "ratio: ");
        row("just wider", {12001, 60}, SizeRule::Area, 451'584, "ratio: ");
        row("ratio before area", {5601, 28}, SizeRule::LongSide, 5600, "ratio: ");
        row("too large an area", {5000, 4000}, SizeRule::LongSide, 5600, "area: ");
        row("a size beyond numbers", {2'147'483'647, 2'147'483'647}, SizeRule::LongSide, 28LL << 40,
            "area: ");
        row("nothing left of a side", {4000, 20}, SizeRule::Area, 3136, "area: ");
        row("no width", {0, 5}, SizeRule::LongSide, 2016, "a picture of ");
        row("no height", {5, -1}, SizeRule::Native, 0, "a picture of ");
        row("a cap that is no multiple", {5, 5}, SizeRule::LongSide, 2000, "a long side of ");
        row("a cap of nothing", {5, 5}, SizeRule::LongSide, 0, "a long side of ");
        row("a bound of nothing", {5, 5}, SizeRule::Area, 0, "a bound of ");
        row("a bound without bounds", {5, 5}, SizeRule::Area, 1LL << 40, "a bound of ");
    }
    void saysWhatIsWrong()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, rule);
        QFETCH(qint64, cap);
        QFETCH(QByteArray, words);
        const auto size = fittedSize({width, height}, {SizeRule(rule), cap});
        QVERIFY(!size.has_value());
        QVERIFY(size.error().code == Code::BadInput);
        QCOMPARE(size.error().text.substr(0, std::size_t(words.size())), words.toStdString());
    }

    void nativeIsAsItIs()
    {
        QVERIFY(MUST(fittedSize({3, 5000}, {SizeRule::Native, 0})) == (Size{3, 5000}));
    }

    void whatFitsIsWholeTokensWithinItsBound()
    {
        QCOMPARE(test::forAll(3000, checkFit, 4000), std::string());
    }

private:
    static std::string checkFit(test::Gen& gen)
    {
        const auto most = std::int64_t(gen.size()) + 1;
        const auto width = std::int32_t(gen.between(1, most));
        const auto height = std::int32_t(gen.between((width + 199) / 200, most));
        const Size source{width, std::min(height, 200 * width)};
        const SizeWish area = areaWish(gen.oneIn(2) ? MediaKind::Picture : MediaKind::Clip);
        const SizeWish tier = tierWish(MediaKind::Picture, gen.pick(kTiers));
        const Size byArea = MUST(fittedSize(source, area));
        const Size byTier = MUST(fittedSize(source, tier));
        for (const Size size : {byArea, byTier}) {
            if (size.width % kSideStep != 0 || size.height % kSideStep != 0 || size.area() <= 0
                || tokensOf(size) * kPixelsPerToken != size.area())
                return words(size.width, " x ", size.height, " is not made of tokens");
        }
        if (byArea.area() > area.cap || byArea.area() < 4 * kPixelsPerToken)
            return words(byArea.width, " x ", byArea.height, " is out of bounds");
        const auto longSide = std::max(source.width, source.height);
        if (longSide > tier.cap && std::max(byTier.width, byTier.height) != tier.cap)
            return words(byTier.width, " x ", byTier.height, " is not as long as ", tier.cap);
        return {};
    }

    static constexpr Tier kTiers[] = {Tier::Low, Tier::Default, Tier::High};
};

std::unique_ptr<QObject> makeSizeWishTest()
{
    return std::make_unique<SizeWishTest>();
}

#include "tst_size_wish.moc"
