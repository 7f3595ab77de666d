#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

using tf::test::see;
using tf::vision::Picture;
using tf::vision::Size;

namespace {

/// A picture whose pixel (x, y) is the one of `from` that `where` names.
template <class Where>
Picture rearranged(const Picture& from, Size size, const Where& where)
{
    Picture made{size, {}};
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const auto [fromX, fromY] = where(x, y);
            const auto* pixel = from.view().row(fromY) + fromX * 3;
            made.rgb.insert(made.rgb.end(), pixel, pixel + 3);
        }
    }
    return made;
}

} // namespace

class ShapesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// make_clips turns counter-clockwise, as the tag of FFmpeg 5 says it.
    void aTurnedClipIsUpright()
    {
        const auto flat = MUST(see("h264.mp4"));
        const auto& from = flat.frames.front().picture;
        const auto check = [&](const char* file, int degrees, const Picture& wanted) {
            const auto turned = MUST(see(file));
            QCOMPARE(turned.facts.rotation, degrees);
            QCOMPARE(turned.facts.size, wanted.size);
            QCOMPARE(turned.frames.front().picture.rgb, wanted.rgb);
        };
        check("turned-90.mp4", 270,
              rearranged(from, {180, 320}, [](int x, int y) { return std::pair(319 - y, x); }));
        check("turned-180.mp4", 180, rearranged(from, {320, 180}, [](int x, int y) {
                  return std::pair(319 - x, 179 - y);
              }));
        check("turned-270.mp4", 90,
              rearranged(from, {180, 320}, [](int x, int y) { return std::pair(y, 179 - x); }));
    }

    void aMirroredClipIsMirroredBack()
    {
        const auto flat = MUST(see("h264.mp4"));
        const auto mirrored = MUST(see("mirrored.mkv"));
        const auto wanted = rearranged(flat.frames.front().picture, {320, 180},
                                       [](int x, int y) { return std::pair(319 - x, y); });
        QCOMPARE(mirrored.frames.front().picture.rgb, wanted.rgb);
    }

    void widePixelsMakeAWidePicture()
    {
        const auto clip = MUST(see("wide-pixels.mp4"));
        QCOMPARE(clip.facts.size, (Size{427, 180}));
        const auto square = MUST(see("h264.mp4"));
        const auto narrowed = rearranged(clip.frames.front().picture, {320, 180}, [](int x, int y) {
            return std::pair((2 * x + 1) * 427 / 640, y);
        });
        QVERIFY(tf::test::distance(narrowed, square.frames.front().picture) < 6);
    }

    void framesOfAnotherSizeComeInTheSizeOfTheFacts()
    {
        const auto clip = MUST(see("sizes.mkv"));
        QCOMPARE(clip.facts.size, (Size{320, 180}));
        QCOMPARE(clip.frames.size(), std::size_t(24));
        const auto square = MUST(see("h264.mp4"));
        QVERIFY(tf::test::distance(clip.frames[3].picture, square.frames[3].picture) < 4);
        QVERIFY(tf::test::distance(clip.frames[20].picture, square.frames[3].picture) > 10);
    }
};

std::unique_ptr<QObject> makeShapesTest()
{
    return std::make_unique<ShapesTest>();
}

#include "tst_shapes.moc"
