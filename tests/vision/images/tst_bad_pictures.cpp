#include "tests/support/test_table.h"
#include "tests/vision/images/tests.h"
#include "vision/images/decode_picture.h"

#include <QElapsedTimer>
#include <QFile>

#include <bit>
#include <cstring>

using namespace tf;
using namespace tf::vision;

namespace {

QByteArray pictureBytes(const char* name)
{
    QFile file(QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/vision/images/pictures/")
               + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<DecodedPicture> decoded(const QByteArray& bytes, const MediaLimits& limits = {})
{
    const std::span all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return decodePicture(MUST(Source::fromBytes(std::as_bytes(all))), limits);
}

QString faultOf(const QByteArray& bytes, const MediaLimits& limits = {})
{
    const auto result = decoded(bytes, limits);
    return result ? QStringLiteral("decoded") : QString::fromStdString(result.error().text);
}

/// A number written over the bytes of a copy.
QByteArray patched(QByteArray bytes, qsizetype place, const QByteArray& with)
{
    return bytes.replace(place, with.size(), with);
}

} // namespace

/// What is cut off, flipped, too large or no picture at all.
class BadPicturesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void namesTheFault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("want");
        const auto row = [](const char* name, const QByteArray& bytes, const char* want) {
            QTest::newRow(name) << bytes << QString::fromLatin1(want);
        };
        const auto png = pictureBytes("rgb8.png");
        const auto huge = QByteArray::fromHex("000186a0000186a0"); // 100,000 twice, big end first
        const auto hugeLittle = QByteArray::fromHex("a0860100a0860100");
        row("empty", {}, "the picture file is empty: it has 0 bytes");
        row("text", "hello", "this is no picture that can be read: PNG, JPEG, WebP, BMP, GIF,");
        row("a page with a drawing", "<html><svg width='9' height='9'/></html>", "no picture");
        row("png of 100,000", patched(png, 16, huge),
            "PNG of 100000 x 100000 = 10000000000 pixels is beyond the limit of 64000000 pixels");
        row("png of nothing", patched(png, 16, QByteArray(4, 0)), "PNG of 0 x 29 pixels");
        row("png cut in its header", png.left(20), "PNG ends before its header does");
        row("png cut", png.left(png.size() / 2), "PNG is damaged: it ends early; ");
        row("png flipped", patched(png, 300, "xxxx"), "PNG is damaged: ");
        row("png flipped at its end", patched(png, png.size() - 18, "x"), "PNG is damaged: ");
        const auto jpeg = pictureBytes("rgb420.jpg");
        row("jpeg cut", jpeg.left(jpeg.size() - 60), "JPEG is damaged: it ends early; 14 of 29");
        row("jpeg cut in its header", jpeg.left(100), "JPEG without a size");
        row("progressive jpeg cut", pictureBytes("progressive420.jpg").chopped(200),
            "JPEG is damaged: it ends early; 0 of 29 rows could be read");
        const auto gif = pictureBytes("plain.gif");
        row("gif cut", gif.chopped(100), "GIF is damaged: it ends early or makes no sense; ");
        row("gif without frames", gif.left(13 + 192) + ";",
            "GIF is damaged: it ends before its first");
        row("gif of 65,535", patched(gif, 6, "\xFF\xFF\xFF\xFF"), "4294836225 pixels is beyond");
        const auto webp = pictureBytes("lossless.webp");
        row("webp cut", webp.chopped(100), "WebP is damaged: it ends early; ");
        row("webp cut in its header", webp.left(18), "WebP ends before its header does");
        const auto bmp = pictureBytes("rgb24.bmp");
        row("bmp cut", bmp.chopped(112 * 9), "BMP is damaged: it ends early; 20 of 29 rows");
        row("bmp of 100,000", patched(bmp, 18, hugeLittle), "BMP of 100000 x 100000 = ");
        row("bmp of 7 bits", patched(bmp, 28, "\7"), "BMP with 7 bits a pixel, packed in way 0");
        const auto tiff = pictureBytes("rgb-lzw.tif");
        row("tiff cut", tiff.left(4), "TIFF whose header cannot be read: ");
        row("tiff flipped", patched(tiff, 200, QByteArray(500, 'x')), "TIFF is damaged: ");
        row("svg cut", "<svg xmlns='http://www.w3.org/2000/svg' width='9'", "SVG is damaged: ");
    }
    void namesTheFault()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, want);
        const auto fault = faultOf(bytes);
        QVERIFY2(fault.contains(want), qPrintable(fault));
    }

    /// A file that stops at any byte is an error, or whole because only its end was missing.
    void cutAnywhereItIsAnErrorOrWhole_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"rgba8.png", "rgb16-interlaced.png", "rgb420.jpg", "progressive444.jpg", "plain.gif",
              "lossy-alpha.webp", "animated.webp", "runs8.bmp", "rgb24.bmp", "rgb-lzw.tif",
              "tiles.tif"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void cutAnywhereItIsAnErrorOrWhole()
    {
        QFETCH(QString, name);
        const auto bytes = pictureBytes(qPrintable(name));
        const auto whole = decoded(bytes);
        QVERIFY(whole.has_value());
        for (qsizetype size = 0; size < bytes.size(); size += 1 + size / 97) {
            const auto part = decoded(bytes.left(size));
            if (part)
                QVERIFY2(part->picture.rgb == whole->picture.rgb, qPrintable(name));
        }
    }

    void honoursSmallerLimits()
    {
        MediaLimits limits;
        limits.picturePixels = 37 * 29;
        QCOMPARE(faultOf(pictureBytes("rgb8.png"), limits), QStringLiteral("decoded"));
        limits.picturePixels = 37 * 29 - 1;
        QCOMPARE(faultOf(pictureBytes("rgb8.png"), limits),
                 QStringLiteral("PNG of 37 x 29 = 1073 pixels is beyond the limit of 1072 pixels"));
        limits.sourceBytes = 100;
        QVERIFY(faultOf(pictureBytes("rgb8.png"), limits)
                    .contains(QStringLiteral("limit of 100 bytes")));
    }

    void bytesDecideNotNames()
    {
        const auto source = MUST(Source::fromBytes(std::as_bytes(std::span("II*, said the poet"))));
        QVERIFY(MUST(formatOf(source)).empty());
        QVERIFY(decoded(pictureBytes("rgb420.jpg") + "<svg>GIF89a").has_value());
    }

    void countsTheFramesOfALongGif()
    {
        QByteArray gif = pictureBytes("offset.gif"); // one frame behind 13 + 192 bytes
        const auto frame = gif.mid(205).chopped(1);
        gif.chop(1);
        for (int idx = 1; idx < 8000; ++idx)
            gif += frame;
        QElapsedTimer timer;
        timer.start();
        const auto picture = decoded(gif + ';');
        QVERIFY(picture.has_value());
        QCOMPARE(picture->facts.frames, 8000);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    /// Each scan costs a pass over the picture, and takes but a few bytes to write.
    void refusesAJpegOfEndlessScans()
    {
        auto jpeg = pictureBytes("progressive444.jpg");
        const auto begin = jpeg.indexOf("\xFF\xDA");
        const auto scan = jpeg.mid(begin, jpeg.indexOf("\xFF\xC4", begin) - begin);
        jpeg.insert(begin, scan.repeated(200));
        const auto fault = faultOf(jpeg);
        QVERIFY2(fault.contains(QStringLiteral("more scans than any picture")), qPrintable(fault));
    }

    /// Text and profiles that unpack to gigabytes are not unpacked.
    void ignoresPackedExtrasOfAPng()
    {
        const auto zeros = qCompress(QByteArray(64 << 20, 0), 9).mid(4);
        auto png = pictureBytes("rgb8.png");
        const auto body = QByteArray("iCCPx\0\0", 7) + zeros;
        png.insert(33,
                   big(body.size() - 4) + body + big(0)); // its checksum is not looked at either
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(faultOf(png), QStringLiteral("decoded"));
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    }

private:
    static QByteArray big(qsizetype number)
    {
        QByteArray bytes(4, 0);
        for (int idx = 0; idx < 4; ++idx)
            bytes[idx] = static_cast<char>(number >> (24 - idx * 8));
        return bytes;
    }
};

std::unique_ptr<QObject> makeBadPicturesTest()
{
    return std::make_unique<BadPicturesTest>();
}

#include "tst_bad_pictures.moc"
