#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/tests.h"
#include "vision/ffmpeg/paint/yuv_rows.h"

#include <algorithm>
#include <cmath>
#include <vector>

using tf::test::Gen;
using tf::vision::Colours;
using tf::vision::Range;
using tf::vision::UniqueAvFrame;

namespace {

UniqueAvFrame noise(AVPixelFormat format, int width, int height, Gen& gen)
{
    UniqueAvFrame frame(av_frame_alloc());
    frame->format = format;
    frame->width = width;
    frame->height = height;
    CHECK(av_frame_get_buffer(frame.get(), 0) >= 0, "there is memory");
    for (int part = 0; part < 3; ++part) {
        const int rows = part > 0 && format == AV_PIX_FMT_YUV420P ? (height + 1) / 2 : height;
        for (int at = 0; at < rows * frame->linesize[part]; ++at)
            frame->data[part][at] = static_cast<std::uint8_t>(gen.bits());
    }
    return frame;
}

/// Chroma at a place between samples: straight lines in both directions, borders repeated.
double chromaAt(const AVFrame& frame, int part, double x, double y, int width, int height)
{
    const auto sample = [&](double column, double row) {
        const int atX = std::clamp(static_cast<int>(column), 0, width - 1);
        const int atY = std::clamp(static_cast<int>(row), 0, height - 1);
        return static_cast<double>(frame.data[part][atY * frame.linesize[part] + atX]);
    };
    const double left = std::floor(x);
    const double top = std::floor(y);
    const auto along = [&](double row) {
        return sample(left, row) * (1 - (x - left)) + sample(left + 1, row) * (x - left);
    };
    return along(top) * (1 - (y - top)) + along(top + 1) * (y - top);
}

int code(double value)
{
    return static_cast<int>(std::lround(std::clamp(value, 0.0, 255.0)));
}

} // namespace

class YuvRowsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// Against BT.709 in double, for odd sizes and every place that chroma may have.
    void everyPixelIsAsInDouble_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("chromaX");
        QTest::addColumn<int>("chromaY");
        QTest::newRow("4:2:0 left") << int(AV_PIX_FMT_YUV420P) << 0 << 128;
        QTest::newRow("4:2:0 centre") << int(AV_PIX_FMT_YUV420P) << 128 << 128;
        QTest::newRow("4:2:0 top left") << int(AV_PIX_FMT_YUV420P) << 0 << 0;
        QTest::newRow("4:2:0 bottom") << int(AV_PIX_FMT_YUV420P) << 128 << 256;
        QTest::newRow("4:2:2 left") << int(AV_PIX_FMT_YUV422P) << 0 << 128;
        QTest::newRow("4:4:4") << int(AV_PIX_FMT_YUV444P) << 0 << 128;
    }
    void everyPixelIsAsInDouble()
    {
        QFETCH(int, format);
        QFETCH(int, chromaX);
        QFETCH(int, chromaY);
        Gen gen(7, 64);
        for (const auto& [width, height] : {std::pair{33, 17}, {64, 8}, {1, 1}, {2, 3}}) {
            const auto frame = noise(static_cast<AVPixelFormat>(format), width, height, gen);
            const int shiftX = format == AV_PIX_FMT_YUV444P ? 1 : 2;
            const int shiftY = format == AV_PIX_FMT_YUV420P ? 2 : 1;
            Colours colours;
            colours.matrix = SWS_CS_ITU709;
            colours.chromaX = chromaX;
            colours.chromaY = chromaY;
            std::vector<std::uint8_t> rgb(static_cast<std::size_t>(width * height * 3));
            paintYuv(*frame, colours, rgb.data());
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x) {
                    const double atX = shiftX == 1 ? x : (x - chromaX / 256.0) / 2;
                    const double atY = shiftY == 1 ? y : (y - chromaY / 256.0) / 2;
                    const int chromaWidth = (width + shiftX - 1) / shiftX;
                    const int chromaHeight = (height + shiftY - 1) / shiftY;
                    const auto chroma = [&](int part) {
                        return chromaAt(*frame, part, atX, atY, chromaWidth, chromaHeight) - 128;
                    };
                    const double light =
                        (frame->data[0][y * frame->linesize[0] + x] - 16) * 1.16438356;
                    const double cb = chroma(1);
                    const double cr = chroma(2);
                    const auto* seen = &rgb[static_cast<std::size_t>(y * width + x) * 3];
                    QVERIFY(std::abs(seen[0] - code(light + 1.79274107 * cr)) <= 1);
                    QVERIFY(std::abs(seen[1] - code(light - 0.21324861 * cb - 0.53290933 * cr))
                            <= 1);
                    QVERIFY(std::abs(seen[2] - code(light + 2.11240179 * cb)) <= 1);
                }
            }
        }
    }

    void whatNeedsMoreThanAMatrixIsNotPlain()
    {
        Gen gen(8, 64);
        const auto frame = noise(AV_PIX_FMT_YUV420P, 4, 4, gen);
        Colours colours;
        QVERIFY(isPlainYuv(*frame, colours));
        colours.light = tf::vision::Light::Pq;
        QVERIFY(!isPlainYuv(*frame, colours));
        frame->format = AV_PIX_FMT_YUV420P10LE;
        QVERIFY(!isPlainYuv(*frame, Colours()));
    }
};

std::unique_ptr<QObject> makeYuvRowsTest()
{
    return std::make_unique<YuvRowsTest>();
}

#include "tst_yuv_rows.moc"
