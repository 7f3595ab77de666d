#include "engine/sample/candidates.h"
#include "kernels/base/words.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

using namespace tf::engine;
using tf::words;
using tf::test::Gen;

namespace {

/// Logits of which many are equal, some are out of the question.
std::vector<float> anyLogits(Gen& gen, std::size_t most)
{
    std::vector<float> logits(1 + gen.below(most));
    const bool coarse = gen.oneIn(2);
    for (float& logit : logits) {
        const double normal = 3 * gen.normal();
        logit = static_cast<float>(coarse ? std::round(normal) : normal);
        if (gen.oneIn(20))
            logit = -std::numeric_limits<float>::infinity();
    }
    return logits;
}

Sampling anySampling(Gen& gen)
{
    Sampling sampling;
    sampling.temperature = 0.05 + 2 * gen.unit();
    sampling.topK = gen.oneIn(3) ? 0 : static_cast<std::int32_t>(gen.between(1, 60));
    sampling.topP = gen.oneIn(3) ? 1 : gen.unit();
    sampling.minP = gen.oneIn(2) ? 0 : 0.3 * gen.unit();
    return sampling;
}

/// The written definition, step by step over a sorted vocabulary, in long double.
std::map<std::int32_t, double> sortedAndCut(const std::vector<float>& logits,
                                            const Sampling& sampling)
{
    std::vector<std::int32_t> order;
    for (std::int32_t token = 0; token < std::ssize(logits); ++token) {
        if (std::isfinite(logits[static_cast<std::size_t>(token)]))
            order.push_back(token);
    }
    const auto logit = [&](std::int32_t token) {
        return static_cast<long double>(logits[static_cast<std::size_t>(token)]);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::int32_t a, std::int32_t b) { return logit(a) > logit(b); });
    if (sampling.topK > 0 && std::ssize(order) > sampling.topK)
        order.resize(static_cast<std::size_t>(sampling.topK));
    std::vector<long double> chances;
    for (const auto token : order)
        chances.push_back(std::exp((logit(token) - logit(order[0])) / sampling.temperature));
    const auto total = std::accumulate(chances.begin(), chances.end(), 0.0L);
    long double sum = 0;
    std::map<std::int32_t, double> kept;
    for (std::size_t idx = 0; idx < order.size(); ++idx) {
        if (chances[idx] >= sampling.minP * chances[0])
            kept[order[idx]] = static_cast<double>(chances[idx]);
        sum += chances[idx] / total;
        if (sampling.topP < 1 && sum >= sampling.topP)
            break;
    }
    return kept;
}

std::string definitionLaw(Gen& gen)
{
    const auto logits = anyLogits(gen, 3000);
    const auto sampling = anySampling(gen);
    Candidates candidates;
    candidates.choose(logits, sampling);
    const auto expected = sortedAndCut(logits, sampling);
    if (candidates.left().size() != expected.size())
        return words(candidates.left().size(), " are left, not ", expected.size());
    for (const auto& candidate : candidates.left()) {
        const auto found = expected.find(candidate.token);
        if (found == expected.end())
            return words("token ", candidate.token, " should not be left");
        if (std::abs(found->second - candidate.weight) > 1e-12)
            return words("token ", candidate.token, " weighs ", candidate.weight, " and not ",
                         found->second);
    }
    return {};
}

std::set<std::int32_t> left(const std::vector<float>& logits, const Sampling& sampling)
{
    Candidates candidates;
    candidates.choose(logits, sampling);
    std::set<std::int32_t> tokens;
    for (const auto& candidate : candidates.left())
        tokens.insert(candidate.token);
    return tokens;
}

bool isSubset(const std::set<std::int32_t>& part, const std::set<std::int32_t>& whole)
{
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// A stricter setting leaves some of what a looser one leaves.
std::string orderLaw(Gen& gen)
{
    const auto logits = anyLogits(gen, 500);
    Sampling strict;
    strict.topP = 1;
    strict.topK = static_cast<std::int32_t>(gen.between(1, 50));
    auto loose = strict;
    ++loose.topK;
    if (!isSubset(left(logits, strict), left(logits, loose)))
        return words("top-", strict.topK, " is not in the next");
    strict.topK = 0;
    strict.topP = gen.unit();
    loose = strict;
    loose.topP = std::min(1.0, strict.topP + 0.1);
    if (!isSubset(left(logits, strict), left(logits, loose)))
        return words("top-p ", strict.topP, " is not in the next");
    strict.topP = 1;
    strict.minP = gen.unit();
    loose = strict;
    loose.minP = strict.minP / 2;
    return isSubset(left(logits, strict), left(logits, loose))
        ? ""
        : words("min-p ", strict.minP, " is not in the next");
}

} // namespace

class CandidatesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void areThoseOfTheDefinition()
    {
        QCOMPARE(tf::test::forAll(500, definitionLaw), std::string());
    }

    void strictSettingsLeaveFewer() { QCOMPARE(tf::test::forAll(400, orderLaw), std::string()); }

    void theCrossingTokenStays()
    {
        // Chances 0.5, 0.25, 0.25: 0.6 is crossed by the second, which of the equal two is lower.
        const std::vector<float> logits = {std::log(1.F), std::log(2.F), std::log(1.F)};
        Sampling sampling;
        sampling.topK = 0;
        sampling.topP = 0.6;
        QVERIFY(left(logits, sampling) == (std::set<std::int32_t>{0, 1}));
        sampling.topP = 0;
        QVERIFY(left(logits, sampling) == std::set<std::int32_t>{1}); // at least one
    }

    void nothingIsLeftOfNothing()
    {
        const float never = -std::numeric_limits<float>::infinity();
        QVERIFY(left({never, never}, {}).empty());
    }

    /// Temperatures near nothing must not make NaN of the weights.
    void aTinyTemperatureIsTheLargest()
    {
        Sampling sampling;
        sampling.temperature = 1e-300;
        Candidates candidates;
        const std::vector<float> logits = {1, 3, 2};
        candidates.choose(logits, sampling);
        QCOMPARE(candidates.draw(0.999999), 1);
    }

    void drawsByWeight()
    {
        Sampling sampling;
        sampling.topP = 1;
        Candidates candidates;
        const std::vector<float> logits = {std::log(1.F), std::log(3.F)};
        candidates.choose(logits, sampling);
        QCOMPARE(candidates.draw(0), 0);
        QCOMPARE(candidates.draw(0.24), 0);
        QCOMPARE(candidates.draw(0.26), 1);
        QCOMPARE(candidates.draw(1 - 1e-16), 1);
    }
};

std::unique_ptr<QObject> makeCandidatesTest()
{
    return std::make_unique<CandidatesTest>();
}

#include "tst_candidates.moc"
