#include "tests/support/test_table.h"
#include "tests/vision/helper/tests.h"
#include "vision/client/clip_watch.h"
#include "vision/client/decoding_process.h"
#include "vision/media/messages.h"

#include <QFile>
#include <QProcess>

#include <sys/wait.h>

using namespace tf;
using namespace tf::vision;

namespace {

/// Three frames of 2 x 1: black and white, white and black, both white. A tenth of a second each.
QByteArray smallGif()
{
    QByteArray gif("GIF89a\x02\x00\x01\x00\x80\x00\x00\x00\x00\x00\xFF\xFF\xFF", 19);
    for (const char* codes : {"\x02\x02\x44\x0A", "\x02\x02\x0C\x0A", "\x02\x02\x4C\x0A"}) {
        gif += QByteArray("\x21\xF9\x04\x00\x0A\x00\x00\x00", 8);
        gif += QByteArray("\x2C\x00\x00\x00\x00\x02\x00\x01\x00\x00", 10);
        gif += QByteArray(codes, 4) + QByteArray("\x00", 1);
    }
    return gif + ';';
}

Source sourceOf(const QByteArray& bytes)
{
    return MUST(
        Source::fromBytes(std::as_bytes(std::span(bytes.constData(), size_t(bytes.size())))));
}

QByteArray bytesOf(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// Gone, or waiting to be reaped by whoever takes orphans.
bool isEnded(pid_t id)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(id));
    return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
}

constexpr SizeWish kNative{SizeRule::Native, 0};

DecoderOptions real()
{
    DecoderOptions options;
    options.program = TRIFOLD_DECODE;
    options.warm = 1;
    return options;
}

} // namespace

class DecodeTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_decoder.emplace(MUST(Decoder::start(real()))); }
    void cleanupTestCase() { m_decoder.reset(); }

    void helpSaysThatPeopleNeedNotStartIt()
    {
        QProcess process;
        process.start(QStringLiteral(TRIFOLD_DECODE), {QStringLiteral("--help")});
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("you need not"));
        process.start(QStringLiteral(TRIFOLD_DECODE), {QStringLiteral("picture.png")});
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 2);
    }

    void aMovingGifIsAClipUnlessItsPictureIsWanted()
    {
        const auto source = sourceOf(smallGif());
        const auto facts = MUST(m_decoder->probe(source, {}));
        QVERIFY(std::holds_alternative<ClipFacts>(facts));
        QCOMPARE(std::get<ClipFacts>(facts).times.size(), std::size_t(3));
        const auto seen = MUST(m_decoder->picture(source, {kNative}, {}));
        QCOMPARE(seen.facts.format, std::string("GIF"));
        QCOMPARE(seen.facts.frames, std::int64_t(3));
        QVERIFY((seen.picture.rgb == std::vector<std::uint8_t>{0, 0, 0, 255, 255, 255}));
    }

    void aGifBeyondALimitIsAPictureThatSaysWhy()
    {
        DecoderOptions options = real();
        options.limits.clipSeconds = 0.2;
        const auto decoder = MUST(Decoder::start(options));
        const auto facts = std::get<PictureFacts>(MUST(decoder.probe(sourceOf(smallGif()), {})));
        QCOMPARE(facts.frames, std::int64_t(3));
        QVERIFY2(facts.whyNoClip.find("limit is 0.2 s") != std::string::npos,
                 facts.whyNoClip.c_str());
    }

    void framesComeInTheirOrderWithTheirTimes()
    {
        std::vector<std::int64_t> indices;
        std::vector<double> times;
        std::vector<int> firstBytes;
        const auto done =
            MUST(m_decoder->frames(sourceOf(smallGif()), {{0, 1, 2}, kNative},
                                   [&](const FrameSeen& seen, const PictureView& view) {
                                       indices.push_back(seen.index);
                                       times.push_back(seen.time);
                                       firstBytes.push_back(view.rgb[0]);
                                       return true;
                                   },
                                   {}));
        QVERIFY((indices == std::vector<std::int64_t>{0, 1, 2}));
        QVERIFY((times == std::vector<double>{0, 0.1, 0.2}));
        QVERIFY((firstBytes == std::vector<int>{0, 255, 255}));
        QVERIFY(done.faults.empty());
    }

    void framesBeyondTheEndAreToldAsMissing()
    {
        const auto done =
            MUST(m_decoder->frames(sourceOf(smallGif()), {{2, 70}, kNative},
                                   [](const FrameSeen&, const PictureView&) { return true; }, {}));
        QCOMPARE(done.framesDecoded, std::int64_t(3));
        QVERIFY(!done.faults.empty());
        QCOMPARE(done.faults.back(), std::string("1 of 2 frames could not be read"));
    }

    void enoughIsEnough()
    {
        int numSeen = 0;
        const auto done = m_decoder->frames(
            sourceOf(smallGif()), {{0, 1, 2}, kNative},
            [&](const FrameSeen&, const PictureView&) { return ++numSeen < 2; }, {});
        QVERIFY(done.has_value());
        QCOMPARE(numSeen, 2);
    }

    void thumbnailsAndMomentsOfASmallClip()
    {
        int numSeen = 0;
        const auto count = [&](const FrameSeen&, const PictureView& view) {
            numSeen += view.size == Size{2, 1} ? 1 : 0;
            return true;
        };
        QVERIFY(m_decoder->thumbnails(sourceOf(smallGif()), {3, {160, 90}}, count, {}).has_value());
        QVERIFY(numSeen > 0);
        numSeen = 0;
        QVERIFY(m_decoder->moments(sourceOf(smallGif()), {3, kNative}, count, {}).has_value());
        QVERIFY(numSeen > 0);
    }

    void aDrawingHasItsText()
    {
        const auto drawing = QByteArray(
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' "
            "height='20' fill='white'/><text y='16' font-size='16'>MMM</text></svg>");
        const auto seen = MUST(m_decoder->picture(sourceOf(drawing), {kNative}, {}));
        const auto& rgb = seen.picture.rgb;
        QVERIFY2(std::count_if(rgb.begin(), rgb.end(), [](auto v) { return v < 64; }) > 50,
                 "no font was loaded before the box was closed");
    }

    void aDrawingInAScriptWithoutAFontIsDrawnWithoutIt()
    {
        const auto drawing = QStringLiteral(
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><text y='16' "
            "font-family='Nobody' font-weight='900'>\u6f22\u0e01\u05d0</text></svg>");
        QVERIFY(m_decoder->picture(sourceOf(drawing.toUtf8()), {kNative}, {}).has_value());
    }

    void aDrawingThatPaintsForEverIsStoppedWithItsLimitNamed_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("plain") << QByteArray();
        QTest::newRow("behind a long comment")
            << QByteArray("<!--" + QByteArray(70'000, ' ') + "-->");
    }
    void aDrawingThatPaintsForEverIsStoppedWithItsLimitNamed()
    {
        QFETCH(QByteArray, before);
        const QByteArray drawing(
            "<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='1000'><filter id='f'>"
            "<feTurbulence baseFrequency='0.1' numOctaves='1000000'/></filter>"
            "<rect width='1000' height='1000' filter='url(#f)'/></svg>");
        const auto seen = m_decoder->picture(sourceOf(before + drawing), {kNative}, {});
        QVERIFY(!seen);
        QVERIFY2(seen.error().text.find("beyond the limit of 1.5 s") != std::string::npos,
                 seen.error().text.c_str());
        QVERIFY(m_decoder->probe(sourceOf(smallGif()), {}).has_value());
    }

    void whatCannotBeReadIsAnErrorAndTheNextAskWorks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("this is no picture at all, only words");
        QTest::newRow("cut off") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QTest::newRow("zeros") << QByteArray(100000, '\0');
    }
    void whatCannotBeReadIsAnErrorAndTheNextAskWorks()
    {
        QFETCH(QByteArray, bytes);
        const auto source = sourceOf(bytes);
        QVERIFY(!m_decoder->probe(source, {}));
        QVERIFY(!m_decoder->picture(source, {kNative}, {}));
        QVERIFY(m_decoder->probe(sourceOf(smallGif()), {}).has_value());
    }

    void anAskThatMakesNoSenseIsAnsweredWithAnError_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("noise") << QByteArray(64, '\x55');
        QTest::newRow("an answer") << bytesOf(toBytes(FromDecoder(ClipDone{})));
        // With one descriptor for the medium, and none for the memory that they announce.
        QTest::newRow("frames without memory")
            << bytesOf(toBytes(ToDecoder(Order{FramesAsk{}, {}, {3, 4096}})));
        QTest::newRow("frames without slots")
            << bytesOf(toBytes(ToDecoder(Order{FramesAsk{}, {}, {}})));
        QTest::newRow("slots for a probe")
            << bytesOf(toBytes(ToDecoder(Order{ProbeAsk{}, {}, {8, kMostSlotBytes}})));
    }
    void anAskThatMakesNoSenseIsAnsweredWithAnError()
    {
        QFETCH(QByteArray, message);
        const Deadline soon{Deadline::Clock::now() + std::chrono::seconds(10), nullptr};
        auto process = MUST(DecodingProcess::spawn(TRIFOLD_DECODE));
        MUST(process.greet(soon));
        const auto source = sourceOf(smallGif());
        const int descriptors[] = {source.descriptor()};
        const auto ask = [&](const QByteArray& bytes) {
            const auto span = std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()));
            MUST(process.channel().send(std::as_bytes(span), descriptors, soon));
            return MUST(answerFromBytes(MUST(process.channel().receive(soon)).bytes));
        };
        QVERIFY(std::holds_alternative<Error>(ask(message)));
        QVERIFY(std::holds_alternative<Facts>(
            ask(bytesOf(toBytes(ToDecoder(Order{ProbeAsk{}, {}, {}}))))));
    }

    void itEndsWithWhoeverStartedIt()
    {
        int ends[2] = {-1, -1};
        QCOMPARE(pipe(ends), 0);
        const pid_t asker = fork();
        if (asker == 0) {
            // Ends without a word, as a program that is killed.
            auto process = MUST(DecodingProcess::spawn(TRIFOLD_DECODE));
            const pid_t id = process.id();
            const bool isGreeted = process.greet({}).has_value();
            _exit(isGreeted && write(ends[1], &id, sizeof id) == sizeof id ? 0 : 1);
        }
        pid_t orphan = 0;
        QCOMPARE(read(ends[0], &orphan, sizeof orphan), ssize_t(sizeof orphan));
        close(ends[0]);
        close(ends[1]);
        QCOMPARE(waitpid(asker, nullptr, 0), asker);
        QTRY_VERIFY_WITH_TIMEOUT(isEnded(orphan), 5000);
    }

    void aClipThatStaysOpenShowsFramesInAnyOrder()
    {
        const auto source = sourceOf(smallGif());
        const CancelToken cancel;
        const auto watch = MUST(m_decoder->watch(source, {2, 1}, cancel));
        QCOMPARE(watch->facts().times.size(), std::size_t(3));
        int firstByte = -1;
        const auto sink = [&firstByte](const FrameSeen&, const PictureView& view) {
            firstByte = view.rgb[0];
            return true;
        };
        const auto nothingElse = [] { return std::optional<ClipWatch::Wish>(); };
        for (const int index : {2, 0, 1, 1, 2, 0}) {
            const auto seen = MUST(watch->show({index, {2, 1}}, nothingElse, sink));
            QCOMPARE(seen.index, std::int64_t(index));
            QCOMPARE(firstByte, index == 0 ? 0 : 255);
        }
        const auto none = watch->show({3, {2, 1}}, nothingElse, sink);
        QVERIFY(!none && none.error().code == Code::NotFound);
        const auto large = watch->show({0, {4000, 4000}}, nothingElse, sink);
        QVERIFY(large.has_value()); // never larger than it is
        QVERIFY(m_decoder->probe(source, {}).has_value()); // beside it
    }

    void theLatestWishCounts()
    {
        const auto source = sourceOf(smallGif());
        const CancelToken cancel;
        const auto watch = MUST(m_decoder->watch(source, {2, 1}, cancel));
        std::vector<std::int64_t> shown;
        const auto sink = [&shown](const FrameSeen& seen, const PictureView&) {
            shown.push_back(seen.index);
            return true;
        };
        int numAsked = 0;
        const auto newer = [&numAsked]() -> std::optional<ClipWatch::Wish> {
            if (++numAsked > 20)
                return {};
            return ClipWatch::Wish{numAsked % 3, {2, 1}};
        };
        MUST(watch->show({2, {2, 1}}, newer, sink));
        QVERIFY(!shown.empty());
        const auto still = MUST(watch->show(
            {1, {2, 1}}, [] { return std::optional<ClipWatch::Wish>(); }, sink));
        QCOMPARE(still.index, std::int64_t(1));
    }

    void changesAreToldWithoutPixels()
    {
        std::vector<ScreenChange> changes;
        std::vector<MomentSeen> moments;
        const auto done = MUST(m_decoder->changes(
            sourceOf(smallGif()), {},
            [&](const ChangesSeen& seen) {
                changes.insert(changes.end(), seen.changes.begin(), seen.changes.end());
                moments.insert(moments.end(), seen.moments.begin(), seen.moments.end());
            },
            {}));
        QCOMPARE(done.framesDecoded, std::int64_t(3));
        QVERIFY(!moments.empty());
        QCOMPARE(moments.front().index, std::int64_t(0));
        QVERIFY(moments.front().reason == FrameReason::First);
    }

    void aKernelWithoutTheFilterDecodesNothing()
    {
        DecoderOptions options = real();
        options.program = TRIFOLD_DECODE_WITHOUT_FILTER;
        const auto decoder = MUST(Decoder::start(options));
        const auto facts = decoder.probe(sourceOf(smallGif()), {});
        QVERIFY(!facts);
        QCOMPARE(name(facts.error().code), name(Code::Unsupported));
        QVERIFY2(facts.error().text.find("cannot shut itself in") != std::string::npos,
                 facts.error().text.c_str());
    }

private:
    std::optional<Decoder> m_decoder;
};

std::unique_ptr<QObject> makeDecodeTest()
{
    return test::make<DecodeTest>();
}

#include "tst_decode.moc"
