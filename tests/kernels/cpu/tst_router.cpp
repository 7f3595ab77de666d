#include "kernels/base/words.h"
#include "kernels/cpu/cpu_device.h"
#include "tests/kernels/cpu/row_numbers.h"
#include "tests/kernels/cpu/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/support/tolerance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using tf::DType;
using tf::words;
using namespace tf::test;

namespace {

struct RouterCase {
    std::int64_t rows = 1;
    std::int64_t width = 64;
    std::int32_t experts = 8;
    std::int32_t topK = 2;
    float scale = 2;
    std::vector<float> x;
    std::vector<float> gate;
    std::vector<float> bias;
};

RouterCase makeCase(Gen& gen)
{
    RouterCase router;
    router.rows = gen.oneIn(4) ? gen.between(60, 140) : gen.between(1, 12);
    router.width = gen.between(1, 200);
    router.experts = static_cast<std::int32_t>(gen.between(1, 40));
    router.topK = static_cast<std::int32_t>(gen.between(1, std::min(router.experts, 6)));
    router.x = normals(gen, router.rows * router.width);
    router.gate = normals(gen, router.experts * router.width, 2 / std::sqrt(double(router.width)));
    router.bias = normals(gen, router.experts, 0.3);
    return router;
}

struct Routes {
    std::vector<std::int32_t> ids;
    std::vector<float> weights;
};

Routes route(tf::Device& device, RouterCase& router)
{
    const auto places = static_cast<std::size_t>(router.rows * router.topK);
    Routes routes{std::vector<std::int32_t>(places), std::vector<float>(places)};
    device.router({floatRows(router.x, router.rows), router.gate.data(),
                   router.bias.empty() ? nullptr : router.bias.data(), router.experts, router.topK,
                   router.scale, routes.ids.data(), routes.weights.data()});
    return routes;
}

enum class Bias : std::uint8_t { ChoosesOnly, WeighsToo, Forgotten };

struct Truth {
    std::vector<double> scores;
    std::vector<double> choices;
    double bound = 0; ///< of a score
};

Truth truthOf(const RouterCase& router, std::int64_t row, Bias use)
{
    Truth truth;
    for (std::int32_t expert = 0; expert < router.experts; ++expert) {
        double logit = 0;
        double magnitude = 0;
        for (std::int64_t idx = 0; idx < router.width; ++idx) {
            const double product = double(router.x[row * router.width + idx])
                * double(router.gate[expert * router.width + idx]);
            logit += product;
            magnitude += std::fabs(product);
        }
        const double bias = router.bias.empty() ? 0 : double(router.bias[expert]);
        const double score = 1 / (1 + std::exp(-logit));
        truth.choices.push_back(use == Bias::Forgotten ? score : score + bias);
        truth.scores.push_back(use == Bias::WeighsToo ? score + bias : score);
        // The sigmoid's slope is at most a quarter; its own arithmetic adds a few roundings.
        truth.bound = std::max(
            truth.bound, dotBound(router.width, magnitude) / 4 + 8 * unitRoundoff(DType::F32));
    }
    return truth;
}

std::string judgeRow(const RouterCase& router, const Routes& routes, std::int64_t row, Bias use)
{
    const Truth truth = truthOf(router, row, use);
    const std::int32_t* ids = routes.ids.data() + row * router.topK;
    const float* weights = routes.weights.data() + row * router.topK;
    const std::set<std::int32_t> chosen(ids, ids + router.topK);
    if (static_cast<int>(chosen.size()) != router.topK || !std::is_sorted(ids, ids + router.topK))
        return "ids are not ascending and distinct";
    double worstTaken = 1e9;
    double bestLeft = -1e9;
    double sum = 0;
    for (std::int32_t expert = 0; expert < router.experts; ++expert) {
        const bool taken = chosen.count(expert) != 0;
        (taken ? worstTaken : bestLeft) = taken ? std::min(worstTaken, truth.choices[expert])
                                                : std::max(bestLeft, truth.choices[expert]);
        sum += taken ? truth.scores[expert] : 0;
    }
    if (worstTaken < bestLeft - 2 * truth.bound)
        return words("an expert of ", worstTaken, " is taken, one of ", bestLeft, " is left");
    for (std::int32_t place = 0; place < router.topK; ++place) {
        const double want = truth.scores[ids[place]] / sum * double(router.scale);
        const double bound = (2 + router.topK) * truth.bound / sum * double(router.scale);
        if (std::fabs(double(weights[place]) - want) > bound)
            return words("weight ", weights[place], " where ", want, " is wanted");
    }
    return {};
}

std::string judge(const RouterCase& router, const Routes& routes, Bias use)
{
    for (std::int64_t row = 0; row < router.rows; ++row) {
        const std::string complaint = judgeRow(router, routes, row, use);
        if (!complaint.empty())
            return words("row ", row, ": ", complaint);
    }
    return {};
}

} // namespace

class RouterTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheSpecification()
    {
        const auto device = tf::makeCpuDevice({2, {}});
        const std::string report = forAll(150, [&](Gen& gen) {
            RouterCase router = makeCase(gen);
            if (gen.oneIn(4))
                router.bias.clear();
            return judge(router, route(*device, router), Bias::ChoosesOnly);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aMisusedBiasWouldBeSeen()
    {
        const auto device = tf::makeCpuDevice({1, {}});
        Gen gen(8, 64);
        RouterCase router = makeCase(gen);
        while (router.experts < 12 || router.topK < 2 || router.rows < 4)
            router = makeCase(gen);
        const Routes routes = route(*device, router);
        QCOMPARE(judge(router, routes, Bias::ChoosesOnly), std::string());
        QVERIFY(!judge(router, routes, Bias::WeighsToo).empty());
        QVERIFY(!judge(router, routes, Bias::Forgotten).empty());
    }

    void aRowAloneGivesTheSameBits()
    {
        const auto device = tf::makeCpuDevice({3, {}});
        const std::string report = forAll(40, [&](Gen& gen) -> std::string {
            RouterCase router = makeCase(gen);
            const Routes whole = route(*device, router);
            const auto row = static_cast<std::int64_t>(gen.below(router.rows));
            RouterCase single = router;
            single.rows = 1;
            single.x.assign(router.x.begin() + row * router.width,
                            router.x.begin() + (row + 1) * router.width);
            const Routes alone = route(*device, single);
            const bool same = std::equal(alone.weights.begin(), alone.weights.end(),
                                         whole.weights.begin() + row * router.topK)
                && std::equal(alone.ids.begin(), alone.ids.end(),
                              whole.ids.begin() + row * router.topK);
            return same ? std::string() : words("row ", row, " differs");
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void amongEqualsTheLowerIdWins()
    {
        const auto device = tf::makeCpuDevice({1, {}});
        RouterCase router{1, 2, 6, 3, 1, {1, 1}, std::vector<float>(12, 0.25F), {}};
        const Routes routes = route(*device, router);
        QCOMPARE(routes.ids, (std::vector<std::int32_t>{0, 1, 2}));
        QCOMPARE(routes.weights[0], 1.0F / 3);
    }

    void aScoreThatIsNoNumberLoses()
    {
        const auto device = tf::makeCpuDevice({1, {}});
        RouterCase router{1, 1, 4, 2, 1, {1}, {std::nanf(""), -3, std::nanf(""), -5}, {}};
        QCOMPARE(route(*device, router).ids, (std::vector<std::int32_t>{1, 3}));
    }
};

std::unique_ptr<QObject> makeRouterTest()
{
    return std::make_unique<RouterTest>();
}

#include "tst_router.moc"
