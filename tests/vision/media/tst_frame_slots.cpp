#include "tests/support/test_table.h"
#include "tests/vision/media/tests.h"
#include "vision/media/frame_slots.h"

#include <fcntl.h>
#include <sys/mman.h>

using namespace tf;
using namespace tf::vision;

namespace {

Descriptor copyOf(int descriptor)
{
    return Descriptor(fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
}

} // namespace

class FrameSlotsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatOneSideWritesTheOtherReads()
    {
        const auto here = MUST(FrameSlots::make({2, 4096}));
        auto there = MUST(FrameSlots::map(copyOf(here.descriptor()), {2, 4096}));
        there.writable(1)[4095] = 7;
        QCOMPARE(int(here.slot(1)[4095]), 7);
        QCOMPARE(int(here.slot(0)[4095]), 0);
    }

    void nobodyCanCutItOff()
    {
        const auto slots = MUST(FrameSlots::make({1, 4096}));
        QVERIFY(ftruncate(slots.descriptor(), 0) != 0);
        QVERIFY(ftruncate(slots.descriptor(), 8192) != 0);
    }

    void memoryThatIsNotSealedIsRefused()
    {
        Descriptor memory(memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
        QCOMPARE(ftruncate(memory.number(), 4096), 0);
        QCOMPARE(name(FrameSlots::map(std::move(memory), {1, 4096}).error().code),
                 name(Code::BadInput));
    }

    void anotherLayoutThanAnnouncedIsRefused()
    {
        const auto slots = MUST(FrameSlots::make({2, 4096}));
        QVERIFY(!FrameSlots::map(copyOf(slots.descriptor()), {3, 4096}));
        QVERIFY(!FrameSlots::map(copyOf(slots.descriptor()), {2, 8192}));
        QVERIFY(!FrameSlots::map(Descriptor(), {2, 4096}));
    }

    void boundsAreRefused()
    {
        QVERIFY(!FrameSlots::make({0, 4096}));
        QVERIFY(!FrameSlots::make({kMostSlots + 1, 4096}));
        QVERIFY(!FrameSlots::make({1, 0}));
        QVERIFY(!FrameSlots::make({1, kMostSlotBytes + 1}));
    }
};

std::unique_ptr<QObject> makeFrameSlotsTest()
{
    return test::make<FrameSlotsTest>();
}

#include "tst_frame_slots.moc"
