#include "app/media/clip_frames.h"
#include "kernels/base/words.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <algorithm>
#include <cmath>

using namespace tf;
using namespace tf::app;

namespace {

vision::ClipFacts clipOfTimes(std::vector<double> times)
{
    vision::ClipFacts facts;
    facts.size = {1920, 1080};
    facts.duration = times.back() + 0.03;
    facts.times = std::move(times);
    return facts;
}

vision::ClipFacts evenClip(double seconds, double rate)
{
    std::vector<double> times;
    for (int frame = 0; frame < seconds * rate; ++frame)
        times.push_back(frame / rate);
    return clipOfTimes(std::move(times));
}

ClipRoom pairRoom(std::int64_t tokens = 0)
{
    return {FrameUse::Pairs, {vision::SizeRule::LongSide, 1008}, tokens, 0, [](vision::Size size) {
                return vision::tokensOf(size) + 10;
            }};
}

std::vector<double> secondsOf(const ClipFramesPlan& plan)
{
    std::vector<double> seconds;
    for (const ChosenFrame& frame : plan.frames)
        seconds.push_back(frame.seconds);
    return seconds;
}

/// Two moments, and nothing that changes but at them.
ClipTrace twoMoments(const vision::ClipFacts& facts)
{
    ClipTrace trace;
    trace.secondsRead = facts.times.back();
    for (const int index : {35, 71}) {
        const double time = facts.times[static_cast<std::size_t>(index)];
        trace.changes.push_back({time, 0.3F});
        trace.moments.push_back({index, time, vision::FrameReason::AfterChange, 0.3F});
    }
    return trace;
}

struct Generated {
    vision::ClipFacts facts;
    ClipTrace trace;
    ClipChoice choice;
    ClipRoom room;
};

Generated generated(test::Gen& gen)
{
    std::vector<double> times{0};
    const auto count = gen.between(1, 400);
    for (std::int64_t frame = 1; frame < count; ++frame)
        times.push_back(times.back() + 0.01 + gen.unit() * (gen.oneIn(20) ? 5 : 0.1));
    Generated made{clipOfTimes(std::move(times)), {}, {}, pairRoom()};
    const auto& all = made.facts.times;
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (gen.oneIn(5))
            made.trace.changes.push_back({all[index], static_cast<float>(gen.unit())});
        if (gen.oneIn(12))
            made.trace.moments.push_back({std::int64_t(index), all[index],
                                          vision::FrameReason::AfterChange,
                                          static_cast<float>(gen.unit())});
    }
    made.trace.secondsRead = all.back() * gen.unit();
    ClipChoice& choice = made.choice;
    choice.sampling = static_cast<ClipSampling>(gen.between(0, 3));
    choice.fps = 0.2 + gen.unit() * 4.8;
    choice.from = gen.oneIn(2) ? all.back() * gen.unit() : 0;
    choice.to = gen.oneIn(2) ? choice.from + all.back() * gen.unit() : 0;
    choice.maxFrames = gen.oneIn(3) ? gen.between(1, 50) : 0;
    while (gen.oneIn(2))
        choice.picked.push_back(gen.pick(all));
    while (gen.oneIn(2))
        choice.dropped.push_back(gen.pick(all));
    std::sort(choice.picked.begin(), choice.picked.end());
    made.room.use = gen.oneIn(2) ? FrameUse::Pairs : FrameUse::Pictures;
    made.room.wish.cap = gen.oneIn(2) ? 1008 : 2016;
    made.room.tokens = gen.oneIn(2) ? gen.between(1, 60'000) : 0;
    made.room.frames = gen.oneIn(2) ? gen.between(1, 60) : 0;
    return made;
}

std::string problemOf(const Generated& made, const ClipFramesPlan& plan)
{
    std::int64_t before = -1;
    for (const ChosenFrame& frame : plan.frames) {
        if (frame.index <= before || frame.index >= std::ssize(made.facts.times))
            return words("frame ", frame.index, " after ", before);
        before = frame.index;
        if (frame.seconds != made.facts.times[static_cast<std::size_t>(frame.index)])
            return "a frame with another's time";
    }
    const auto count = std::ssize(plan.frames);
    if (count < 1 || count > 512)
        return words(count, " frames");
    if (made.choice.maxFrames > 0 && count > made.choice.maxFrames)
        return "more than were allowed";
    if (made.room.frames > 0 && count > made.room.frames)
        return "more than a request takes";
    if (made.room.tokens > 0 && plan.tokens > made.room.tokens)
        return "more tokens than there are";
    const auto halves = made.room.use == FrameUse::Pairs ? plan.pairs * 2 : count;
    if (plan.size.area() * halves > vision::kMaxClipPixels)
        return "more than the cap";
    if (made.room.use == FrameUse::Pairs && plan.pairs != std::ssize(pairsOf(plan.frames)))
        return "another number of pairs";
    return {};
}

} // namespace

class ClipFramesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyPlanKeepsWhatHolds()
    {
        const auto report = test::forAll(400, [](test::Gen& gen) -> std::string {
            const Generated made = generated(gen);
            const auto plan = planFrames(made.facts, made.choice, &made.trace, made.room);
            if (!plan)
                return plan.error().text.empty() ? "an error without words" : "";
            return problemOf(made, *plan);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aRateIsTheVendorsRule()
    {
        const auto facts = evenClip(10, 30);
        const auto plan = MUST(planFrames(facts, {}, nullptr, pairRoom()));
        const auto kept = vision::keptFrames(facts.times, {1, vision::LastFrame::Always, {}});
        QCOMPARE(plan.frames.size(), kept.size());
        for (std::size_t place = 0; place < kept.size(); ++place)
            QCOMPARE(plan.frames[place].index, kept[place]);
        QCOMPARE(plan.pairs, vision::pairsOf(std::ssize(kept)));
    }

    void aStretchHasItsFramesAlone()
    {
        ClipChoice choice;
        choice.from = 4;
        choice.to = 6;
        const auto plan = MUST(planFrames(evenClip(10, 10), choice, nullptr, pairRoom()));
        QVERIFY((secondsOf(plan) == std::vector<double>{4, 5, 6}));
        choice.from = 9.95; // between two frames, and nothing after it
        choice.to = 9.96;
        QCOMPARE(MUST(planFrames(evenClip(10, 10), choice, nullptr, pairRoom())).frames.size(),
                 std::size_t(1));
    }

    void momentsStandAloneAndDuplicatesAreLeftOut()
    {
        const auto facts = evenClip(10, 10);
        const auto trace = twoMoments(facts);
        ClipChoice choice;
        choice.sampling = ClipSampling::Moments;
        auto plan = MUST(planFrames(facts, choice, &trace, pairRoom()));
        QVERIFY((secondsOf(plan) == std::vector<double>{3.5, 7.1}));
        QCOMPARE(plan.pairs, std::int64_t(2));
        choice.sampling = ClipSampling::Both;
        plan = MUST(planFrames(facts, choice, &trace, pairRoom()));
        QVERIFY((secondsOf(plan) == std::vector<double>{0, 3.5, 7.1}));
        QCOMPARE(plan.duplicates, std::int64_t(10));
        choice.sampling = ClipSampling::Picked;
        QVERIFY(!planFrames(facts, choice, &trace, pairRoom()));
    }

    void whatIsPickedStaysAndWhatIsDroppedGoes()
    {
        const auto facts = evenClip(60, 10);
        ClipChoice choice;
        choice.picked = {12.34, 33.3};
        choice.dropped = {0};
        choice.maxFrames = 3;
        const auto plan = MUST(planFrames(facts, choice, nullptr, pairRoom()));
        QCOMPARE(plan.frames.size(), std::size_t(3));
        const auto seconds = secondsOf(plan);
        QVERIFY(std::find(seconds.begin(), seconds.end(), 12.3) != seconds.end());
        QVERIFY(std::find(seconds.begin(), seconds.end(), 33.3) != seconds.end());
        QVERIFY(std::find(seconds.begin(), seconds.end(), 0.0) == seconds.end());
        QVERIFY(!plan.dropped.empty());
    }

    void framesBecomeSmallerBeforeTheyBecomeFewer()
    {
        auto room = pairRoom(14'000);
        room.wish.cap = 2016;
        const auto plan = MUST(planFrames(evenClip(30, 10), {}, nullptr, room));
        QCOMPARE(plan.size.width, 1008);
        QCOMPARE(plan.dropped.size(), std::size_t(1));
        QCOMPARE(plan.frames.size(), std::size_t(31));
    }

    void aMomentHasBothHalvesOfItsPair()
    {
        const std::vector<ChosenFrame> frames = {{0, 0, FrameWhy::Rate, 0},
                                                 {1, 1, FrameWhy::Moment, 0.5F},
                                                 {2, 2, FrameWhy::Rate, 0},
                                                 {3, 3, FrameWhy::Rate, 0},
                                                 {4, 4, FrameWhy::Picked, 0}};
        const auto pairs = pairsOf(frames);
        QCOMPARE(pairs.size(), std::size_t(4));
        QVERIFY(pairs[0].second == 0 && pairs[1].first == 1 && pairs[1].second == 1);
        QVERIFY(pairs[2].first == 2 && pairs[2].second == 3 && pairs[3].second == 4);
    }
};

std::unique_ptr<QObject> makeClipFramesTest()
{
    return test::make<ClipFramesTest>();
}

#include "tst_clip_frames.moc"
