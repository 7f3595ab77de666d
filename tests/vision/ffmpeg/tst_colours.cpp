#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

#include <algorithm>
#include <cmath>

using tf::test::see;
using tf::test::Shade;

namespace {

/// A matrix by its two numbers, from which the rest follows.
struct Luma {
    double kr;
    double kb;
};
constexpr Luma kBt601{0.299, 0.114};
constexpr Luma kBt709{0.2126, 0.0722};
constexpr Luma kBt2020{0.2627, 0.0593};

enum class Span { Limited, Full };

/// The formula of the standards, in double.
Shade formula(double y, double cb, double cr, int bits, const Luma& luma, Span span)
{
    const double unit = std::pow(2.0, bits - 8);
    const double largest = std::pow(2.0, bits) - 1;
    const double half = std::pow(2.0, bits - 1);
    const bool isFull = span == Span::Full;
    const double light = isFull ? y / largest : (y - 16 * unit) / (219 * unit);
    const double blue = (cb - half) / (isFull ? largest : 224 * unit);
    const double red = (cr - half) / (isFull ? largest : 224 * unit);
    const double kg = 1 - luma.kr - luma.kb;
    const double r = light + 2 * (1 - luma.kr) * red;
    const double b = light + 2 * (1 - luma.kb) * blue;
    const double g =
        light - 2 * luma.kb * (1 - luma.kb) / kg * blue - 2 * luma.kr * (1 - luma.kr) / kg * red;
    const auto code = [](double value) {
        return static_cast<int>(std::lround(255 * std::clamp(value, 0.0, 1.0)));
    };
    return {code(r), code(g), code(b)};
}

/// How make_clips lays its flat fields: first value and step of Y, and of Cb and Cr.
struct Fields {
    int y, yStep, chroma, chromaStep;
};
constexpr Fields kLimited8{16, 14, 60, 60};
constexpr Fields kFull8{0, 17, 40, 80};
constexpr Fields kLimited10{65, 55, 250, 233};

} // namespace

class ColoursTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyShadeIsAsTheStandardSays_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("matrix");
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<int>("bits");
        const auto row = [](const char* file, int matrix, bool isFull, int bits) {
            QTest::newRow(file) << QByteArray(file) << matrix << isFull << bits;
        };
        row("bt601.mp4", 601, false, 8);
        row("bt601-full.mp4", 601, true, 8);
        row("bt709.mp4", 709, false, 8);
        row("bt709-full.mp4", 709, true, 8);
        row("bt2020.mp4", 2020, false, 8);
        row("untold-small.mp4", 601, false, 8);
        row("untold-hd.mp4", 709, false, 8);
        row("deep.mp4", 709, false, 10);
        row("deep-422.mp4", 709, false, 10);
    }
    void everyShadeIsAsTheStandardSays()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, matrix);
        QFETCH(bool, isFull);
        QFETCH(int, bits);
        const auto clip = MUST(see(file.constData()));
        const Luma luma = matrix == 601 ? kBt601 : matrix == 709 ? kBt709 : kBt2020;
        const Fields fields = bits == 10 ? kLimited10 : isFull ? kFull8 : kLimited8;
        const auto& picture = clip.frames.front().picture;
        for (int step = 0; step < 16; ++step) {
            for (int field = 0; field < 9; ++field) {
                const int x = (2 * step + 1) * picture.size.width / 32;
                const int y = (2 * field + 1) * picture.size.height / 18;
                const Shade wanted = formula(fields.y + step * fields.yStep,
                                             fields.chroma + field % 3 * fields.chromaStep,
                                             fields.chroma + field / 3 * fields.chromaStep, bits,
                                             luma, isFull ? Span::Full : Span::Limited);
                const Shade seen = tf::test::shadeAt(picture, x, y);
                QVERIFY2(tf::test::apart(seen, wanted) <= 1,
                         qPrintable(QStringLiteral("step %1 field %2: %3 %4 %5, not %6 %7 %8")
                                        .arg(step)
                                        .arg(field)
                                        .arg(seen.r)
                                        .arg(seen.g)
                                        .arg(seen.b)
                                        .arg(wanted.r)
                                        .arg(wanted.g)
                                        .arg(wanted.b)));
            }
        }
    }

    /// Chroma changes at column 160, from Cb 90 to 170; samples lie on even columns, or between.
    void chromaLiesWhereTheClipSays()
    {
        const auto blueAt = [](const char* file, int x) {
            return tf::test::shadeAt(MUST(see(file)).frames.front().picture, x, 90).b;
        };
        const int low = blueAt("edges-left.mp4", 100);
        const int high = blueAt("edges-left.mp4", 220);
        QVERIFY(high - low > 100);
        // Beside the left one: column 159 is the middle between two samples.
        QVERIFY(std::abs(blueAt("edges-left.mp4", 159) - (low + high) / 2) <= 3);
        // Between two: columns 159 and 160 are a quarter before and behind the middle.
        const int before = blueAt("edges-centre.mp4", 159);
        const int behind = blueAt("edges-centre.mp4", 160);
        QVERIFY(std::abs(before + behind - (low + high)) <= 4);
        QVERIFY(before < low + (high - low) * 2 / 5);
    }

    void alphaIsLaidOnWhite_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("GIF") << QByteArray("glass.gif");
        QTest::newRow("ProRes 4444") << QByteArray("glass.mov");
    }
    void alphaIsLaidOnWhite()
    {
        QFETCH(QByteArray, file);
        const auto clip = MUST(see(file.constData()));
        const auto& picture = clip.frames.front().picture;
        QVERIFY(tf::test::apart(tf::test::shadeAt(picture, 8, 24), {255, 255, 255}) <= 1);
        QVERIFY(tf::test::apart(tf::test::shadeAt(picture, 56, 24), {255, 255, 255}) > 100);
    }

    void rgbStaysAsItIs()
    {
        const auto rgb = MUST(see("truth.mp4"));
        QCOMPARE(rgb.facts.pixelFormat, std::string("gbrp"));
        const auto source = MUST(tf::test::madeClip("truth.mp4"));
        auto reader = MUST(tf::vision::ClipReader::open(source, {}));
        const auto frame = MUST(reader.next());
        const auto luma = MUST(frame->screen()).luma;
        QCOMPARE(luma.size, rgb.facts.size);
        // Brightness of RGB is made from it: more of it where there is more light.
        const auto& picture = rgb.frames.front().picture;
        for (int x = 4; x < 320; x += 8) {
            const Shade shade = tf::test::shadeAt(picture, x, 60);
            const double wanted =
                16 + (0.2126 * shade.r + 0.7152 * shade.g + 0.0722 * shade.b) * 219 / 255;
            const double seen = luma.samples[60 * luma.stride + x];
            QVERIFY2(std::abs(seen - wanted) < 50, qPrintable(QString::number(x)));
        }
    }

    void lumaOfDeepFormatsHasEightBits()
    {
        const auto source = MUST(tf::test::madeClip("deep.mp4"));
        auto reader = MUST(tf::vision::ClipReader::open(source, {}));
        const auto frame = MUST(reader.next());
        const auto luma = MUST(frame->screen()).luma;
        for (int step = 0; step < 16; ++step) {
            const int wanted = (65 + step * 55 + 2) / 4;
            QCOMPARE(int(luma.samples[90 * luma.stride + (2 * step + 1) * 10]), wanted);
        }
    }
};

std::unique_ptr<QObject> makeColoursTest()
{
    return std::make_unique<ColoursTest>();
}

#include "tst_colours.moc"
