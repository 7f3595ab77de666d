#include "kernels/base/words.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

#include <cmath>
#include <limits>
#include <map>

using namespace tf;
using namespace tf::engine;
using test::GoldenModel;

namespace {

/// Ranks add the same numbers in another order. A sum of n roundings errs by about sqrt(n) of
/// them; a layer is four such sums behind one another, and what follows passes errors on, at most
/// twice as large a layer.
double orderBound(const ModelConfig& config)
{
    const double eps = std::numeric_limits<float>::epsilon() / 2;
    const double longest = static_cast<double>(config.denseWidth);
    return eps * std::sqrt(longest) * 4 * std::pow(2.0, config.numLayers());
}

} // namespace

class RanksTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anyNumberOfRanksAgrees_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<int>("ranks");
        QTest::addColumn<bool>("byId");
        for (const int ranks : {2, 4, 8}) {
            for (const bool byId : {false, true})
                QTest::addRow("a, %d ranks, %s", ranks, byId ? "expert" : "tensor")
                    << QByteArray("a") << ranks << byId;
        }
        QTest::newRow("mxfp8, 8 ranks, tensor") << QByteArray("mxfp8") << 8 << false;
    }
    void anyNumberOfRanksAgrees()
    {
        QFETCH(QByteArray, shape);
        QFETCH(int, ranks);
        QFETCH(bool, byId);
        const GoldenModel model = test::goldenModel(shape.toStdString());
        const test::Trace& wanted = aloneOf(shape, model);
        auto options = test::exactOptions(model.config());
        options.split = {ranks, byId ? ExpertSplit::Expert : ExpertSplit::Tensor};
        const auto group = test::loadGroup(model.checkpoint, options);
        const auto trace = MUST(test::runTrace(*group, model.tokens));
        const double error = test::relativeError(trace.logits, wanted.logits);
        QVERIFY(trace.blocks == wanted.blocks);
        QVERIFY(trace.experts == wanted.experts);
        QVERIFY2(error <= orderBound(model.config()),
                 words(error, " of ", orderBound(model.config())).c_str());
    }

    void ranksDecodeAsTheyPrefill()
    {
        const GoldenModel model = test::goldenModel("a");
        auto options = test::exactOptions(model.config());
        options.split.ranks = 8;
        const auto group = test::loadGroup(model.checkpoint, options);
        const auto whole = MUST(test::runLogits(*group, model.tokens));
        QVERIFY(MUST(test::runLogits(*group, model.tokens, {5, 3, 5})) == whole);
    }

    void bf16RanksStayClose()
    {
        const GoldenModel model = test::goldenModel("d");
        auto options = test::exactOptions(model.config());
        options.precision = {DType::BF16, DType::BF16, DType::BF16};
        options.load.form = LoadForm::BF16;
        const auto one =
            MUST(test::runLogits(*test::loadGroup(model.checkpoint, options), model.tokens));
        options.split.ranks = 8;
        const auto eight =
            MUST(test::runLogits(*test::loadGroup(model.checkpoint, options), model.tokens));
        const double cosine = test::cosine(eight.data(), one.data(), one.size());
        QVERIFY2(cosine >= 0.999, words(cosine).c_str());
    }

    void aSplitThatCutsAScaleIsRefused()
    {
        const GoldenModel model = test::goldenModel("gptq");
        auto options = test::exactOptions(model.config());
        options.split.ranks = 4;
        options.load.int4Group = 128;
        const auto group = Group::load(model.checkpoint, options);
        QVERIFY(!group);
        QCOMPARE(group.error().code, Code::Unsupported);
        QVERIFY2(group.error().text.find("cut a group of 128") != std::string::npos,
                 group.error().text.c_str());
        options.split.experts = ExpertSplit::Expert;
        QVERIFY(Group::load(model.checkpoint, options));
    }

    void aNumberOfRanksThatDoesNotFitIsRefused()
    {
        const GoldenModel model = test::goldenModel("a");
        auto options = test::exactOptions(model.config());
        options.split.ranks = 3;
        const auto group = Group::load(model.checkpoint, options);
        QVERIFY(!group);
        QVERIFY(group.error().text.find("3 ranks") != std::string::npos);
    }

private:
    /// What one rank gives, computed once.
    const test::Trace& aloneOf(const QByteArray& shape, const GoldenModel& model)
    {
        const auto found = m_alone.find(shape);
        if (found != m_alone.end())
            return found->second;
        const auto group = test::loadGroup(model.checkpoint, test::exactOptions(model.config()));
        return m_alone[shape] = MUST(test::runTrace(*group, model.tokens));
    }

    std::map<QByteArray, test::Trace> m_alone;
};

std::unique_ptr<QObject> makeRanksTest()
{
    return test::make<RanksTest>();
}

#include "tst_ranks.moc"
