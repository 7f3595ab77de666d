#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/clip/tests.h"
#include "vision/clip/clip_plan.h"

#include <algorithm>
#include <cmath>

using namespace tf;
using namespace tf::vision;

class ClipPlanTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void countsStampsMarksAndTokens()
    {
        // 0 … 10 s at one frame a second, the last one appended: eleven frames, six pairs.
        const ClipPlan plan = MUST(planClip(
            seconds(10), {1920, 1080}, tierWish(MediaKind::Clip, Tier::Default), {}, {}, numBytes));
        QCOMPARE(plan.frames.size(), std::size_t(11));
        QVERIFY(plan.size == (Size{1008, 560}));
        const std::int64_t stamps = 5 * std::int64_t(sizeof "]<]0.0 seconds[>[" - 1)
            + std::int64_t(sizeof "]<]10.0 seconds[>[" - 1);
        QCOMPARE(plan.tokens, stamps + 6 * (2 + 720));
        QCOMPARE(plan.frames.back(), std::int64_t(299));
        QCOMPARE(plan.times.back(), 299 / 30.0);
        QVERIFY(plan.dropped.empty());
    }

    void lowersTheTierFirst_data()
    {
        QTest::addColumn<qint64>("budget");
        QTest::addColumn<QList<int>>("want"); // cap, width, frames
        QTest::newRow("all of it") << qint64(100'000) << QList<int>{2016, 2016, 11};
        QTest::newRow("1008") << qint64(10'000) << QList<int>{1008, 1008, 11};
        QTest::newRow("1008 and fewer frames") << qint64(3'000) << QList<int>{1008, 1008, 8};
        QTest::newRow("504 rather than two") << qint64(1'000) << QList<int>{504, 504, 10};
        QTest::newRow("one pair") << qint64(200) << QList<int>{504, 504, 2};
    }
    void lowersTheTierFirst()
    {
        QFETCH(qint64, budget);
        QFETCH(QList<int>, want);
        const ClipPlan plan =
            MUST(planClip(seconds(10), {3840, 2160}, tierWish(MediaKind::Clip, Tier::High), {},
                          {budget, true}, numBytes));
        QCOMPARE((QList<int>{int(plan.wish.cap), plan.size.width, int(plan.frames.size())}), want);
        QCOMPARE(plan.frames.front(), std::int64_t(0));
        QCOMPARE(plan.frames.back(), std::int64_t(299));
    }

    void thinsAloneWhereTheTierMustStay()
    {
        for (const SizeWish& wish :
             {tierWish(MediaKind::Clip, Tier::Default), areaWish(MediaKind::Clip)}) {
            const bool mayLower = wish.rule == SizeRule::Area; // it has no tiers
            const ClipPlan plan =
                MUST(planClip(seconds(10), {1920, 1080}, wish, {}, {1'600, mayLower}, numBytes));
            QVERIFY(plan.wish == wish);
            QCOMPARE(plan.frames, (std::vector<std::int64_t>{0, 90, 210, 299}));
            QCOMPARE(plan.dropped,
                     std::vector<std::string>{
                         "4 of 11 frames are seen, evenly spread, to stay within 1600 tokens."});
        }
    }

    void saysEachStepThatItTook()
    {
        const ClipPlan plan =
            MUST(planClip(seconds(10), {3840, 2160}, tierWish(MediaKind::Clip, Tier::High), {},
                          {800, true}, numBytes));
        QCOMPARE(plan.dropped.size(), std::size_t(2));
        QCOMPARE(plan.dropped[0],
                 std::string("Frames are 504 x 280 instead of 2016 x 1120, to stay within 800 "
                             "tokens."));
        QCOMPARE(plan.dropped[1].substr(0, 7), std::string("8 of 11"));
    }

    void theVendorsCapBindsWithoutABudget()
    {
        // 1932 x 1092 leaves room for 71 pairs, 1008 x 560 for 266.
        const SizeWish wish = tierWish(MediaKind::Clip, Tier::High);
        const ClipPlan lowered = MUST(planClip(seconds(300), {1920, 1080}, wish, {}, {}, numBytes));
        QCOMPARE(lowered.wish.cap, std::int64_t(1008));
        QCOMPARE(lowered.frames.size(), std::size_t(301));
        QVERIFY(lowered.dropped[0].find("301056000 pixels") != std::string::npos);
        const ClipPlan thinned =
            MUST(planClip(seconds(300), {1920, 1080}, wish, {}, {0, false}, numBytes));
        QCOMPARE(thinned.wish.cap, std::int64_t(2016));
        QVERIFY(thinned.size == (Size{1932, 1092}));
        QCOMPARE(thinned.frames.size(), std::size_t(142));
    }

    void smallSourcesDoNotChangeByALowerTier()
    {
        const ClipPlan plan =
            MUST(planClip(seconds(10), {448, 252}, tierWish(MediaKind::Clip, Tier::High), {},
                          {500, true}, numBytes));
        QVERIFY(plan.size == (Size{448, 252}));
        QCOMPARE(plan.dropped.size(), std::size_t(1));
    }

    void refusesWhatCannotBePlanned()
    {
        const SizeWish wish = tierWish(MediaKind::Clip, Tier::Default);
        const auto refused = [&](const std::vector<double>& times, Size size, const SizeWish& how,
                                 const FrameRule& rule, std::int64_t budget) {
            const auto plan = planClip(times, size, how, rule, {budget, true}, numBytes);
            return plan.has_value() ? std::string("nothing") : plan.error().text;
        };
        const FrameRule usual;
        QCOMPARE(refused({}, {640, 480}, wish, usual, 0), std::string("the clip has no frames"));
        QVERIFY(refused({0}, {640, 480}, {SizeRule::Native, 0}, usual, 0).starts_with("frames of"));
        QVERIFY(refused({0}, {640, 1}, wish, usual, 0).starts_with("ratio: "));
        QVERIFY(refused({0, 1}, {640, 480}, wish, usual, 200).starts_with("one pair of frames of"));
        for (const double fps : {0.0, 0.19, 5.01, -1.0, double(NAN)}) {
            FrameRule rule;
            rule.fps = fps;
            QVERIFY(refused({0}, {640, 480}, wish, rule, 0).find("frames a second")
                    != std::string::npos);
        }
    }

    void neverExceedsItsBudgetAndGrowsWithIt()
    {
        QCOMPARE(test::forAll(100, checkBudget, 150), std::string());
    }

private:
    /// A clip of 30 frames a second.
    static std::vector<double> seconds(int length)
    {
        std::vector<double> times;
        for (int idx = 0; idx < 30 * length; ++idx)
            times.push_back(idx / 30.0);
        return times;
    }

    static std::int64_t numBytes(std::string_view text) { return std::int64_t(text.size()); }

    static std::string checkBudget(test::Gen& gen)
    {
        std::vector<double> times{0};
        for (std::size_t idx = 0; idx < gen.size(); ++idx)
            times.push_back(times.back() + gen.unit() * 3);
        const Size source{std::int32_t(gen.between(100, 4000)),
                          std::int32_t(gen.between(100, 4000))};
        constexpr Tier kTiers[] = {Tier::Low, Tier::Default, Tier::High};
        const SizeWish wish =
            gen.oneIn(3) ? areaWish(MediaKind::Clip) : tierWish(MediaKind::Clip, gen.pick(kTiers));
        const bool mayLower = gen.oneIn(2);
        std::size_t before = 0;
        std::int64_t areaBefore = 0;
        for (std::int64_t budget = 50; budget < 2'000'000; budget += budget / 3) {
            const auto plan = planClip(times, source, wish, {}, {budget, mayLower}, numBytes);
            if (!plan.has_value()) {
                if (before > 0)
                    return words("a budget of ", budget, " is refused, a smaller one was not");
                continue;
            }
            const ClipPlan& got = plan.value();
            if (got.tokens > budget || got.tokens != tokensAgain(got))
                return words(got.tokens, " tokens for ", budget);
            // Legible frames come before many frames.
            if (got.size.area() < areaBefore
                || (got.size.area() == areaBefore && got.frames.size() < before))
                return words("a budget of ", budget, " buys less than a smaller one");
            if (got.frames.back() != std::int64_t(times.size()) - 1)
                return words("a budget of ", budget, " loses the last frame");
            before = got.frames.size();
            areaBefore = got.size.area();
        }
        return {};
    }

    static std::int64_t tokensAgain(const ClipPlan& plan)
    {
        std::int64_t tokens = 0;
        for (const auto& stamp : pairStamps(plan.times))
            tokens += numBytes("]<]" + stamp + " seconds[>[") + 2 + tokensOf(plan.size);
        return tokens;
    }
};

std::unique_ptr<QObject> makeClipPlanTest()
{
    return std::make_unique<ClipPlanTest>();
}

#include "tst_clip_plan.moc"
