#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/vision/picture/formula.h"
#include "tests/vision/picture/tests.h"
#include "tests/vision/vectors/vector_file.h"
#include "vision/picture/patches.h"
#include "vision/picture/resampler.h"

using namespace tf;
using namespace tf::vision;

/// patches.jsonl: grids, rows as bytes and as floats.
class PatchVectorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (test::vectorFolder().empty())
            QSKIP("SKIPPED ENTIRELY: TRIFOLD_VECTORS names no folder");
    }

    void allRowsAreTheReferences()
    {
        int numGrids = 0;
        for (const json::Value& one : test::readVectors("patches.jsonl")) {
            const std::string name = test::textOf(one, "name") + ": ";
            const PatchGrid grid = gridOf(one);
            QCOMPARE(name + words("[", grid.frames, ", ", grid.rows, ", ", grid.columns, "]"),
                     name + spelled(*one.find("grid")));
            QCOMPARE(grid.count(), test::integerOf(one, "rows"));
            QCOMPARE(name + test::fingerprint(std::as_bytes(std::span(grid.bytes))),
                     name + test::textOf(one, "fnv1a64_u8"));
            const auto floats = scaledRows(grid, clipScale());
            for (const json::Value& sample : one.find("samples")->items)
                compareSample(sample, floats);
            QCOMPARE(name + test::fingerprint(std::as_bytes(std::span(floats))),
                     name + test::textOf(one, "fnv1a64_f32"));
            ++numGrids;
        }
        qInfo("%d grids equal", numGrids);
    }

private:
    static PatchGrid gridOf(const json::Value& one)
    {
        const Size to{std::int32_t(test::integerOf(one, "to_w")),
                      std::int32_t(test::integerOf(one, "to_h"))};
        std::vector<Picture> pictures;
        for (const json::Value& frame : one.find("frames")->items) {
            const Size from{std::int32_t(test::integerOf(frame, "w")),
                            std::int32_t(test::integerOf(frame, "h"))};
            const Picture source = test::pictureOf(from, test::formulaOf(frame));
            pictures.push_back(MUST(resampled(source.view(), to)));
        }
        std::vector<PictureView> views;
        for (const Picture& picture : pictures)
            views.push_back(picture.view());
        return MUST(patchesOf(views));
    }

    static std::string spelled(const json::Value& list)
    {
        std::string text = "[";
        for (const json::Value& item : list.items)
            text += words(text.size() > 1 ? ", " : "", item.text);
        return text + "]";
    }

    static void compareSample(const json::Value& sample, const std::vector<float>& floats)
    {
        const auto row = std::size_t(test::integerOf(sample, "row")) * kPatchRow;
        compareFloats(*sample.find("first8"), std::span(floats).subspan(row, 8));
        compareFloats(*sample.find("last8"), std::span(floats).subspan(row + kPatchRow - 8, 8));
    }

    static void compareFloats(const json::Value& want, std::span<const float> got)
    {
        QCOMPARE(want.items.size(), got.size());
        for (std::size_t idx = 0; idx < got.size(); ++idx)
            QVERIFY(float(test::realOf(want.items[idx])) == got[idx]);
    }
};

std::unique_ptr<QObject> makePatchVectorsTest()
{
    return std::make_unique<PatchVectorsTest>();
}

#include "tst_patch_vectors.moc"
