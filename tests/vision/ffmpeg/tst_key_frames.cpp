#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

#include <cmath>

using tf::test::see;
using tf::vision::ClipReader;

class KeyFramesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// A key frame every 12 frames of 24 a second.
    void theKeyFrameAtOrBeforeATime_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file : {"h264.mp4", "h264.mkv", "h264.avi", "h264.mov", "fragments.mp4"})
            QTest::newRow(file) << QByteArray(file);
    }
    void theKeyFrameAtOrBeforeATime()
    {
        QFETCH(QByteArray, file);
        const auto whole = MUST(see(file.constData()));
        const auto source = MUST(tf::test::madeClip(file.constData()));
        auto reader = MUST(ClipReader::open(source, {}));
        for (const auto& [time, index] :
             {std::pair{0.7, 12}, {0.0, 0}, {0.45, 0}, {0.52, 12}, {99.0, 12}, {-5.0, 0}}) {
            const auto frame = MUST(reader.keyFrameAt(time));
            QVERIFY(frame.has_value());
            QCOMPARE(frame->index(), std::int64_t(index));
            QCOMPARE(frame->time(), whole.facts.times[static_cast<std::size_t>(index)]);
        }
    }

    void decodingGoesOnFromThere_data() { theKeyFrameAtOrBeforeATime_data(); }
    void decodingGoesOnFromThere()
    {
        QFETCH(QByteArray, file);
        const auto whole = MUST(see(file.constData()));
        const auto source = MUST(tf::test::madeClip(file.constData()));
        auto reader = MUST(ClipReader::open(source, {}));
        for (const std::int64_t key : {12, 0}) {
            const auto frame =
                MUST(reader.keyFrameAt(whole.facts.times[static_cast<std::size_t>(key)] + 0.01));
            QCOMPARE(frame->index(), key);
            for (std::int64_t index = key + 1; index < 24; ++index) {
                const auto after = MUST(reader.next());
                QVERIFY(after.has_value());
                QCOMPARE(after->index(), index);
                QCOMPARE(MUST(tf::test::pictureOf(*after, whole.facts.size)).rgb,
                         whole.frames[static_cast<std::size_t>(index)].picture.rgb);
            }
            QVERIFY(!MUST(reader.next()).has_value());
        }
        QVERIFY(reader.faults().empty());
    }

    void severalAtOnceAreTheSame()
    {
        for (const char* file : {"h264.mp4", "hevc.mp4", "vp9.webm", "gif.gif", "mjpeg.avi"}) {
            const auto source = MUST(tf::test::madeClip(file));
            auto reader = MUST(ClipReader::open(source, {}));
            const double times[] = {0, 0.2, 0.6, 0.9};
            const auto frames = MUST(reader.keyFramesAt(times));
            QVERIFY(!frames.empty());
            double last = -1;
            for (const auto& frame : frames) {
                QVERIFY(frame.time() > last);
                last = frame.time();
                const auto alone = MUST(reader.keyFrameAt(last + 0.001));
                QCOMPARE(frame.index(), alone->index());
                const auto size = reader.facts().size;
                QCOMPARE(MUST(tf::test::pictureOf(frame, size)).rgb,
                         MUST(tf::test::pictureOf(*alone, size)).rgb);
            }
        }
    }

    void aThumbnailShowsTheFrame()
    {
        const auto source = MUST(tf::test::madeClip("turned-90.mp4"));
        auto reader = MUST(ClipReader::glance(source, {}));
        const auto frame = MUST(reader.keyFrameAt(0.5));
        const auto large = MUST(tf::test::pictureOf(*frame, {180, 320}));
        tf::vision::Picture small{{45, 80}, std::vector<std::uint8_t>(45UL * 80 * 3)};
        MUST(frame->toSmallRgb(small.size, small.rgb.data()));
        const double far = tf::test::distance(small, quarter(large));
        QVERIFY2(far < 9, qPrintable(QString::number(far)));
    }

private:
    static tf::vision::Picture quarter(const tf::vision::Picture& large)
    {
        tf::vision::Picture small{{large.size.width / 4, large.size.height / 4}, {}};
        for (int y = 0; y < small.size.height; ++y) {
            for (int at = 0; at < small.size.width * 3; ++at) {
                int sum = 0;
                for (int inner = 0; inner < 16; ++inner)
                    sum +=
                        large.view().row(y * 4 + inner / 4)[(at / 3 * 4 + inner % 4) * 3 + at % 3];
                small.rgb.push_back(static_cast<std::uint8_t>(sum / 16));
            }
        }
        return small;
    }
};

std::unique_ptr<QObject> makeKeyFramesTest()
{
    return std::make_unique<KeyFramesTest>();
}

#include "tst_key_frames.moc"
