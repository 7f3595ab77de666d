#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/vision/picture/formula.h"
#include "tests/vision/picture/tests.h"
#include "tests/vision/vectors/vector_file.h"
#include "vision/picture/resampler.h"

using namespace tf;
using namespace tf::vision;

/// resize.jsonl: sources by formula, results by fingerprint.
class ResizeVectorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (test::vectorFolder().empty())
            QSKIP("SKIPPED ENTIRELY: TRIFOLD_VECTORS names no folder");
    }

    void allPicturesAreTheReferences()
    {
        int numPictures = 0;
        for (const json::Value& one : test::readVectors("resize.jsonl")) {
            const Size from = sizeOf(one, "w", "h");
            const Size to = sizeOf(one, "to_w", "to_h");
            const std::string name = words(test::textOf(one, "pattern"), " ", from.width, "x",
                                           from.height, " to ", to.width, "x", to.height, ": ");
            const Picture source = test::pictureOf(from, test::formulaOf(one));
            QCOMPARE(name + test::fingerprint(std::as_bytes(std::span(source.rgb))),
                     name + test::textOf(one, "in_fnv1a64"));
            const Picture got = MUST(resampled(source.view(), to));
            QCOMPARE(name + test::fingerprint(std::as_bytes(std::span(got.rgb))),
                     name + test::textOf(one, "fnv1a64"));
            ++numPictures;
        }
        qInfo("%d pictures equal", numPictures);
    }

private:
    static Size sizeOf(const json::Value& one, std::string_view width, std::string_view height)
    {
        return {std::int32_t(test::integerOf(one, width)),
                std::int32_t(test::integerOf(one, height))};
    }
};

std::unique_ptr<QObject> makeResizeVectorsTest()
{
    return std::make_unique<ResizeVectorsTest>();
}

#include "tst_resize_vectors.moc"
