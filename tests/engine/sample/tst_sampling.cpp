#include "engine/sample/sampling.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <limits>

using tf::engine::checkSampling;
using tf::engine::Sampling;

Q_DECLARE_METATYPE(Sampling)

class SamplingTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreAllowed() { QVERIFY(checkSampling({}, 10).has_value()); }

    void refusesByName_data()
    {
        QTest::addColumn<Sampling>("sampling");
        QTest::addColumn<std::string>("name");
        const auto row = [](const char* name, auto change) {
            Sampling sampling;
            change(sampling);
            QTest::newRow(name) << sampling << std::string(name);
        };
        const double nan = std::numeric_limits<double>::quiet_NaN();
        row("temperature -0.1", [](Sampling& s) { s.temperature = -0.1; });
        row("temperature nan", [nan](Sampling& s) { s.temperature = nan; });
        row("top_k -1", [](Sampling& s) { s.topK = -1; });
        row("top_p 1.5", [](Sampling& s) { s.topP = 1.5; });
        row("min_p -1", [](Sampling& s) { s.minP = -1; });
        row("repetition_penalty 0", [](Sampling& s) { s.repetitionPenalty = 0; });
        row("presence_penalty 1000", [](Sampling& s) { s.presencePenalty = 1000; });
        row("frequency_penalty -1000", [](Sampling& s) { s.frequencyPenalty = -1000; });
        row("token 10 of 10", [](Sampling& s) { s.bias = {{10, 1}}; });
        row("token -1 of 10", [](Sampling& s) { s.bias = {{-1, 1}}; });
        row("logit_bias nan", [nan](Sampling& s) { s.bias = {{1, nan}}; });
    }
    void refusesByName()
    {
        QFETCH(const Sampling, sampling);
        QFETCH(const std::string, name);
        const auto refused = checkSampling(sampling, 10);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().text.find(name) != std::string::npos,
                 refused.error().text.c_str());
    }
};

std::unique_ptr<QObject> makeSamplingTest()
{
    return std::make_unique<SamplingTest>();
}

#include "tst_sampling.moc"
