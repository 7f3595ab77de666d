#include "tests/support/test_table.h"
#include "tests/vision/client/tests.h"
#include "vision/client/slot_room.h"

using namespace tf;
using namespace tf::vision;

class SlotRoomTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aProbeTakesNone() { QCOMPARE(slotsFor(ProbeAsk{}, {}).count, 0); }

    void everyFittedSizeHasRoom()
    {
        const Size sources[] = {{1920, 1080},  {8000, 8000}, {1, 190}, {190, 1},
                                {100000, 600}, {8191, 4351}, {28, 28}, {3584, 3584}};
        const SizeWish wishes[] = {{SizeRule::LongSide, 2016}, {SizeRule::LongSide, 560},
                                   {SizeRule::LongSide, 28},   {SizeRule::Area, 451584},
                                   {SizeRule::Area, 602112},   {SizeRule::Native, 0}};
        for (const Size source : sources) {
            for (const SizeWish& wish : wishes) {
                const auto fitted = fittedSize(source, wish);
                if (!fitted)
                    continue;
                QVERIFY(fitted->area() * 3 <= slotsFor(PictureAsk{wish}, {}).bytesEach);
                if (source.area() <= MediaLimits().framePixels)
                    QVERIFY(fitted->area() * 3 <= slotsFor(FramesAsk{{}, wish}, {}).bytesEach);
            }
        }
    }

    void layoutsAreWithinTheBounds()
    {
        for (const std::int64_t cap : {std::int64_t(0), std::int64_t(1) << 40}) {
            for (const auto rule : {SizeRule::Native, SizeRule::Area, SizeRule::LongSide}) {
                const auto slots = slotsFor(MomentsAsk{5, {rule, cap}}, {});
                QVERIFY(slots.count >= 1 && slots.count <= kMostSlots);
                QVERIFY(slots.bytesEach >= 1 && slots.bytesEach <= kMostSlotBytes);
            }
        }
        QVERIFY(slotsFor(ThumbnailsAsk{60, {0, 0}}, {}).bytesEach >= 1);
    }
};

std::unique_ptr<QObject> makeSlotRoomTest()
{
    return test::make<SlotRoomTest>();
}

#include "tst_slot_room.moc"
