#include "kernels/base/words.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::engine;
using test::Feeding;
using test::GoldenModel;

namespace {

using Tokens = std::vector<std::int32_t>;

GroupOptions optionsOf(const ModelConfig& config, const QByteArray& type)
{
    auto options = test::exactOptions(config);
    if (type == "bf16") {
        options.precision = {DType::BF16, DType::BF16, DType::BF16};
        options.load.form = LoadForm::BF16;
    }
    return options;
}

/// Seven prompts of different lengths and contents.
std::vector<Tokens> sevenPrompts(const Tokens& tokens)
{
    std::vector<Tokens> prompts;
    for (std::ptrdiff_t idx = 0; idx < 7; ++idx)
        prompts.emplace_back(tokens.begin() + 3 * idx, tokens.begin() + 40 + 8 * idx);
    return prompts;
}

/// All prompts' tokens [begin, end) in one step; those that are shorter take no part.
Step stepOfAll(const ModelConfig& config, const std::vector<Tokens>& prompts, std::size_t begin,
               std::size_t end)
{
    Step step;
    for (std::size_t idx = 0; idx < prompts.size(); ++idx) {
        const Tokens& tokens = prompts[idx];
        if (begin >= tokens.size())
            continue;
        const Feeding feeding{0, static_cast<std::int32_t>(idx), 7};
        auto one = test::stepOf(config, tokens, begin, std::min(end, tokens.size()), feeding);
        one->sequences[0].id = idx;
        step.sequences.push_back(one->sequences[0]);
    }
    return step;
}

/// The rows of a step's logits go to the sequences they belong to.
void deal(const Step& step, const StepLogits& logits, std::vector<std::vector<float>>& dealt)
{
    auto row = logits.values.begin();
    for (const StepSequence& sequence : step.sequences) {
        const auto count = static_cast<std::ptrdiff_t>(sequence.tokens.size()) * logits.vocab;
        auto& own = dealt[sequence.id];
        own.insert(own.end(), row, row + count);
        row += count;
    }
}

} // namespace

class SequencesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anyChunkingGivesTheSameBits_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("f32") << QByteArray("f32");
        QTest::newRow("bf16") << QByteArray("bf16");
    }
    void anyChunkingGivesTheSameBits()
    {
        QFETCH(QByteArray, type);
        const auto group = test::loadGroup(m_model.checkpoint, optionsOf(m_model.config(), type));
        const auto whole = MUST(test::runTrace(*group, m_model.tokens));
        for (const std::int64_t chunk : {1, 3, 7, m_model.config().block()}) {
            const auto pieces = MUST(test::runTrace(*group, m_model.tokens, {chunk}));
            QVERIFY2(pieces.logits == whole.logits, words("chunks of ", chunk).c_str());
            // Hidden states of a layer lie step by step, so only sizes can differ in order.
            QCOMPARE(pieces.hidden.size(), whole.hidden.size());
            QVERIFY(pieces.blocks == whole.blocks);
            QVERIFY(pieces.experts == whole.experts);
        }
    }

    void sevenTogetherAreSevenAlone_data() { anyChunkingGivesTheSameBits_data(); }
    void sevenTogetherAreSevenAlone()
    {
        QFETCH(QByteArray, type);
        const ModelConfig& config = m_model.config();
        const auto group = test::loadGroup(m_model.checkpoint, optionsOf(config, type));
        const auto prompts = sevenPrompts(m_model.tokens);
        std::vector<std::vector<float>> alone;
        for (const Tokens& prompt : prompts)
            alone.push_back(MUST(test::runLogits(*group, prompt)));

        std::vector<std::vector<float>> together(prompts.size());
        std::vector<std::size_t> ends = {33, 40, 41, 42, 43, 60, 128};
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            const Step step = stepOfAll(config, prompts, begin, end);
            deal(step, MUST(group->run(std::make_shared<Step>(step))), together);
            begin = end;
        }
        for (std::size_t idx = 0; idx < prompts.size(); ++idx)
            QVERIFY2(together[idx] == alone[idx], words("sequence ", idx).c_str());
    }

    void aTrimmedSequenceGoesOnLikeAFreshOne()
    {
        const auto group =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config()));
        constexpr std::size_t kKept = 37; // in the middle of a block
        Tokens other = m_model.tokens;
        std::reverse(other.begin() + kKept, other.end());
        const auto fresh = MUST(test::runLogits(*group, other));
        MUST(test::runLogits(*group, m_model.tokens, {0, 100}));
        const auto rest =
            MUST(group->run(test::stepOf(m_model.config(), other, kKept, other.size(), {0, 100})));
        const auto from = static_cast<std::ptrdiff_t>(kKept) * rest.vocab;
        QVERIFY(
            std::equal(fresh.begin() + from, fresh.end(), rest.values.begin(), rest.values.end()));
    }

    void logitsAreOfTheRowsThatWereWanted()
    {
        const auto group =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config()));
        const auto all = MUST(test::runLogits(*group, m_model.tokens));
        auto step = test::stepOf(m_model.config(), m_model.tokens, 0, m_model.tokens.size());
        step->sequences[0].logits = LogitsWanted::Last;
        const auto last = MUST(group->run(step));
        QCOMPARE(last.numRows, std::int64_t(1));
        QVERIFY(std::equal(last.values.begin(), last.values.end(), all.end() - last.vocab));
        step->sequences[0].logits = LogitsWanted::None;
        const auto none = MUST(group->run(step));
        QCOMPARE(none.numRows, std::int64_t(0));
        QVERIFY(none.values.empty());
    }

private:
    const GoldenModel m_model = test::goldenModel("a");
};

std::unique_ptr<QObject> makeSequencesTest()
{
    return test::make<SequencesTest>();
}

#include "tst_sequences.moc"
