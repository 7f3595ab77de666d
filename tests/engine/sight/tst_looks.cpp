// What the tower sees, stage by stage, and that known mistakes would be noticed.

#include "kernels/base/words.h"
#include "tests/engine/run/trace.h"
#include "tests/engine/sight/seen_model.h"
#include "tests/engine/sight/tests.h"
#include "tests/support/test_table.h"

#include <map>

using namespace tf;
using namespace tf::engine;

namespace {

constexpr double kTolerance = 1e-5;

/// Stages as the golden files order them: patches, norm, layers.
struct Stages {
    std::vector<std::vector<float>> tower;
    std::vector<float> projected;
    std::vector<float> merged;

    SightProbe probe(int numLayers)
    {
        tower.resize(static_cast<std::size_t>(numLayers) + 2);
        return [this](const SightReading& reading) -> Result<> {
            auto& to = placeOf(reading);
            to.insert(to.end(), reading.values.begin(), reading.values.end());
            return {};
        };
    }

private:
    std::vector<float>& placeOf(const SightReading& reading)
    {
        switch (reading.stage) {
        case SightStage::Patches:
            return tower[0];
        case SightStage::Normed:
            return tower[1];
        case SightStage::Layer:
            return tower[static_cast<std::size_t>(reading.layer) + 2];
        case SightStage::Projected:
            return projected;
        case SightStage::Merged:
            return merged;
        }
        UNREACHABLE();
    }
};

std::vector<float> part(const std::vector<float>& numbers, std::size_t idx, std::size_t parts)
{
    const auto size = static_cast<std::ptrdiff_t>(numbers.size() / parts);
    const auto begin = numbers.begin() + static_cast<std::ptrdiff_t>(idx) * size;
    return {begin, begin + size};
}

} // namespace

class LooksTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyStageIsTheDefinitions_data()
    {
        QTest::addColumn<int>("medium");
        QTest::newRow("picture") << 0;
        QTest::newRow("clip") << 2;
    }
    void everyStageIsTheDefinitions()
    {
        QFETCH(int, medium);
        const std::string name = QTest::currentDataTag();
        Stages stages;
        SightWatch watch;
        watch.probe = stages.probe(m_model.vision().layers);
        const auto seen =
            MUST(m_group->look(*m_model.media[static_cast<std::size_t>(medium)], watch));
        const auto wanted = test::seenFloats(name + ".tower");
        for (std::size_t stage = 0; stage < stages.tower.size(); ++stage) {
            const double error =
                test::relativeError(stages.tower[stage], part(wanted, stage, stages.tower.size()));
            QVERIFY2(error < kTolerance, words("stage ", stage, ": ", error).c_str());
        }
        QVERIFY(test::relativeError(stages.projected, test::seenFloats(name + ".projected"))
                < kTolerance);
        QVERIFY(test::relativeError(stages.merged, test::seenFloats(name + ".features"))
                < kTolerance);
        QVERIFY(seen->values == stages.merged);
        QCOMPARE(seen->rows, m_model.media[static_cast<std::size_t>(medium)]->grid.patches() / 4);
    }

    void aPictureOfMoreThanAChunkIsSeen()
    {
        const auto seen = MUST(m_group->look(test::largePicture(), {}));
        const auto width = static_cast<std::size_t>(seen->cols);
        std::vector<float> some;
        for (std::size_t row = 0; row < static_cast<std::size_t>(seen->rows);
             row += test::kLargeEvery)
            some.insert(some.end(), seen->values.begin() + static_cast<std::ptrdiff_t>(row * width),
                        seen->values.begin() + static_cast<std::ptrdiff_t>((row + 1) * width));
        const double error = test::relativeError(some, test::seenFloats("large.features"));
        QVERIFY2(error < kTolerance, words(error).c_str());
    }

    /// The clip's first four frames and its last two, each a clip of its own.
    void aClipIsItsSegments()
    {
        const Media& clip = *m_model.media[2];
        const auto whole = MUST(m_group->look(clip, {}));
        std::vector<float> joined;
        for (const auto& [first, frames] : {std::pair(0, 4), std::pair(4, 2)}) {
            Media segment = clip;
            segment.grid.frames = frames;
            const auto perFrame = std::ptrdiff_t(clip.grid.height) * clip.grid.width * 1176;
            segment.rows.assign(clip.rows.begin() + first * perFrame,
                                clip.rows.begin() + (first + frames) * perFrame);
            const auto seen = MUST(m_group->look(segment, {}));
            joined.insert(joined.end(), seen->values.begin(), seen->values.end());
        }
        QVERIFY(joined == whole->values);
    }

    /// Features of every mistake that the definition can make, each as far from ours as from its
    /// own truth: this comparison would notice them all.
    void everyMistakeWouldBeNoticed()
    {
        std::vector<float> features;
        for (const auto& media : m_model.media) {
            const auto seen = MUST(m_group->look(*media, {}));
            features.insert(features.end(), seen->values.begin(), seen->values.end());
        }
        QVERIFY(test::relativeError(features, m_model.features) < kTolerance);
        const auto wrong = test::seenFloats("wrong");
        const std::size_t numMistakes = wrong.size() / features.size();
        QCOMPARE(numMistakes, std::size_t(19));
        for (std::size_t mistake = 0; mistake < numMistakes; ++mistake) {
            const double error = test::relativeError(features, part(wrong, mistake, numMistakes));
            QVERIFY2(error > 10 * kTolerance, words("mistake ", mistake, ": ", error).c_str());
        }
    }

    void anyNumberOfRanksSeesTheSame()
    {
        const auto alone = MUST(m_group->look(*m_model.media[0], {}));
        auto options = test::exactOptions(m_model.config());
        options.split.ranks = 2;
        const auto two = test::loadGroup(m_model.checkpoint, options);
        QVERIFY(MUST(two->look(*m_model.media[0], {}))->values == alone->values);
    }

    void bf16StaysClose()
    {
        auto options = test::exactOptions(m_model.config());
        options.precision = {DType::BF16, DType::BF16, DType::BF16};
        options.load.form = LoadForm::BF16;
        const auto group = test::loadGroup(m_model.checkpoint, options);
        std::vector<float> features;
        for (const auto& media : m_model.media) {
            const auto seen = MUST(group->look(*media, {}));
            features.insert(features.end(), seen->values.begin(), seen->values.end());
        }
        const auto width = static_cast<std::size_t>(m_model.config().hidden);
        for (std::size_t begin = 0; begin < features.size(); begin += width) {
            const double cosine =
                test::cosine(features.data() + begin, m_model.features.data() + begin, width);
            QVERIFY2(cosine > 0.9995, words("row ", begin / width, ": ", cosine).c_str());
        }
    }

    void aLookTellsHowFarItIsAndStops()
    {
        CancelSource cancel;
        std::vector<std::int64_t> done;
        SightWatch watch;
        watch.cancel = cancel.token();
        std::int64_t allOfIt = 0;
        watch.progress = [&](std::int64_t at, std::int64_t total) -> Result<> {
            done.push_back(at);
            allOfIt = total;
            if (at == 24)
                cancel.cancel();
            return {};
        };
        const auto seen = m_group->look(*m_model.media[0], watch);
        QVERIFY(!seen);
        QVERIFY(seen.error().code == Code::Cancelled);
        QCOMPARE(allOfIt, 24 * 3); // two layers and the connector
        QVERIFY((done == std::vector<std::int64_t>{0, 24}));
        QVERIFY(m_group->look(*m_model.media[0], {})); // and the group goes on
    }

    void mediaThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("said");
        QTest::newRow("odd") << 1 << 3 << 6 << "multiples of 2";
        QTest::newRow("none") << 0 << 4 << 6 << "multiples of 2";
        QTest::newRow("negative") << 1 << -4 << -6 << "multiples of 2";
        QTest::newRow("other bytes") << 1 << 4 << 8
                                     << "28224 bytes of patches, where a grid of "
                                        "1 x 4 x 8 takes 32 patches of 1176";
    }
    void mediaThatDoNotFitAreRefused()
    {
        QFETCH(int, frames);
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(QString, said);
        Media media = *m_model.media[0];
        media.grid = {frames, height, width};
        const auto seen = m_group->look(media, {});
        QVERIFY(!seen);
        QVERIFY2(QString::fromStdString(seen.error().text).contains(said),
                 seen.error().text.c_str());
    }

private:
    const test::SeenModel m_model = test::seenModel();
    const std::unique_ptr<Group> m_group =
        test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config()));
};

std::unique_ptr<QObject> makeLooksTest()
{
    return test::make<LooksTest>();
}

#include "tst_looks.moc"
