#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

#include <cmath>

using tf::test::see;
using tf::test::SeenClip;

class CodecsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyFrameComesInItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("container");
        QTest::addColumn<QByteArray>("codec");
        const auto row = [](const char* file, const char* container, const char* codec) {
            QTest::newRow(file) << QByteArray(file) << QByteArray(container) << QByteArray(codec);
        };
        row("h264.mp4", "MP4", "H.264");
        row("h264.mov", "MOV", "H.264");
        row("h264.mkv", "Matroska", "H.264");
        row("h264.avi", "AVI", "H.264");
        row("fragments.mp4", "MP4", "H.264");
        row("hevc.mp4", "MP4", "HEVC");
        row("vp8.webm", "WebM", "VP8");
        row("vp9.webm", "WebM", "VP9");
        row("av1.mp4", "MP4", "AV1");
        row("av1.mkv", "Matroska", "AV1");
        row("gif.gif", "GIF", "GIF");
        row("prores.mov", "MOV", "ProRes");
        row("mpeg4.avi", "AVI", "MPEG-4");
        row("mjpeg.avi", "AVI", "Motion JPEG");
        row("mjpeg.mov", "MOV", "Motion JPEG");
    }
    void everyFrameComesInItsPlace()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, container);
        QFETCH(QByteArray, codec);
        const SeenClip clip = MUST(see(file.constData()));
        QCOMPARE(clip.facts.container, container.toStdString());
        QCOMPARE(clip.facts.codec, codec.toStdString());
        QCOMPARE(clip.facts.size, (tf::vision::Size{320, 180}));
        QCOMPARE(clip.facts.times.size(), std::size_t(24));
        QVERIFY(std::abs(clip.facts.duration - 1) < 0.002);
        QVERIFY(std::abs(clip.facts.frameRate - 24) < 0.1);
        QVERIFY(clip.faults.empty());
        QCOMPARE(clip.frames.size(), std::size_t(24));
        for (std::size_t place = 0; place < 24; ++place) {
            const auto& frame = clip.frames[place];
            QCOMPARE(frame.index, std::int64_t(place));
            QCOMPARE(frame.time, clip.facts.times[place]);
            // Matroska counts in thousandths, GIF in hundredths of a second.
            QVERIFY(std::abs(frame.time - static_cast<double>(place) / 24) < 0.0051);
        }
        QVERIFY2(wrongPlace(clip) < 0, qPrintable(QString::number(wrongPlace(clip))));
    }

    void soundIsNoticed()
    {
        QVERIFY(MUST(see("sound.mp4")).facts.hasAudio);
        QVERIFY(!m_truth.facts.hasAudio);
    }

private:
    /// The first frame that looks more like a neighbour of its place in the lossless clip; or -1.
    int wrongPlace(const SeenClip& clip) const
    {
        for (int place = 0; place < 24; ++place) {
            const auto& picture = clip.frames[static_cast<std::size_t>(place)].picture;
            const double own = far(picture, place);
            const bool nearer = (place > 0 && far(picture, place - 1) < own)
                || (place < 23 && far(picture, place + 1) < own);
            if (nearer || own > 10)
                return place;
        }
        return -1;
    }
    double far(const tf::vision::Picture& picture, int place) const
    {
        return tf::test::distance(picture, m_truth.frames[static_cast<std::size_t>(place)].picture);
    }

    const SeenClip m_truth = MUST(see("truth.mp4"));
};

std::unique_ptr<QObject> makeCodecsTest()
{
    return std::make_unique<CodecsTest>();
}

#include "tst_codecs.moc"
