#include "app/wire/trouble.h"

#include "tests/app/wire/tests.h"
#include "tests/support/test_table.h"

using namespace tf::wire;

class TroubleTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("vendorCode");
        QTest::addColumn<int>("remedy");
        const auto row = [](const char* name, int status, const char* body, const char* text,
                            int code, Remedy remedy) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(text) << code
                                << static_cast<int>(remedy);
        };
        row("OpenAI", 401,
            "{\"error\":{\"message\":\"no such "
            "key\",\"type\":\"auth\",\"code\":\"invalid_api_key\"}}",
            "no such key", 0, Remedy::CheckKey);
        row("row 11: thinking.type", 400,
            "{\"type\":\"error\",\"error\":{\"type\":\"bad_request\",\"message\":\"invalid params, "
            "invalid thinking.type: \\\"enabled\\\" (2013)\"},\"request_id\":\"r\"}",
            "invalid params, invalid thinking.type: \"enabled\" (2013)", 2013,
            Remedy::ChangeRequest);
        row("row 14: tool type", 400, "{\"error\":{\"message\":\"invalid tool type (2013)\"}}",
            "invalid tool type (2013)", 2013, Remedy::ChangeRequest);
        row("base_resp: rate", 200,
            "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}", "rate limit",
            1002, Remedy::RetryLater);
        row("base_resp: balance", 200,
            "{\"base_resp\":{\"status_code\":1008,\"status_msg\":\"no money\"}}", "no money", 1008,
            Remedy::Pay);
        row("plan", 429, "{\"error\":{\"message\":\"used up (2056)\"}}", "used up (2056)", 2056,
            Remedy::WaitForPlan);
        row("row 26: context", 400,
            "{\"error\":{\"message\":\"This model's maximum context length is 524,288 "
            "tokens.\",\"code\":400}}",
            "This model's maximum context length is 524,288 tokens.", 0, Remedy::Shorten);
        row("string", 500, "{\"error\":\"out of memory\"}", "out of memory", 0, Remedy::RetryLater);
        row("detail", 422, "{\"detail\":\"Unprocessable\"}", "Unprocessable", 0,
            Remedy::ChangeRequest);
        row("HTML", 502, "<html>\r\n<head>", "<html>", 0, Remedy::RetryLater);
        row("nothing", 529, "", "", 0, Remedy::RetryLater);
        row("too large", 413, "Too Large", "Too Large", 0, Remedy::Shorten);
        row("an unknown status", 418, "", "", 0, Remedy::Nothing);
        row("OpenRouter", 400,
            "{\"error\":{\"message\":\"Provider returned error\",\"metadata\":{\"raw\":\"bad "
            "image\"}}}",
            "Provider returned error: bad image", 0, Remedy::ChangeRequest);
    }
    void reads()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, text);
        QFETCH(int, vendorCode);
        QFETCH(int, remedy);
        const Trouble trouble = readTrouble(status, body.toStdString());
        QCOMPARE(trouble.text, text.toStdString());
        QCOMPARE(trouble.vendorCode, std::int64_t(vendorCode));
        QCOMPARE(static_cast<int>(remedyOf(trouble)), remedy);
        QCOMPARE(trouble.status, std::int64_t(status));
    }

    void theLimitIsTakenFromTheWords()
    {
        const auto limit = [](const char* text) {
            return readTrouble(400, text).limitTokens.value_or(0);
        };
        QCOMPARE(limit("maximum context length is 524,288 tokens"), std::int64_t(524288));
        QCOMPARE(limit("the context window of 1000000"), std::int64_t(1000000));
        QCOMPARE(limit("maximum context length is 99999999999999999999"), std::int64_t(0));
        QCOMPARE(limit("error 123456"), std::int64_t(0));
    }

    void aGoodAnswerIsNoTrouble()
    {
        for (const char* text : {"{\"choices\":[]}", "{\"error\":null,\"choices\":[]}",
                                 "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}"})
            QVERIFY(!troubleIn(MUST(tf::json::parse(text))).has_value());
    }

    void wordsAreCut()
    {
        const std::string body = "{\"error\":\"" + std::string(1 << 16, 'x') + "\"}";
        QVERIFY(readTrouble(500, body).text.size() <= kMaxTroubleBytes);
        QVERIFY(readTrouble(500, std::string(1 << 16, '\xff')).text.size() <= 3 * kMaxTroubleBytes);
    }
};

std::unique_ptr<QObject> makeTroubleTest()
{
    return std::make_unique<TroubleTest>();
}

#include "tst_trouble.moc"
