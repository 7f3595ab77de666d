// Prompts with media through a group: the logits of the definition, whole and in chunks.

#include "kernels/base/words.h"
#include "tests/engine/run/trace.h"
#include "tests/engine/sight/seen_model.h"
#include "tests/engine/sight/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::engine;

namespace {

/// The prompt in steps of `chunk` tokens, each given the same features.
Result<std::vector<float>> logitsOf(Group& group, const test::SeenModel& model, std::size_t chunk)
{
    const auto placements = TRY(placeMedia(model.tokens, model.media, model.vision()));
    std::vector<std::shared_ptr<const FeatureRows>> seen;
    for (const auto& media : model.media)
        seen.push_back(TRY(group.look(*media, {})));
    std::vector<float> logits;
    for (std::size_t begin = 0; begin < model.tokens.size(); begin += chunk) {
        const auto end = std::min(model.tokens.size(), begin + chunk);
        auto step = test::stepOf(model.config(), model.tokens, begin, end);
        for (const Placement& one : placements)
            step->sequences[0].features.push_back(
                {one.firstPosition, one.numPositions, one.firstFeature, seen[one.mediaIdx]});
        const auto part = TRY(group.run(std::move(step)));
        logits.insert(logits.end(), part.values.begin(), part.values.end());
    }
    return logits;
}

} // namespace

class StepsWithMediaTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void logitsAreTheDefinitions()
    {
        const auto logits = MUST(logitsOf(*m_group, m_model, m_model.tokens.size()));
        const double error = test::relativeError(logits, m_model.logits);
        QVERIFY2(error < 1e-5, words(error).c_str());
    }

    void chunksGiveTheSameBits_data()
    {
        QTest::addColumn<int>("chunk");
        for (const int chunk : {1, 3, 7, 40})
            QTest::addRow("%d", chunk) << chunk;
    }
    void chunksGiveTheSameBits()
    {
        QFETCH(int, chunk);
        const auto whole = MUST(logitsOf(*m_group, m_model, m_model.tokens.size()));
        QVERIFY(MUST(logitsOf(*m_group, m_model, static_cast<std::size_t>(chunk))) == whole);
    }

    void twoRanksAgree()
    {
        auto options = test::exactOptions(m_model.config());
        options.split.ranks = 2;
        const auto two = test::loadGroup(m_model.checkpoint, options);
        const auto logits = MUST(logitsOf(*two, m_model, 40));
        QVERIFY(test::relativeError(logits, m_model.logits) < 1e-5);
    }

    /// So that the comparison above holds the features to their places.
    void picturesThatChangePlacesAreNoticed()
    {
        test::SeenModel other = m_model;
        auto turned = std::make_shared<Media>(*other.media[0]);
        std::rotate(turned->rows.begin(), turned->rows.begin() + std::ptrdiff_t(4) * 1176,
                    turned->rows.end());
        other.media[0] = turned;
        const auto logits = MUST(logitsOf(*m_group, other, m_model.tokens.size()));
        QVERIFY(test::relativeError(logits, m_model.logits) > 1e-3);
    }

    void featuresThatAreNotThereAreRefused()
    {
        auto step = test::stepOf(m_model.config(), m_model.tokens, 0, m_model.tokens.size());
        auto rows = std::make_shared<FeatureRows>();
        rows->rows = 2;
        rows->cols = m_model.config().hidden;
        rows->values.resize(static_cast<std::size_t>(rows->rows * rows->cols));
        step->sequences[0].features.push_back({11, 6, 0, rows});
        const auto logits = m_group->run(std::move(step));
        QVERIFY(!logits);
        QVERIFY(logits.error().text.find("features of 6 positions") != std::string::npos);
    }

    void aModelOfTextAloneDoesNotLook()
    {
        const auto text = std::make_shared<const Checkpoint>(MUST(
            Checkpoint::open(std::filesystem::path(TRIFOLD_SOURCE_DIR) / "tests/golden/model/a")));
        const auto group = test::loadGroup(text, test::exactOptions(text->config()));
        const auto seen = group->look(*m_model.media[0], {});
        QVERIFY(!seen);
        QVERIFY(seen.error().code == Code::Unsupported);
    }

    /// Copies of pages may be all that is left of a step.
    void aStepOfCopiesAloneRuns()
    {
        auto step = std::make_shared<Step>();
        step->copies.push_back({0, 1});
        const auto logits = MUST(m_group->run(step));
        QCOMPARE(logits.numRows, 0);
        QVERIFY(!m_group->run(std::make_shared<Step>()));
    }

private:
    const test::SeenModel m_model = test::seenModel();
    const std::unique_ptr<Group> m_group =
        test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config()));
};

std::unique_ptr<QObject> makeStepsWithMediaTest()
{
    return test::make<StepsWithMediaTest>();
}

#include "tst_steps_with_media.moc"
