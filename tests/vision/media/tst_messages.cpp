#include "tests/support/test_table.h"
#include "tests/vision/media/tests.h"
#include "vision/media/messages.h"

#include <limits>

using namespace tf;
using namespace tf::vision;

namespace {

/// The message, sent and received.
template <class T>
T carried(const T& message)
{
    const auto bytes = toBytes(FromDecoder(message));
    return std::get<T>(MUST(answerFromBytes(bytes)));
}

template <class T>
std::string refusalOf(const T& message)
{
    const auto answer = answerFromBytes(toBytes(FromDecoder(message)));
    return answer ? "" : answer.error().text;
}

Order carriedOrder(const Order& order)
{
    return std::get<Order>(MUST(orderFromBytes(toBytes(ToDecoder(order)))));
}

ClipFacts someClip()
{
    ClipFacts facts;
    facts.container = "MP4";
    facts.codec = "H.264";
    facts.size = {1920, 1080};
    facts.pixelFormat = "yuv420p";
    facts.duration = 1.5;
    facts.frameRate = 29.97;
    facts.rotation = 270;
    facts.isHdr = true;
    facts.hasAudio = true;
    facts.times = {0, 0.25, 0.25, 1.4};
    facts.faults = {"it ends early", "times jump"};
    return facts;
}

} // namespace

class MessagesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aClipArrivesAsItWas()
    {
        const auto sent = someClip();
        const auto got = std::get<ClipFacts>(carried(Facts{sent}).facts);
        QCOMPARE(got.container, sent.container);
        QCOMPARE(got.codec, sent.codec);
        QVERIFY(got.size == sent.size);
        QCOMPARE(got.pixelFormat, sent.pixelFormat);
        QCOMPARE(got.duration, sent.duration);
        QCOMPARE(got.frameRate, sent.frameRate);
        QCOMPARE(got.rotation, sent.rotation);
        QVERIFY(got.isHdr && !got.isInterlaced && got.hasAudio);
        QVERIFY(got.times == sent.times);
        QVERIFY(got.faults == sent.faults);
    }

    void aPictureArrivesAsItWas()
    {
        const PictureFacts sent{"GIF", {640, 360}, 8, 3, true, false, "the limit is 600 s"};
        const auto got = std::get<PictureFacts>(carried(Facts{sent}).facts);
        QCOMPARE(got.format, sent.format);
        QVERIFY(got.size == sent.size);
        QCOMPARE(got.bits, sent.bits);
        QCOMPARE(got.frames, sent.frames);
        QVERIFY(got.hasAlpha && !got.wasTurned);
        QCOMPARE(got.whyNoClip, sent.whyNoClip);
    }

    void aFrameArrivesAsItWas()
    {
        const FrameSeen sent{2, 77, 3.5, {640, 360}, FrameReason::BeforeChange, 0.25F, 6};
        const auto got = carried(sent);
        QCOMPARE(got.slot, sent.slot);
        QCOMPARE(got.index, sent.index);
        QCOMPARE(got.time, sent.time);
        QVERIFY(got.size == sent.size);
        QVERIFY(got.reason == sent.reason);
        QCOMPARE(got.change, sent.change);
        QCOMPARE(got.call, sent.call);
    }

    void aCallForAFrameArrivesAsItWas()
    {
        const auto bytes = toBytes(ToDecoder(FrameCall{5, 17'999, {1280, 720}}));
        const auto got = std::get<FrameCall>(MUST(orderFromBytes(bytes)));
        QCOMPARE(got.call, std::int64_t(5));
        QCOMPARE(got.index, std::int64_t(17'999));
        QVERIFY((got.box == Size{1280, 720}));
        const auto missing = carried(FrameMissing{5, "broken"});
        QCOMPARE(missing.call, std::int64_t(5));
        QCOMPARE(missing.why, std::string("broken"));
    }

    void changesArriveAsTheyWere()
    {
        const auto got = carried(
            ChangesSeen{{{0.5, 0.25F}, {0.75, 1}}, 2.5, {{9, 0.5, FrameReason::Last, 0.5F}}});
        QCOMPARE(got.changes.size(), std::size_t(2));
        QCOMPARE(got.changes[1].time, 0.75);
        QCOMPARE(got.changes[0].change, 0.25F);
        QCOMPARE(got.secondsRead, 2.5);
        QCOMPARE(got.moments.size(), std::size_t(1));
        QCOMPARE(got.moments[0].index, std::int64_t(9));
        QVERIFY(got.moments[0].reason == FrameReason::Last);
    }

    void anErrorKeepsItsCodeAndWords()
    {
        const auto got = carried(Error(Code::Unsupported, "no such codec"));
        QCOMPARE(name(got.code), name(Code::Unsupported));
        QCOMPARE(got.text, std::string("no such codec"));
    }

    void anOrderArrivesAsItWas()
    {
        Order sent;
        sent.ask = FramesAsk{{0, 4, 4, 9}, {SizeRule::Area, 1000}};
        sent.limits.clipSeconds = 12.5;
        sent.limits.keptFrames = 7;
        sent.slots = {3, 4096};
        const auto got = carriedOrder(sent);
        const auto& ask = std::get<FramesAsk>(got.ask);
        QVERIFY(ask.frames == std::get<FramesAsk>(sent.ask).frames);
        QVERIFY(ask.wish == std::get<FramesAsk>(sent.ask).wish);
        QCOMPARE(got.limits.clipSeconds, 12.5);
        QCOMPARE(got.limits.keptFrames, std::int64_t(7));
        QCOMPARE(got.slots.count, 3);
        QCOMPARE(got.slots.bytesEach, std::int64_t(4096));
    }

    void everyKindOfAskKeepsItsKind()
    {
        const Ask asks[] = {ProbeAsk{},      PictureAsk{}, FramesAsk{}, MomentsAsk{},
                            ThumbnailsAsk{}, WatchAsk{},   ChangesAsk{}};
        for (const Ask& ask : asks)
            QCOMPARE(carriedOrder({ask, {}, {}}).ask.index(), ask.index());
    }

    void whatIsOutOfItsRangeIsRefusedByName()
    {
        FrameSeen frame;
        frame.slot = kMostSlots;
        QVERIFY(refusalOf(frame).find("the slot is 8") != std::string::npos);
        frame = {};
        frame.slot = -1;
        QVERIFY(refusalOf(frame).find("the slot is -1") != std::string::npos);
        frame = {};
        frame.time = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(refusalOf(frame).find("the time of a frame") != std::string::npos);
        frame = {};
        frame.size = {1 << 21, 1};
        QVERIFY(refusalOf(frame).find("a width") != std::string::npos);
        frame = {};
        frame.reason = static_cast<FrameReason>(200);
        QVERIFY(refusalOf(frame).find("the reason") != std::string::npos);
        frame = {};
        frame.call = -1;
        QVERIFY(refusalOf(frame).find("the number of a call") != std::string::npos);
        frame = {};
        QVERIFY(refusalOf(FrameMissing{0, {}}).find("the number of a call") != std::string::npos);
        QVERIFY(refusalOf(ChangesSeen{{{-1, 0}}, 0, {}}).find("the time of a change")
                != std::string::npos);
        QVERIFY(refusalOf(ChangesSeen{{{0, 2}}, 0, {}}).find("a change is 2") != std::string::npos);
        QVERIFY(refusalOf(ChangesSeen{{}, 0, {{-1}}}).find("the index") != std::string::npos);
        frame.change = 1.5F;
        QVERIFY(refusalOf(frame).find("the change") != std::string::npos);
    }

    void momentsSeenAgainAreBoundedOnBothSides()
    {
        ClipDone sent;
        sent.again.resize(kMostAgain + 1);
        QCOMPARE(carried(sent).again.size(), kMostAgain);
        // Which message, the frames, the seconds, how many moments; then 24 bytes for each.
        constexpr std::ptrdiff_t kCount = 1 + 8 + 8;
        auto bytes = toBytes(FromDecoder(sent));
        bytes[kCount] = static_cast<std::byte>(kMostAgain + 1);
        bytes.insert(bytes.begin() + kCount + 4, 24, std::byte(0));
        QVERIFY(answerFromBytes(bytes).error().text.find("the list of moments seen again")
                != std::string::npos);
    }

    void timesThatGoBackAreRefused()
    {
        auto facts = someClip();
        facts.times = {0, 2, 1};
        QVERIFY(refusalOf(Facts{facts}).find("holds 1 after 2") != std::string::npos);
        facts.times = {std::numeric_limits<double>::infinity()};
        QVERIFY(!refusalOf(Facts{facts}).empty());
    }

    void textComesOutPrintable_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("got");
        QTest::newRow("plain") << QByteArray("a clip") << QByteArray("a clip");
        QTest::newRow("utf-8") << QByteArray("4 \xC3\x97 4 \xF0\x9F\x8E\xAC")
                               << QByteArray("4 \xC3\x97 4 \xF0\x9F\x8E\xAC");
        QTest::newRow("terminal escape") << QByteArray("\x1B[2J") << QByteArray("?[2J");
        QTest::newRow("newline") << QByteArray("a\nb") << QByteArray("a?b");
        QTest::newRow("c1 control") << QByteArray("\xC2\x9B") << QByteArray("??");
        QTest::newRow("cut off") << QByteArray("\xE2\x82") << QByteArray("??");
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("???");
        QTest::newRow("too long") << QByteArray("\xC0\x80") << QByteArray("??");
    }
    void textComesOutPrintable()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, got);
        QCOMPARE(carried(Error(Code::Corrupt, sent.toStdString())).text, got.toStdString());
    }

    void whatIsTooLongIsCutOffBySender()
    {
        ClipDone done;
        done.faults.assign(1000, std::string(5000, 'x'));
        const auto got = carried(done);
        QCOMPARE(got.faults.size(), kMostFaults);
        QVERIFY(got.faults.front().size() < 5000);
    }

    void everyCutIsRefused()
    {
        const auto whole = toBytes(FromDecoder(Facts{someClip()}));
        QVERIFY(answerFromBytes(whole).has_value());
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY2(!answerFromBytes(std::span(whole).first(size)),
                     QByteArray::number(qulonglong(size)).constData());
    }

    void whatFollowsIsRefused()
    {
        auto bytes = toBytes(FromDecoder(ClipProgress{}));
        bytes.push_back(std::byte(0));
        QVERIFY(answerFromBytes(bytes).error().text.find("1 bytes follow") != std::string::npos);
    }

    void aListThatIsOnlyAnnouncedTakesNoMemory()
    {
        // A ClipDone that announces four thousand million faults.
        auto bytes = toBytes(FromDecoder(ClipDone{}));
        for (auto at = bytes.size() - 4; at < bytes.size(); ++at)
            bytes[at] = std::byte(0xFF);
        QVERIFY(answerFromBytes(bytes).error().text.find("the list of faults")
                != std::string::npos);
    }
};

std::unique_ptr<QObject> makeMessagesTest()
{
    return test::make<MessagesTest>();
}

#include "tst_messages.moc"
