#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

#include <cmath>

using tf::test::see;
using tf::test::SeenClip;
using tf::vision::ClipReader;

namespace {

/// Empty, or the first frame that is not where facts.times has it.
QString strayFrame(const SeenClip& clip)
{
    for (std::size_t place = 0; place < clip.frames.size(); ++place) {
        const auto& frame = clip.frames[place];
        if (frame.index != std::int64_t(place) || frame.time != clip.facts.times[place])
            return QStringLiteral("frame %1 says %2 at %3")
                .arg(place)
                .arg(frame.index)
                .arg(frame.time);
    }
    if (clip.frames.size() != clip.facts.times.size())
        return QStringLiteral("%1 frames, %2 times")
            .arg(clip.frames.size())
            .arg(clip.facts.times.size());
    return {};
}

} // namespace

class ClipTimesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void timesAreTheFilesOwnNotCounted_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("MP4") << QByteArray("vfr.mp4");
        QTest::newRow("Matroska") << QByteArray("vfr.mkv");
    }
    void timesAreTheFilesOwnNotCounted()
    {
        QFETCH(QByteArray, file);
        const SeenClip clip = MUST(see(file.constData()));
        const std::vector<double> wanted{0, 2, 2.217, 7.917};
        QCOMPARE(clip.facts.times.size(), wanted.size());
        for (std::size_t place = 0; place < wanted.size(); ++place)
            QVERIFY(std::abs(clip.facts.times[place] - wanted[place]) < 1e-9);
        QVERIFY(clip.facts.duration > 7.917);
        QCOMPARE(strayFrame(clip), QString());
    }

    void whatAnEditListCutsAwayIsNotThere()
    {
        const SeenClip whole = MUST(see("h264.mp4"));
        const SeenClip edited = MUST(see("edited.mp4"));
        QCOMPARE(edited.facts.times.size(), std::size_t(16));
        QCOMPARE(strayFrame(edited), QString());
        QVERIFY(edited.faults.empty());
        for (std::size_t place = 0; place < 16; ++place)
            QCOMPARE(edited.frames[place].picture.rgb, whole.frames[place + 8].picture.rgb);
    }

    void aClipThatStartsLateStartsAtZero()
    {
        const SeenClip clip = MUST(see("late.mkv"));
        QCOMPARE(clip.facts.times.front(), 0.0);
        QVERIFY(std::abs(clip.facts.duration - 1) < 0.002);
        QVERIFY(clip.faults.empty());
        QCOMPARE(strayFrame(clip), QString());
    }

    void tenThousandFramesASecond_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("exact clock") << QByteArray("fast.mp4");
        QTest::newRow("many frames in one tick") << QByteArray("fast.mkv");
    }
    void tenThousandFramesASecond()
    {
        QFETCH(QByteArray, file);
        const SeenClip clip = MUST(see(file.constData()));
        QCOMPARE(clip.frames.size(), std::size_t(30));
        QCOMPARE(strayFrame(clip), QString());
    }

    void aGlanceHasTheSamePicturesWithoutPlaces()
    {
        const auto source = MUST(tf::test::madeClip("h264.mp4"));
        auto reader = MUST(ClipReader::glance(source, {}));
        QVERIFY(reader.facts().times.empty());
        QVERIFY(std::abs(reader.facts().duration - 1) < 0.002);
        const SeenClip whole = MUST(see("h264.mp4"));
        for (const auto& wanted : whole.frames) {
            const auto frame = MUST(reader.next());
            QVERIFY(frame.has_value());
            QCOMPARE(frame->index(), std::int64_t(-1));
            QVERIFY(std::abs(frame->time() - wanted.time) < 1e-9);
            QCOMPARE(MUST(tf::test::pictureOf(*frame, whole.facts.size)).rgb, wanted.picture.rgb);
        }
        QVERIFY(!MUST(reader.next()).has_value());
        QVERIFY(!MUST(reader.next()).has_value());
    }

    void aFrameOutlivesItsReader()
    {
        const auto source = MUST(tf::test::madeClip("h264.mp4"));
        std::optional<tf::vision::ClipFrame> kept;
        {
            auto reader = MUST(ClipReader::open(source, {}));
            const auto first = MUST(reader.next());
            kept = first->share();
        }
        const SeenClip whole = MUST(see("h264.mp4"));
        QCOMPARE(MUST(tf::test::pictureOf(*kept, whole.facts.size)).rgb,
                 whole.frames[0].picture.rgb);
    }
};

std::unique_ptr<QObject> makeClipTimesTest()
{
    return std::make_unique<ClipTimesTest>();
}

#include "tst_clip_times.moc"
