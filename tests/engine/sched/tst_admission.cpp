#include "engine/sched/admission.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <limits>

using namespace tf::engine;
using tf::Code;

namespace {

constexpr AdmissionLimits kLimits{1000, 50, 10, 4};

SequenceRequest requestOf(std::size_t numTokens, std::int64_t maxNewTokens)
{
    return {{std::vector<std::int32_t>(numTokens, 7), {}}, maxNewTokens};
}

} // namespace

Q_DECLARE_METATYPE(SequenceRequest)

class AdmissionTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatJustFits()
    {
        QVERIFY(checkRequest(requestOf(30, 10), kLimits).has_value());
        QVERIFY(checkRequest(requestOf(1, 1), kLimits).has_value());
    }

    void refusesWithTheNumbers_data()
    {
        QTest::addColumn<SequenceRequest>("request");
        QTest::addColumn<std::string>("numbers");
        const auto row = [](const char* name, SequenceRequest request, const char* numbers) {
            QTest::newRow(name) << std::move(request) << std::string(numbers);
        };
        row("no prompt", requestOf(0, 1), "without tokens");
        row("no answer", requestOf(5, 0), "0 tokens");
        row("one page too many", requestOf(31, 10),
            "need 11 pages of 4 positions: the cache has 10");
        row("too long", requestOf(900, 101), "takes 1000 positions");
        row("no end", requestOf(9, std::numeric_limits<std::int64_t>::max()), "1000 positions");
        auto request = requestOf(5, 5);
        request.prompt.tokens[3] = 50;
        row("a strange token", request, "token 50 at position 3");
        request.prompt.tokens[3] = -1;
        row("a negative token", request, "token -1 at position 3");
        request = requestOf(5, 5);
        request.prompt.media = {{2, 4, {}}};
        row("media behind the end", request, "position 2 with 4");
        request.prompt.media = {{0, 2, {}}, {1, 2, {}}};
        row("media that overlap", request, "position 1 with 2");
        request.prompt.media = {{1, std::numeric_limits<std::int64_t>::max(), {}}};
        row("endless media", request, "position 1");
    }
    void refusesWithTheNumbers()
    {
        QFETCH(const SequenceRequest, request);
        QFETCH(const std::string, numbers);
        const auto refused = checkRequest(request, kLimits);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().text.find(numbers) != std::string::npos,
                 refused.error().text.c_str());
    }

    void tellsWrongFromTooLarge()
    {
        QVERIFY(checkRequest(requestOf(41, 1), kLimits).error().code == Code::OutOfMemory);
        QVERIFY(checkRequest(requestOf(0, 1), kLimits).error().code == Code::BadInput);
    }
};

std::unique_ptr<QObject> makeAdmissionTest()
{
    return std::make_unique<AdmissionTest>();
}

#include "tst_admission.moc"
