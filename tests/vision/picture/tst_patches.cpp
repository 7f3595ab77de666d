#include "tests/support/test_table.h"
#include "tests/vision/picture/formula.h"
#include "tests/vision/picture/tests.h"
#include "vision/picture/patches.h"

#include <cmath>

using namespace tf;
using namespace tf::vision;

class PatchesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyByteIsWhereTheTowerLooks_data()
    {
        QTest::addColumn<int>("numFrames");
        QTest::newRow("a picture") << 1;
        QTest::newRow("a pair") << 2;
        QTest::newRow("an odd clip") << 3;
        QTest::newRow("two pairs") << 4;
    }
    void everyByteIsWhereTheTowerLooks()
    {
        QFETCH(int, numFrames);
        const auto pictures = frames(numFrames, {84, 56});
        const PatchGrid grid = MUST(patchesOf(viewsOf(pictures)));
        QCOMPARE(grid.frames, (numFrames + 1) / 2);
        QCOMPARE(grid.rows, 4);
        QCOMPARE(grid.columns, 6);
        QCOMPARE(grid.bytes.size(), std::size_t(grid.count()) * kPatchRow);
        for (std::int32_t frame = 0; frame < 2 * grid.frames; ++frame) {
            const Picture& picture = pictures[std::size_t(std::min(frame, numFrames - 1))];
            for (std::int32_t y = 0; y < 56; ++y) {
                for (std::int32_t x = 0; x < 84; ++x) {
                    for (std::int32_t channel = 0; channel < 3; ++channel)
                        QCOMPARE(grid.bytes[placeOf(grid, frame, x, y, channel)],
                                 picture.view().row(y)[3 * x + channel]);
                }
            }
        }
    }

    void rowsMayHaveGaps()
    {
        const auto pictures = frames(1, {112, 56});
        const PictureView left{{56, 56}, pictures[0].view().stride, pictures[0].rgb.data()};
        const PatchGrid whole = MUST(patchesOf(viewsOf(pictures)));
        const PatchGrid half = MUST(patchesOf(std::span(&left, 1)));
        QCOMPARE(half.columns, 4);
        QVERIFY(std::equal(half.bytes.begin(), half.bytes.begin() + 8 * kPatchRow,
                           whole.bytes.begin())); // the first two blocks
    }

    void bytesBecomeFloatsRoundedOnce()
    {
        const double mean[] = {0.48145466, 0.4578275, 0.40821073};
        const double deviation[] = {0.26862954, 0.26130258, 0.27577711};
        for (std::size_t channel = 0; channel < 3; ++channel) {
            for (int value = 0; value < 256; ++value)
                QVERIFY(clipScale()[channel][std::size_t(value)]
                        == float((value / 255.0 - mean[channel]) / deviation[channel]));
        }
        QVERIFY(clipScale()[0][0] == -1.7922626F); // of the reference
    }

    void scaledRowsTakeEachChannelsScale()
    {
        const PatchGrid grid = MUST(patchesOf(viewsOf(frames(1, {28, 28}))));
        const auto floats = scaledRows(grid, clipScale());
        QCOMPARE(floats.size(), grid.bytes.size());
        for (std::size_t idx = 0; idx < floats.size(); ++idx)
            QVERIFY(floats[idx] == clipScale()[idx % kPatchRow / 392][grid.bytes[idx]]);
    }

    void refusesWhatCannotBeCut()
    {
        QVERIFY(patchesOf({}).error().code == Code::BadInput);
        for (const Size size : {Size{14, 28}, Size{28, 42}, Size{0, 28}, Size{28, 0}}) {
            const Picture picture{size, std::vector<std::uint8_t>(28 * 42 * 3)};
            const auto view = picture.view();
            QVERIFY(patchesOf(std::span(&view, 1)).error().code == Code::BadInput);
        }
    }

    void refusesFramesOfTwoSizes()
    {
        auto pictures = frames(2, {28, 28});
        pictures.push_back(frames(1, {56, 28})[0]);
        const auto error = patchesOf(viewsOf(pictures)).error();
        QVERIFY(error.code == Code::BadInput);
        QVERIFY(error.text.find("56 x 28") != std::string::npos);
    }

private:
    static std::vector<Picture> frames(int count, Size size)
    {
        std::vector<Picture> pictures;
        for (int idx = 0; idx < count; ++idx) {
            const std::string seed = std::to_string(37 * idx + 1);
            pictures.push_back(
                test::pictureOf(size, {"x*7+y*31+" + seed, "x*" + seed + "+y*5", "(x^y)*" + seed}));
        }
        return pictures;
    }

    static std::vector<PictureView> viewsOf(const std::vector<Picture>& pictures)
    {
        std::vector<PictureView> views;
        for (const Picture& picture : pictures)
            views.push_back(picture.view());
        return views;
    }

    /// Frame pairs, then blocks of 2 x 2 patches; inside a row channel, frame, y, x.
    static std::size_t placeOf(const PatchGrid& grid, int frame, int x, int y, int channel)
    {
        const int patchX = x / 14;
        const int patchY = y / 14;
        const int block = (patchY / 2) * (grid.columns / 2) + patchX / 2;
        const int row =
            (frame / 2) * grid.rows * grid.columns + 4 * block + 2 * (patchY % 2) + patchX % 2;
        return std::size_t(row) * 1176
            + std::size_t(((channel * 2 + frame % 2) * 14 + y % 14) * 14 + x % 14);
    }
};

std::unique_ptr<QObject> makePatchesTest()
{
    return std::make_unique<PatchesTest>();
}

#include "tst_patches.moc"
