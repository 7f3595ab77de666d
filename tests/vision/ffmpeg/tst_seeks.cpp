#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

using tf::test::see;
using tf::vision::ClipReader;

namespace {

/// The frame that goTo() leads to.
tf::Result<std::optional<tf::vision::ClipFrame>> frameAt(ClipReader& reader, std::int64_t index)
{
    TRY(reader.goTo(index));
    for (;;) {
        auto frame = TRY(reader.next());
        if (!frame || frame->index() >= index)
            return frame;
    }
}

} // namespace

class SeeksTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyFrameIsTheOneOfReadingThrough_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file :
             {"h264.mp4",      "h264.mkv",     "h264.avi",  "h264.mov", "hevc.mp4",
              "vp8.webm",      "vp9.webm",     "av1.mp4",   "av1.mkv",  "gif.gif",
              "prores.mov",    "mpeg4.avi",    "mjpeg.avi", "vfr.mp4",  "vfr.mkv",
              "fragments.mp4", "unedited.mp4", "still.mp4", "fast.mp4", "turned-90.mp4"})
            QTest::newRow(file) << QByteArray(file);
    }
    void everyFrameIsTheOneOfReadingThrough()
    {
        QFETCH(QByteArray, file);
        const auto whole = MUST(see(file.constData()));
        const auto source = MUST(tf::test::madeClip(file.constData()));
        auto reader = MUST(ClipReader::open(source, {}));
        const auto count = std::ssize(whole.frames);
        tf::test::Gen gen(20261122, 64);
        for (int seek = 0; seek < 24; ++seek) {
            const auto index = seek == 0 ? count - 1 : gen.between(std::int64_t{0}, count - 1);
            const auto frame = MUST(frameAt(reader, index));
            QVERIFY2(frame.has_value(), qPrintable(QString::number(index)));
            QCOMPARE(frame->index(), index);
            const auto& truth = whole.frames[static_cast<std::size_t>(index)];
            QCOMPARE(frame->time(), truth.time);
            QVERIFY2(MUST(tf::test::pictureOf(*frame, whole.facts.size)).rgb == truth.picture.rgb,
                     qPrintable(QString::number(index)));
        }
    }

    void afterItFramesGoOnOneByOne()
    {
        const auto source = MUST(tf::test::madeClip("h264.mp4"));
        auto reader = MUST(ClipReader::open(source, {}));
        QCOMPARE(MUST(frameAt(reader, 15))->index(), std::int64_t(15));
        for (std::int64_t index = 16; index < 24; ++index)
            QCOMPARE(MUST(reader.next())->index(), index);
        QVERIFY(!MUST(reader.next()));
        QCOMPARE(MUST(frameAt(reader, 23))->index(), std::int64_t(23));
    }

    void aSurveySeesTheClipToItsEndAndCallsNothingMissing()
    {
        const auto source = MUST(tf::test::madeClip("h264.mp4"));
        auto reader = MUST(ClipReader::survey(source, {}));
        double last = -1;
        while (const auto frame = MUST(reader.next())) {
            QVERIFY(frame->time() > last);
            last = frame->time();
        }
        QVERIFY(last > 0.8);
        QVERIFY(reader.faults().empty());
    }
};

std::unique_ptr<QObject> makeSeeksTest()
{
    return std::make_unique<SeeksTest>();
}

#include "tst_seeks.moc"
