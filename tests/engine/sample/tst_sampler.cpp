#include "engine/sample/sampler.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace tf::engine;

namespace {

Sampling greedy()
{
    Sampling sampling;
    sampling.temperature = 0;
    return sampling;
}

Sampler makeSampler(const Sampling& sampling, std::int32_t numTokens,
                    std::vector<std::int32_t> prompt = {},
                    std::unique_ptr<LogitMask> mask = nullptr)
{
    return MUST(Sampler::make(sampling, numTokens, prompt, std::move(mask)));
}

/// Allows one token after the other, and then none.
class OneByOne final : public LogitMask {
public:
    explicit OneByOne(std::vector<std::int32_t> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    void allowed(std::span<std::uint64_t> bits) override
    {
        if (m_next < m_tokens.size()) {
            const auto token = static_cast<std::size_t>(m_tokens[m_next]);
            bits[token / 64] |= std::uint64_t(1) << (token % 64);
        }
    }
    void accept(std::int32_t token) override { m_next += m_tokens[m_next] == token ? 1 : 0; }

private:
    std::vector<std::int32_t> m_tokens;
    std::size_t m_next = 0;
};

std::vector<float> normalLogits(tf::test::Gen& gen, std::size_t count)
{
    std::vector<float> logits(count);
    for (float& logit : logits)
        logit = static_cast<float>(2 * gen.normal());
    return logits;
}

} // namespace

class SamplerTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void temperatureZeroIsTheLargestAndTheLowestOfEquals()
    {
        auto sampler = makeSampler(greedy(), 4);
        QCOMPARE(MUST(sampler.next(std::vector<float>{1, 5, 5, 2})), 1);
        QCOMPARE(MUST(sampler.next(std::vector<float>{-1, -5, -5, -2})), 0);
        tf::test::Gen gen(7, 1);
        for (int round = 0; round < 200; ++round) {
            const auto logits = normalLogits(gen, 4);
            const auto largest = std::max_element(logits.begin(), logits.end()) - logits.begin();
            QCOMPARE(MUST(sampler.next(logits)), static_cast<std::int32_t>(largest));
        }
    }

    void rowsThatAreNoTokensAreNeverGiven()
    {
        const std::vector<float> logits = {1, 2, 99, 99};
        auto first = makeSampler(greedy(), 2);
        QCOMPARE(MUST(first.next(logits)), 1);
        Sampling any;
        any.topK = 0;
        auto second = makeSampler(any, 2);
        for (int round = 0; round < 100; ++round)
            QVERIFY(MUST(second.next(logits)) < 2);
    }

    void sameSeedSameTokens()
    {
        tf::test::Gen gen(11, 1);
        std::vector<std::vector<float>> rows;
        for (int row = 0; row < 60; ++row)
            rows.push_back(normalLogits(gen, 300));
        const auto textOf = [&](std::uint64_t seed) {
            Sampling sampling;
            sampling.seed = seed;
            auto sampler = makeSampler(sampling, 300);
            std::vector<std::int32_t> tokens;
            for (const auto& row : rows)
                tokens.push_back(MUST(sampler.next(row)));
            return tokens;
        };
        QCOMPARE(textOf(1), textOf(1));
        QVERIFY(textOf(1) != textOf(2));
    }

    /// Chances by an independent formula, over a hundred thousand draws.
    void drawsWithTheRightChances()
    {
        const std::vector<float> logits = {0.3F, 1.9F, -0.7F, 1.1F, -2.F, 0.9F};
        Sampling sampling;
        sampling.temperature = 0.8;
        sampling.topK = 5;
        sampling.topP = 1;
        auto sampler = makeSampler(sampling, 6);
        constexpr int kNumDraws = 100000;
        std::array<int, 6> counts{};
        for (int draw = 0; draw < kNumDraws; ++draw)
            ++counts[static_cast<std::size_t>(MUST(sampler.next(logits)))];
        QCOMPARE(counts[4], 0); // the sixth largest
        double total = 0;
        for (const std::size_t token : {0, 1, 2, 3, 5})
            total += std::exp(double(logits[token]) / 0.8);
        double chiSquare = 0;
        for (const std::size_t token : {0, 1, 2, 3, 5}) {
            const double expected = kNumDraws * std::exp(double(logits[token]) / 0.8) / total;
            chiSquare += (counts[token] - expected) * (counts[token] - expected) / expected;
        }
        QVERIFY2(chiSquare < 18.5, qPrintable(QString::number(chiSquare))); // 99.9 % of 4 degrees
    }

    void repetitionLooksAtPromptAndAnswer()
    {
        auto sampling = greedy();
        sampling.repetitionPenalty = 2;
        auto sampler = makeSampler(sampling, 4, {1, 3, 9}); // 9 is no token here
        const std::vector<float> logits = {3, 5, 2.9F, -1};
        QCOMPARE(MUST(sampler.next(logits)), 0); // 5 became 2.5
        QCOMPARE(MUST(sampler.next(logits)), 2); // and 3 became 1.5
        auto negative = makeSampler(sampling, 2, {1});
        QCOMPARE(MUST(negative.next(std::vector<float>{-1.5F, -1})), 0); // -1 became -2
    }

    void presenceAndFrequencyLookAtTheAnswer()
    {
        auto sampling = greedy();
        sampling.presencePenalty = 1;
        sampling.frequencyPenalty = 0.5;
        auto sampler = makeSampler(sampling, 2, {0, 0, 0});
        const std::vector<float> logits = {4, 2};
        std::vector<std::int32_t> tokens;
        for (int place = 0; place < 5; ++place)
            tokens.push_back(MUST(sampler.next(logits)));
        // Token 0: 4, then 2.5, 2 (equal: the lower id), 1.5 against 2.
        QCOMPARE(tokens, (std::vector<std::int32_t>{0, 0, 0, 1, 0}));
    }

    void biasIsAdded()
    {
        auto sampling = greedy();
        sampling.bias = {{0, -3}, {2, 0.5}};
        auto sampler = makeSampler(sampling, 3);
        QCOMPARE(MUST(sampler.next(std::vector<float>{4, 2, 1.6F})), 2);
    }

    void theMaskDecidesAndFollows_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::newRow("greedy") << 0.0;
        QTest::newRow("drawn") << 1.0;
    }
    void theMaskDecidesAndFollows()
    {
        QFETCH(const double, temperature);
        Sampling sampling;
        sampling.temperature = temperature;
        const std::vector<std::int32_t> allowed = {70, 3, 64};
        auto sampler = makeSampler(sampling, 80, {}, std::make_unique<OneByOne>(allowed));
        const std::vector<float> logits(80, 1.F);
        for (const auto token : allowed)
            QCOMPARE(MUST(sampler.next(logits)), token);
        const auto none = sampler.next(logits);
        QVERIFY(!none.has_value());
        QVERIFY(none.error().code == tf::Code::BadInput);
    }

    void noNumbersAreAnErrorWithTheirPlace_data()
    {
        QTest::addColumn<float>("logit");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
        QTest::newRow("minus infinite") << -std::numeric_limits<float>::infinity();
    }
    void noNumbersAreAnErrorWithTheirPlace()
    {
        QFETCH(const float, logit);
        for (const auto& sampling : {greedy(), Sampling{}}) {
            auto sampler = makeSampler(sampling, 3);
            MUST(sampler.next(std::vector<float>{1, 2, 3, 4}));
            const auto bad = sampler.next(std::vector<float>{1, logit, 3, logit});
            QVERIFY(!bad.has_value());
            const auto& text = bad.error().text;
            QVERIFY2(text.find("token 1 of the answer: 2 of 4") != std::string::npos, text.c_str());
            QVERIFY2(text.find("the first is 1") != std::string::npos, text.c_str());
        }
    }

    void rowsOfADraftEndWhereItIsWrong()
    {
        auto sampler = makeSampler(greedy(), 3);
        const std::vector<float> logits = {0, 9, 0, /**/ 0, 0, 9, /**/ 9, 0, 0, /**/ 0, 9, 0};
        const std::vector<std::int32_t> draft = {1, 2, 1};
        const auto goesOn = [](std::int32_t) { return true; };
        QCOMPARE(MUST(sampleRows(sampler, logits, 3, draft, goesOn)),
                 (std::vector<std::int32_t>{1, 2, 0}));
        QCOMPARE(sampler.numGiven(), std::uint64_t(3));
        const auto endsWithTwo = [](std::int32_t token) { return token != 2; };
        QCOMPARE(MUST(sampleRows(sampler, logits, 3, draft, endsWithTwo)),
                 (std::vector<std::int32_t>{1, 2}));
    }
};

std::unique_ptr<QObject> makeSamplerTest()
{
    return std::make_unique<SamplerTest>();
}

#include "tst_sampler.moc"
