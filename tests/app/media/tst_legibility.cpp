#include "app/media/ink.h"
#include "app/media/legibility.h"
#include "kernels/base/words.h"
#include "tests/app/media/tests.h"
#include "tests/support/test_table.h"
#include "vision/picture/resampler.h"

using namespace tf;
using namespace tf::app;
using vision::Picture;
using vision::Size;

namespace {

/// Lines of upright strokes, as words are made of: so thick, so far apart, on white.
Picture page(Size size, double thickness, double apart)
{
    Picture paper{size, std::vector<std::uint8_t>(static_cast<std::size_t>(size.area() * 3), 255)};
    std::vector<Line> strokes;
    for (double y = 20; y + 4 * apart < size.height; y += 7 * apart) {
        for (double x = 20; x < size.width - 20; x += apart)
            strokes.push_back({{x, y}, {x, y + 3 * apart}});
    }
    paintLines(paper, strokes, thickness, {0, 0, 0});
    return paper;
}

double legibleAt(const Picture& picture, double by)
{
    const Size size{static_cast<std::int32_t>(picture.size.width * by),
                    static_cast<std::int32_t>(picture.size.height * by)};
    const Picture seen = MUST(vision::resampled(picture.view(), size));
    return legibleShare(strokesOf(picture.view(), 1), strokesOf(seen.view(), by));
}

} // namespace

class LegibilityTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotScaledIsAllThere() { QCOMPARE(legibleAt(page({800, 400}, 1.2, 4), 1), 1.0); }

    /// A screen of 1080p in the smallest area: its print is lost, that of headings is not.
    void smallPrintIsLostWhereItRunsTogether()
    {
        QVERIFY(legibleAt(page({1920, 1080}, 1.2, 3), 0.35) < kLeastLegible);
        QVERIFY(legibleAt(page({1920, 1080}, 4, 12), 0.47) > kLeastLegible);
    }

    void lessIsLegibleTheSmallerItIs()
    {
        const Picture small = page({1200, 600}, 1.4, 5);
        const double half = legibleAt(small, 0.5);
        const double third = legibleAt(small, 0.33);
        const double fifth = legibleAt(small, 0.2);
        QVERIFY2(half >= third && third >= fifth && half > fifth,
                 tf::words(half, " ", third, " ", fifth).c_str());
    }

    void whereNothingIsWrittenNothingIsLost()
    {
        Picture plain{{600, 400}, std::vector<std::uint8_t>(600 * 400 * 3, 90)};
        QCOMPARE(legibleAt(plain, 0.2), 1.0);
        const Line frame{{20, 20}, {500, 300}};
        paintLines(plain, std::span(&frame, 1), 2, {255, 255, 255});
        QCOMPARE(legibleAt(plain, 0.2), 1.0);
    }
};

std::unique_ptr<QObject> makeLegibilityTest()
{
    return std::make_unique<LegibilityTest>();
}

#include "tst_legibility.moc"
