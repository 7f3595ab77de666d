#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

#include <QElapsedTimer>

#include <algorithm>

using tf::Code;
using tf::test::bytesOf;
using tf::test::clipOf;
using tf::test::see;
using tf::vision::ClipReader;
using tf::vision::MediaLimits;

namespace {

std::string bigEndian(std::uint32_t number)
{
    return {static_cast<char>(number >> 24), static_cast<char>(number >> 16),
            static_cast<char>(number >> 8), static_cast<char>(number)};
}

std::uint32_t bigEndianAt(const std::string& bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t byte = 0; byte < 4; ++byte)
        number = number << 8 | static_cast<std::uint8_t>(bytes[at + byte]);
    return number;
}

/// Where an MP4 box begins: its size, then its name.
std::size_t boxAt(const std::string& bytes, const char* name)
{
    return bytes.find(name) - 4;
}

/// An MP4 whose header, at its end, has as many tracks as asked for.
std::string withTracks(std::string bytes, int numTracks)
{
    const std::size_t moov = boxAt(bytes, "moov");
    const std::size_t trak = boxAt(bytes, "trak");
    const std::string track = bytes.substr(trak, bigEndianAt(bytes, trak));
    std::string more;
    for (int count = 1; count < numTracks; ++count)
        more += track;
    const auto moovBytes = bigEndianAt(bytes, moov) + static_cast<std::uint32_t>(more.size());
    bytes.insert(trak, more);
    return bytes.replace(moov, 4, bigEndian(moovBytes));
}

/// Boxes in boxes, as deep as asked for.
std::string nested(int depth)
{
    std::string inner;
    std::string bytes = bigEndian(16) + "ftypisom" + bigEndian(0);
    for (int level = depth; level > 0; --level)
        bytes += bigEndian(static_cast<std::uint32_t>(level * 8)) + "moov";
    return bytes;
}

/// Matroska elements in elements whose size is not known.
std::string endless(int depth)
{
    std::string bytes("\x1A\x45\xDF\xA3\x8B\x42\x82\x88matroska", 16);
    for (int level = 0; level < depth; ++level)
        bytes += "\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
    return bytes;
}

std::string withFirstDelta(std::string bytes, std::uint32_t delta)
{
    return bytes.replace(boxAt(bytes, "stts") + 20, 4, bigEndian(delta));
}

std::string withStatedSize(std::string bytes, const char* size)
{
    return bytes.replace(bytes.find("avc1", boxAt(bytes, "stsd")) + 28, 4, size, 4);
}

struct Ending {
    std::string error; ///< empty: it could be read
    Code code = Code::Internal;
    tf::test::SeenClip clip;
    qint64 milliseconds = 0;
};

Ending readAll(const std::string& bytes, const MediaLimits& limits = {})
{
    QElapsedTimer clock;
    clock.start();
    const auto source = MUST(clipOf(bytes));
    auto seen = see(source, limits);
    Ending ending;
    ending.milliseconds = clock.elapsed();
    if (seen) {
        ending.clip = std::move(*seen);
    } else {
        ending.error = seen.error().text;
        ending.code = seen.error().code;
    }
    return ending;
}

bool says(const std::vector<std::string>& faults, const char* words)
{
    return std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
        return fault.find(words) != std::string::npos;
    });
}

} // namespace

class BadClipsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoClipIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const std::string& bytes, const char* words) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(words);
        };
        row("empty", "", "empty");
        row("text", "hello, this is no clip at all", "not a clip of a kind");
        row("playlist", "#EXTM3U\n#EXT-X-TARGETDURATION:3\nfile:///etc/passwd\n", "not opened");
        row("concat", "ffconcat version 1.0\nfile /etc/passwd\n", "not opened");
        row("subtitles", "1\n00:00:00,000 --> 00:00:01,000\nhi\n", "not a clip of a kind");
        row("sound alone", bytesOf("sound-alone.mp4"), "only sound");
        row("moov missing", bytesOf("cut-before-moov.mp4"), "moov atom not found");
        row("no key frame", bytesOf("no-key.mkv"), "no frame of the clip can be decoded");
        row("80 streams", bytesOf("streams.mp4"), "80 streams; the limit is 64");
        row("1,100 streams", withTracks(bytesOf("h264.mov"), 1100), "number of streams");
        row("boxes in boxes", nested(100'000), "cannot open");
        row("sizes never told", endless(100'000), "cannot open");
        row("18 minutes", bytesOf("long.mp4"), "1100 s long; the limit is 600 s");
        row("a frame lasts for ever", withFirstDelta(bytesOf("unedited.mp4"), 0x0070'0000),
            "the limit is 600 s");
        row("65,535 x 65,535", bytesOf("gif.gif").replace(6, 4, "\xFF\xFF\xFF\xFF"),
            "65535 x 65535 pixels; the limit is");
        row("60,000 x 60,000", withStatedSize(bytesOf("h264.mp4"), "\xEA\x60\xEA\x60"),
            "60000 x 60000 pixels; the limit is");
        row("header alone", bytesOf("h264.mp4").substr(0, 32), "cannot open");
    }
    void whatIsNoClipIsRefusedInWords()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, words);
        const Ending ending = readAll(bytes.toStdString());
        QVERIFY2(QString::fromStdString(ending.error)
                     .contains(QString::fromUtf8(words), Qt::CaseInsensitive),
                 ending.error.c_str());
        QVERIFY(ending.code == Code::BadInput || ending.code == Code::Corrupt
                || ending.code == Code::OutOfMemory);
        QVERIFY(ending.milliseconds < 2000);
    }

    void everyLimitIsNamed()
    {
        const std::string bytes = bytesOf("h264.mp4");
        const auto errorWith = [&](const MediaLimits& limits) {
            const Ending ending = readAll(bytes, limits);
            return ending.code == Code::BadInput ? ending.error : "no error: " + ending.error;
        };
        QCOMPARE(errorWith({.sourceBytes = 1000}),
                 "the clip has " + std::to_string(bytes.size()) + " bytes; the limit is 1000");
        QCOMPARE(errorWith({.clipSeconds = 0.5}),
                 std::string("the clip is 1 s long; the limit is 0.5 s"));
        QCOMPARE(errorWith({.clipFrames = 10}),
                 std::string("the clip has more than 10 frames, which is the limit"));
        QCOMPARE(errorWith({.framePixels = 50'000}),
                 std::string("the clip's frames are 320 x 180 pixels; the limit is 50000 in all"));
    }

    void statedSizesThatTheFramesBelieHaveNoSay()
    {
        const std::string size("\x05\x00\x02\xD0", 4); // 1280 x 720
        const Ending ending = readAll(withStatedSize(bytesOf("h264.mp4"), size.data()));
        QCOMPARE(ending.error, std::string());
        QCOMPARE(ending.clip.facts.size, (tf::vision::Size{320, 180}));
        QCOMPARE(ending.clip.frames.size(), std::size_t(24));
    }

    void aClipThatEndsEarlySaysHowFarItGoes_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* file, const char* words) {
            QTest::newRow(file) << QByteArray(file) << QByteArray(words);
        };
        row("cut.mp4", "ends early: 0.5 of 1 s can be read");
        row("cut.mkv", "ends early: 0.5 of 1 s can be read");
        row("cut.avi", "breaks off after 0.5 s");
        row("cut-fragments.mp4", "ends early: 0.5 of 1 s can be read");
    }
    void aClipThatEndsEarlySaysHowFarItGoes()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, words);
        const auto clip = MUST(see(file.constData()));
        QVERIFY(clip.frames.size() == 12 || clip.frames.size() == 13);
        QVERIFY2(says(clip.facts.faults, words.constData()),
                 clip.facts.faults.empty() ? "none" : clip.facts.faults[0].c_str());
        QVERIFY(says(clip.faults, words.constData()));
        QCOMPARE(says(clip.faults, "1 frame is missing"),
                 clip.frames.size() < clip.facts.times.size());
    }

    void wholeClipsAreNotSaidToEndEarly_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file : {"still.mp4", "sound.mp4", "vfr.mp4", "vfr.mkv", "edited.mp4",
                                 "turned-90.mp4", "woven.mp4", "glass.gif"})
            QTest::newRow(file) << QByteArray(file);
    }
    void wholeClipsAreNotSaidToEndEarly()
    {
        QFETCH(QByteArray, file);
        const auto clip = MUST(see(file.constData()));
        QVERIFY2(clip.faults.empty(), clip.faults.empty() ? "" : clip.faults[0].c_str());
    }

    void flippedBitsEndQuicklyAndNeverCrash_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file :
             {"h264.mp4", "h264.mkv", "h264.avi", "hevc.mp4", "vp8.webm", "vp9.webm", "av1.mp4",
              "gif.gif", "prores.mov", "mpeg4.avi", "mjpeg.avi", "woven.mp4"})
            QTest::newRow(file) << QByteArray(file);
    }
    void flippedBitsEndQuicklyAndNeverCrash()
    {
        QFETCH(QByteArray, file);
        const std::string whole = bytesOf(file.constData());
        tf::test::Gen gen(20261121, 64);
        for (int round = 0; round < 8; ++round) {
            std::string bytes = whole;
            const std::size_t reach = round % 2 == 0 ? bytes.size() : 2000;
            for (int flip = 0; flip < 1 << (round / 2); ++flip)
                bytes[gen.below(std::min(reach, bytes.size()))] ^=
                    static_cast<char>(1 << gen.below(8));
            const Ending ending = readAll(bytes, {.clipFrames = 100, .framePixels = 1'000'000});
            QVERIFY2(ending.milliseconds < 2000, qPrintable(QString::number(round)));
            QCOMPARE(says(ending.clip.faults, "missing"),
                     ending.clip.frames.size() < ending.clip.facts.times.size());
            for (const auto& frame : ending.clip.frames) {
                QVERIFY(frame.index >= 0);
                QCOMPARE(frame.time,
                         ending.clip.facts.times[static_cast<std::size_t>(frame.index)]);
            }
        }
    }

    void damageIsCounted()
    {
        std::string bytes = bytesOf("h264.mp4");
        for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 3000; at += 7)
            bytes[at] ^= 0x55;
        const Ending ending = readAll(bytes);
        QCOMPARE(ending.error, std::string());
        QVERIFY(says(ending.clip.faults, "damaged") || says(ending.clip.faults, "could not be"));
    }

    void aClipCutAnywhereEndsInWordsOrFrames()
    {
        const std::string whole = bytesOf("h264.mkv");
        for (std::size_t part = 0; part < 40; ++part) {
            const Ending ending = readAll(whole.substr(0, whole.size() * part / 40));
            QVERIFY(!ending.error.empty() || !ending.clip.frames.empty());
            QVERIFY(!ending.error.empty() || !ending.clip.faults.empty());
        }
    }
};

std::unique_ptr<QObject> makeBadClipsTest()
{
    return std::make_unique<BadClipsTest>();
}

#include "tst_bad_clips.moc"
