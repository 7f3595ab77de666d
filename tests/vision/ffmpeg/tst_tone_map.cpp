#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"
#include "vision/ffmpeg/paint/tone_map.h"

#include <algorithm>
#include <array>
#include <cmath>

using tf::test::see;
using tf::test::Shade;
using tf::vision::Gamut;
using tf::vision::Light;
using tf::vision::ToneMap;

namespace {

double nitsOfPq(double code)
{
    const double root = std::pow(code, 1 / 78.84375);
    return 10000
        * std::pow(std::max(root - 0.8359375, 0.0) / (18.8515625 - 18.6875 * root),
                   1 / 0.1593017578125);
}

/// Of a grey: BT.2100 with a peak of 1,000 cd/m².
double nitsOfHlg(double code)
{
    const double scene = code <= 0.5
        ? code * code / 3
        : (std::exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    return 1000 * std::pow(scene, 1.2);
}

int codeOfNits(double nits)
{
    const double x = nits / 203;
    const double bent = x <= 0.8 ? x : 0.8 + 0.2 * (x - 0.8) / (x - 0.6);
    const double code = bent <= 0.0031308 ? 12.92 * bent : 1.055 * std::pow(bent, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(255 * code));
}

Shade mapped(const ToneMap& map, double r, double g, double b)
{
    const auto code = [](double value) {
        return static_cast<std::uint16_t>(std::lround(value * 65535));
    };
    const std::array<std::uint16_t, 3> rgb{code(r), code(g), code(b)};
    std::array<std::uint8_t, 3> to{};
    map.apply(rgb, to);
    return {to[0], to[1], to[2]};
}

} // namespace

class ToneMapTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// Sixteen steps of grey, Y from 64 by 46 in 10 bits.
    void greysOfAClipFollowTheCurve_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("isPq");
        QTest::newRow("PQ") << QByteArray("pq.mp4") << true;
        QTest::newRow("HLG") << QByteArray("hlg.mp4") << false;
    }
    void greysOfAClipFollowTheCurve()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, isPq);
        const auto clip = MUST(see(file.constData()));
        QVERIFY(clip.facts.isHdr);
        int last = -1;
        for (int step = 0; step < 16; ++step) {
            const double code = step * 46 / 876.0;
            const int wanted = codeOfNits(isPq ? nitsOfPq(code) : nitsOfHlg(code));
            const Shade seen =
                tf::test::shadeAt(clip.frames.front().picture, (2 * step + 1) * 10, 90);
            QVERIFY2(tf::test::apart(seen, {wanted, wanted, wanted}) <= 2,
                     qPrintable(
                         QStringLiteral("step %1: %2, not %3").arg(step).arg(seen.g).arg(wanted)));
            QVERIFY(seen.g >= last);
            last = seen.g;
        }
        QVERIFY(last > 240);
    }

    void whatIsWithinBt709ComesBackAsItWas()
    {
        // Orange of 100 cd/m² at full red, taken to BT.2020 by the inverse of BT.2087's matrix.
        const std::array<double, 3> orange{0.45, 0.15, 0.05};
        const std::array<double, 9> toBt2020{0.627404, 0.329283, 0.043313, 0.069097, 0.919541,
                                             0.011362, 0.016391, 0.088013, 0.895595};
        std::array<double, 3> code{};
        for (std::size_t row = 0; row < 3; ++row) {
            double light = 0;
            for (std::size_t column = 0; column < 3; ++column)
                light += toBt2020[row * 3 + column] * orange[column];
            const double power = std::pow(light * 203 / 10000, 0.1593017578125);
            code[row] =
                std::pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
        }
        const ToneMap map(Light::Pq, Gamut::Bt2020);
        const Shade seen = mapped(map, code[0], code[1], code[2]);
        const Shade wanted{codeOfNits(0.45 * 203), codeOfNits(0.15 * 203), codeOfNits(0.05 * 203)};
        QVERIFY(tf::test::apart(seen, wanted) <= 2);
    }

    void brighterIsNeverDarkerAndNeverBeyondWhite()
    {
        for (const Light light : {Light::Pq, Light::Hlg}) {
            const ToneMap map(light, Gamut::Bt2020);
            int last = 0;
            for (int step = 0; step <= 1000; ++step) {
                const Shade grey = mapped(map, step / 1000.0, step / 1000.0, step / 1000.0);
                QVERIFY(grey.g >= last);
                QVERIFY(std::abs(grey.r - grey.g) <= 1 && std::abs(grey.b - grey.g) <= 1);
                last = grey.g;
            }
        }
    }

    void anOrdinaryWhiteInWideColoursStaysWhite()
    {
        for (const Gamut gamut : {Gamut::Bt2020, Gamut::DisplayP3}) {
            const ToneMap map(Light::Sdr, gamut);
            QVERIFY(tf::test::apart(mapped(map, 1, 1, 1), {255, 255, 255}) <= 1);
            QVERIFY(tf::test::apart(mapped(map, 0.5, 0.5, 0.5), {128, 128, 128}) <= 1);
            // A red beyond the screen's is its own full red.
            QCOMPARE(mapped(map, 1, 0, 0).r, 255);
            QCOMPARE(mapped(map, 1, 0, 0).g, 0);
        }
    }
};

std::unique_ptr<QObject> makeToneMapTest()
{
    return std::make_unique<ToneMapTest>();
}

#include "tst_tone_map.moc"
