// Media that are kept from turn to turn.

#include "app/endpoint/local/seen_before.h"
#include "tests/app/endpoint/local/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;

class SeenBeforeTest : public TestCase {
    Q_OBJECT

    static wire::ImagePart picture(const std::string& bytes)
    {
        return {{"image/png", std::make_shared<const std::string>(bytes), {}}, {}, {}};
    }

    static endpoint::SeenPart seen(const wire::Part& part, std::size_t numBytes)
    {
        auto media = std::make_shared<engine::Media>();
        media->rows.resize(numBytes);
        app::SeenMedium medium;
        medium.media = std::move(media);
        return {part, std::move(medium)};
    }

private Q_SLOTS:
    void theSameBytesAreKnownAgain()
    {
        endpoint::SeenBefore before;
        const auto kept = seen(picture("abc"), 10);
        before.keep(kept);
        QVERIFY(before.find(picture("abc")) != nullptr);
        QVERIFY(before.find(picture("abc"))->media == kept.medium.media);
        QVERIFY(before.find(picture("abd")) == nullptr);
    }

    void anotherWishIsAnotherLook()
    {
        endpoint::SeenBefore before;
        before.keep(seen(picture("abc"), 10));
        auto finer = picture("abc");
        finer.detail = wire::Detail::High;
        QVERIFY(before.find(finer) == nullptr);
        auto smaller = picture("abc");
        smaller.maxLongSide = 84;
        QVERIFY(before.find(smaller) == nullptr);
        const wire::VideoPart clip{picture("abc").media, {}, {}, {}, {}};
        QVERIFY(before.find(clip) == nullptr);
    }

    void whatWasNotUsedForLongestGoes()
    {
        endpoint::SeenBefore before(100);
        before.keep(seen(picture("a"), 40));
        before.keep(seen(picture("b"), 40));
        before.keep(seen(picture("a"), 40)); // used again, not counted again
        before.keep(seen(picture("c"), 40));
        QVERIFY(before.find(picture("a")) != nullptr);
        QVERIFY(before.find(picture("b")) == nullptr);
        QVERIFY(before.find(picture("c")) != nullptr);
    }

    void whatIsLargerThanTheRoomIsNotKept()
    {
        endpoint::SeenBefore before(100);
        before.keep(seen(picture("a"), 101));
        QVERIFY(before.find(picture("a")) == nullptr);
        before.keep(seen(picture("b"), 100));
        QVERIFY(before.find(picture("b")) != nullptr);
    }
};

std::unique_ptr<QObject> makeSeenBeforeTest()
{
    return make<SeenBeforeTest>();
}

#include "tst_seen_before.moc"
