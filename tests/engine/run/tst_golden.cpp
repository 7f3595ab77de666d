#include "kernels/base/words.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::engine;
using test::GoldenModel;

namespace {

void addShapes()
{
    QTest::addColumn<QByteArray>("shape");
    for (const char* shape : {"a", "b", "c", "d", "exported", "mxfp8", "fp8", "gptq", "awq"})
        QTest::newRow(shape) << QByteArray(shape);
}

/// Rows of a layer's output held against the wanted ones. A row whose blocks or experts differ has
/// nothing to be close to: near ties fall either way in bf16, and the goldens are full of them.
struct Closeness {
    double worst = 1; ///< cosine of a row
    std::size_t numRows = 0;
    std::size_t numOtherChoices = 0;
};

/// Whether row `row` of entry `layerIdx` of a list of choices is the same in both.
bool sameChoice(const std::vector<std::int32_t>& got, const std::vector<std::int32_t>& want,
                std::size_t rowIdx, std::size_t cols)
{
    const auto begin = static_cast<std::ptrdiff_t>(rowIdx * cols);
    const auto end = begin + static_cast<std::ptrdiff_t>(cols);
    return std::equal(got.begin() + begin, got.begin() + end, want.begin() + begin);
}

Closeness closeness(const test::Trace& trace, const GoldenModel& model)
{
    const ModelConfig& config = model.config();
    const std::size_t numTokens = model.tokens.size();
    const auto width = static_cast<std::size_t>(config.hidden);
    const auto numBlocks = static_cast<std::size_t>(config.sparse.indexHeads * config.sparse.topK);
    const auto numExperts = static_cast<std::size_t>(config.expertsPerToken);
    Closeness all;
    std::size_t sparseRow = 0; // of the lists that sparse (expert) layers alone are in
    std::size_t expertRow = 0;
    for (std::size_t layer = 0; layer < config.layers.size(); ++layer) {
        const LayerKind& kind = config.layers[layer];
        for (std::size_t token = 0; token < numTokens; ++token) {
            const bool sameBlocks = !kind.sparseAttention
                || sameChoice(trace.blocks, model.blocks, sparseRow + token, numBlocks);
            const bool sameExperts = !kind.experts
                || sameChoice(trace.experts, model.experts, expertRow + token, numExperts);
            const std::size_t begin = ((layer + 1) * numTokens + token) * width;
            ++all.numRows;
            if (sameBlocks && sameExperts)
                all.worst = std::min(
                    all.worst, test::cosine(&trace.hidden[begin], &model.hidden[begin], width));
            else
                ++all.numOtherChoices;
        }
        sparseRow += kind.sparseAttention ? numTokens : 0;
        expertRow += kind.experts ? numTokens : 0;
    }
    return all;
}

} // namespace

class GoldenTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void exactPassesAgreeWithTheDefinition_data() { addShapes(); }
    void exactPassesAgreeWithTheDefinition()
    {
        QFETCH(QByteArray, shape);
        const GoldenModel model = test::goldenModel(shape.toStdString());
        const auto group = test::loadGroup(model.checkpoint, test::exactOptions(model.config()));
        const auto trace = MUST(test::runTrace(*group, model.tokens));
        const double logits = test::relativeError(trace.logits, model.logits);
        const double weights = test::relativeError(trace.expertWeights, model.expertWeights);
        const double hidden =
            model.hidden.empty() ? 0 : test::relativeError(trace.hidden, model.hidden);
        qInfo("logits %.2e, hidden %.2e, expert weights %.2e", logits, hidden, weights);
        QVERIFY(trace.blocks == model.blocks);
        QVERIFY(trace.experts == model.experts);
        QVERIFY(logits <= 1e-5);
        QVERIFY(hidden <= 1e-5);
        QVERIFY(weights <= 1e-5);
    }

    void bf16StaysCloseInEveryLayer_data()
    {
        QTest::addColumn<QByteArray>("shape");
        for (const char* shape : {"a", "b", "c"})
            QTest::newRow(shape) << QByteArray(shape);
    }
    void bf16StaysCloseInEveryLayer()
    {
        QFETCH(QByteArray, shape);
        const GoldenModel model = test::goldenModel(shape.toStdString());
        auto options = test::exactOptions(model.config());
        options.precision = {DType::BF16, DType::BF16, DType::BF16};
        options.load.form = LoadForm::BF16;
        const auto group = test::loadGroup(model.checkpoint, options);
        const auto trace = MUST(test::runLayerByLayer(*group, model.tokens, model.hidden));
        const Closeness all = closeness(trace, model);
        qInfo("worst row %.7f; %zu of %zu rows chose otherwise", all.worst, all.numOtherChoices,
              all.numRows);
        QVERIFY(all.worst >= 0.9999);
        QVERIFY(all.numOtherChoices * 20 <= all.numRows);
    }
};

std::unique_ptr<QObject> makeGoldenTest()
{
    return test::make<GoldenTest>();
}

#include "tst_golden.moc"
