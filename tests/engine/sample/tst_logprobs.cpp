#include "engine/sample/logprobs.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <cmath>

using tf::engine::logprobsOf;

class LogprobsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void areLogarithmsOfChances()
    {
        const std::vector<float> logits = {std::log(1.F), std::log(5.F), std::log(2.F)};
        const auto out = logprobsOf(logits, 2, 2);
        QCOMPARE(out.chosen.token, 2);
        QVERIFY(std::abs(out.chosen.logprob - std::log(0.25)) < 1e-6);
        QCOMPARE(out.top.size(), std::size_t(2));
        QCOMPARE(out.top[0].token, 1);
        QVERIFY(std::abs(out.top[0].logprob - std::log(0.625)) < 1e-6);
        QCOMPARE(out.top[1].token, 2);
    }

    void comeOutLargestFirstAndOfEqualsTheLowestId()
    {
        const auto out = logprobsOf(std::vector<float>{2, 3, 2, 3, 2}, 0, 4);
        std::vector<std::int32_t> tokens;
        for (const auto& top : out.top)
            tokens.push_back(top.token);
        QCOMPARE(tokens, (std::vector<std::int32_t>{1, 3, 0, 2}));
    }

    void askForNoneOrMoreThanThereAre()
    {
        QVERIFY(logprobsOf(std::vector<float>{2, 3}, 0, 0).top.empty());
        QCOMPARE(logprobsOf(std::vector<float>{2, 3}, 0, 9).top.size(), std::size_t(2));
    }

    void addUpToCertainty()
    {
        tf::test::Gen gen(3, 1);
        std::vector<float> logits(1000);
        for (float& logit : logits)
            logit = static_cast<float>(20 * gen.normal());
        double sum = 0;
        for (const auto& top : logprobsOf(logits, 0, 1000).top)
            sum += std::exp(top.logprob);
        QVERIFY(std::abs(sum - 1) < 1e-12);
    }
};

std::unique_ptr<QObject> makeLogprobsTest()
{
    return std::make_unique<LogprobsTest>();
}

#include "tst_logprobs.moc"
