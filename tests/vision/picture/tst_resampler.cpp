#include "tests/support/test_table.h"
#include "tests/vision/picture/formula.h"
#include "tests/vision/picture/tests.h"
#include "vision/picture/resampler.h"

#include <algorithm>

using namespace tf;
using namespace tf::vision;

class ResamplerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// Published fingerprints of Pillow's results, and two found with a second program.
    void isPillowToTheBit_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("toWidth");
        QTest::addColumn<int>("toHeight");
        QTest::addColumn<QByteArray>("want");
        const auto row = [](Size from, Size to, const char* want) {
            QTest::addRow("%d x %d to %d x %d", from.width, from.height, to.width, to.height)
                << from.width << from.height << to.width << to.height << QByteArray(want);
        };
        row({800, 600}, {200, 150}, "ac15afa8701536c4");
        row({640, 480}, {336, 336}, "9b76033374b3e1a2");
        row({1280, 960}, {512, 384}, "f21c4a6ac5c20c83");
        row({259, 194}, {280, 196}, "b170a19da1087feb");
        row({200, 200}, {700, 700}, "f09a480918a7e2ad");
        row({1920, 1080}, {896, 504}, "1be60b83c6065a58");
        row({1366, 768}, {896, 476}, "5ba8f3fcffefe918");
    }
    void isPillowToTheBit()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, toWidth);
        QFETCH(int, toHeight);
        QFETCH(QByteArray, want);
        const Picture source = test::pictureOf({width, height}, {"7*x+3*y", "5*x+11*y", "x+2*y"});
        for (const Level level : {Level::Plain, machineLevel()}) {
            const auto resampler = MUST(Resampler::make(source.size, {toWidth, toHeight}, level));
            std::vector<std::uint8_t> got(std::size_t(toWidth) * std::size_t(toHeight) * 3);
            resampler.run(source.view(), got.data());
            QCOMPARE(test::fingerprint(std::as_bytes(std::span(got))), want.toStdString());
        }
    }

    void oneSizeIsACopy()
    {
        const Picture source = test::pictureOf({101, 37}, {"x*y", "x^y", "255*(x&1)"});
        QVERIFY(MUST(resampled(source.view(), source.size)).rgb == source.rgb);
    }

    void gapsBetweenRowsAreNotSeen()
    {
        const Picture wide = test::pictureOf({150, 40}, {"x*y", "x^y", "255*(y&1)"});
        const PictureView left{{90, 40}, wide.view().stride, wide.rgb.data()};
        Picture narrow;
        narrow.size = left.size;
        for (std::int32_t y = 0; y < left.size.height; ++y)
            narrow.rgb.insert(narrow.rgb.end(), left.row(y), left.row(y) + 90 * 3);
        for (const Size to : {Size{56, 28}, Size{196, 84}, left.size})
            QVERIFY(MUST(resampled(left, to)).rgb == MUST(resampled(narrow.view(), to)).rgb);
    }

    void aRowMayGoUpwards()
    {
        const Picture source = test::pictureOf({64, 48}, {"x+y", "y", "x*3"});
        Picture flipped = source;
        for (std::int32_t y = 0; y < 48; ++y)
            std::copy_n(source.view().row(47 - y), 64 * 3, flipped.rgb.begin() + y * 64 * 3);
        const PictureView upwards{source.size, -source.view().stride, source.view().row(47)};
        QVERIFY(MUST(resampled(upwards, {84, 56})).rgb
                == MUST(resampled(flipped.view(), {84, 56})).rgb);
    }

    void flatColoursStayFlat()
    {
        const Picture source = test::pictureOf({333, 77}, {"255", "0", "77"});
        for (const Size to : {Size{28, 28}, Size{336, 84}, Size{1000, 20}}) {
            const Picture got = MUST(resampled(source.view(), to));
            for (std::size_t idx = 0; idx < got.rgb.size(); idx += 3) {
                QCOMPARE(int(got.rgb[idx]), 255);
                QCOMPARE(int(got.rgb[idx + 1]), 0);
                QCOMPARE(int(got.rgb[idx + 2]), 77);
            }
        }
    }

    void refusesWhatIsNoSize_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("toWidth");
        QTest::addColumn<int>("toHeight");
        QTest::newRow("from no width") << 0 << 5 << 28 << 28;
        QTest::newRow("from no height") << 5 << 0 << 28 << 28;
        QTest::newRow("to no width") << 5 << 5 << 0 << 28;
        QTest::newRow("to less than no height") << 5 << 5 << 28 << -28;
        QTest::newRow("too many weights") << 2'000'000'000 << 1 << 28 << 28;
        QTest::newRow("too much between") << 28 << 60'000 << 28'000 << 28;
        QTest::newRow("too large a result") << 1 << 1 << 60'000 << 60'000;
    }
    void refusesWhatIsNoSize()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, toWidth);
        QFETCH(int, toHeight);
        const auto resampler = Resampler::make({width, height}, {toWidth, toHeight});
        QVERIFY(!resampler.has_value());
        QVERIFY(resampler.error().code == Code::BadInput);
    }

    void servesManyFramesAndMovesOn()
    {
        const Picture first = test::pictureOf({70, 50}, {"x", "y", "x+y"});
        const Picture second = test::pictureOf({70, 50}, {"x*y", "3*y", "x^y"});
        auto made = MUST(Resampler::make(first.size, {84, 56}));
        const Resampler resampler = std::move(made);
        for (const Picture* source : {&first, &second, &first}) {
            std::vector<std::uint8_t> got(84 * 56 * 3);
            resampler.run(source->view(), got.data());
            QVERIFY(got == MUST(resampled(source->view(), {84, 56})).rgb);
        }
    }
};

std::unique_ptr<QObject> makeResamplerTest()
{
    return std::make_unique<ResamplerTest>();
}

#include "tst_resampler.moc"
