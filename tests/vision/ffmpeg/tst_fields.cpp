#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/seen_clip.h"
#include "tests/vision/ffmpeg/tests.h"

#include <cmath>

using tf::test::see;

namespace {

constexpr int kGrid = 16;

/// Rows of the moving box that are no lines of the still grid, nor beside one.
bool isPlainRow(int y)
{
    const int within = y % kGrid;
    return within > 2 && within < kGrid - 2;
}

bool isTooth(int here, int above, int below)
{
    return (here > above + 40 && here > below + 40) || (here < above - 40 && here < below - 40);
}

} // namespace

class FieldsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatMovesHasNoTeeth()
    {
        const auto clip = MUST(see("woven.mp4"));
        QVERIFY(clip.facts.isInterlaced);
        QVERIFY(teethOfTheFile() > 200);
        int numTeeth = 0;
        for (std::size_t place = 2; place < clip.frames.size(); ++place) {
            const auto& picture = clip.frames[place].picture;
            for (int y = 45; y < 135; ++y) {
                for (int x = 30; x < 290; ++x)
                    numTeeth += isPlainRow(y)
                            && isTooth(tf::test::shadeAt(picture, x, y).g,
                                       tf::test::shadeAt(picture, x, y - 1).g,
                                       tf::test::shadeAt(picture, x, y + 1).g)
                        ? 1
                        : 0;
            }
        }
        QVERIFY2(numTeeth == 0, qPrintable(QString::number(numTeeth)));
    }

    void whatIsStillKeepsEveryLine()
    {
        const auto clip = MUST(see("woven.mp4"));
        for (std::size_t place = 2; place < clip.frames.size(); ++place) {
            const auto& picture = clip.frames[place].picture;
            for (int y = kGrid; y < 180; y += kGrid) {
                const int line = tf::test::shadeAt(picture, 280, y).g;
                QVERIFY2(
                    line > 200,
                    qPrintable(QStringLiteral("frame %1 row %2: %3").arg(place).arg(y).arg(line)));
                QVERIFY(tf::test::shadeAt(picture, 280, y + 1).g < 140);
            }
        }
    }

private:
    /// In the luma as it was decoded, of one frame.
    static int teethOfTheFile()
    {
        const auto source = MUST(tf::test::madeClip("woven.mp4"));
        auto reader = MUST(tf::vision::ClipReader::open(source, {}));
        for (int frame = 0; frame < 8; ++frame)
            MUST(reader.next());
        const auto frame = MUST(reader.next());
        const auto luma = MUST(frame->screen()).luma;
        const auto at = [&](int x, int y) { return int(luma.samples[y * luma.stride + x]); };
        int numTeeth = 0;
        for (int y = 45; y < 135; ++y) {
            for (int x = 30; x < 290; ++x) {
                const int tooth = std::abs(2 * at(x, y) - at(x, y - 1) - at(x, y + 1));
                numTeeth += isPlainRow(y) && tooth > 20 ? 1 : 0;
            }
        }
        return numTeeth;
    }
};

std::unique_ptr<QObject> makeFieldsTest()
{
    return std::make_unique<FieldsTest>();
}

#include "tst_fields.moc"
