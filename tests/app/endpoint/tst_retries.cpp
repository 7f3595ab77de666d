#include "tests/app/endpoint/certificates.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Profile;

class RetriesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        QVERIFY2(m_certificates->isReady(), "the openssl program makes the certificates");
    }
    void cleanupTestCase() { m_certificates.reset(); }

    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("numRequests");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("saysClose");
        const auto row = [](int status, int numRequests, tf::Code code) {
            for (const bool saysClose : {true, false})
                QTest::addRow("%d%s", status, saysClose ? "" : ", connection kept, then closed")
                    << status << numRequests << static_cast<int>(code) << saysClose;
        };
        for (const int status : {408, 409, 429, 500, 502, 503, 504, 529})
            row(status, 3, tf::Code::Busy);
        row(400, 1, tf::Code::BadInput);
        row(401, 1, tf::Code::Denied);
        row(402, 1, tf::Code::Denied);
        row(403, 1, tf::Code::Denied);
        row(404, 1, tf::Code::BadInput);
        row(413, 1, tf::Code::BadInput);
        row(422, 1, tf::Code::BadInput);
        row(501, 1, tf::Code::Network);
    }
    /// What may pass is asked for three times in all, anything else once.
    void statuses()
    {
        QFETCH(int, status);
        QFETCH(int, numRequests);
        QFETCH(int, code);
        QFETCH(bool, saysClose);
        Answer answer =
            plainAnswer(status, "{\"error\":{\"message\":\"no sk-canary-1234567890\"}}");
        if (!saysClose)
            answer.head.replace("Connection: close\r\n", "");
        ReplayServer server([&](const Incoming&) { return answer; });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(int(server.requests.size()), numRequests);
        QCOMPARE(got.numRetries(), numRequests - 1);
        QVERIFY(got.failed() != nullptr);
        QCOMPARE(static_cast<int>(got.failed()->error.code), code);
        QCOMPARE(got.failed()->trouble->status, std::int64_t(status));
        // Servers repeat the key that they were given.
        QVERIFY(got.failed()->error.text.find("canary") == std::string::npos);
        QVERIFY(got.failed()->trouble->text.find("canary") == std::string::npos);
    }

    void theSecondAttemptSucceeds()
    {
        int count = 0;
        ReplayServer server(
            [&](const Incoming&) { return ++count == 1 ? plainAnswer(503, "{}") : goodAnswer(); });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(got.seen(), std::string("One"));
        QCOMPARE(got.numRetries(), 1);
        QCOMPARE(server.requests.at(0).body, server.requests.at(1).body);
    }

    void retryAfterIsHonoured()
    {
        int count = 0;
        QElapsedTimer clock;
        ReplayServer server([&](const Incoming&) {
            if (++count > 1)
                return goodAnswer();
            clock.start();
            return plainAnswer(429, "{}", "Retry-After: 1\r\n");
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(got.seen(), std::string("One"));
        QVERIFY2(clock.elapsed() >= 990, qPrintable(QString::number(clock.elapsed())));
    }

    void aLongRetryAfterIsLeftToTheUser()
    {
        ReplayServer server(
            [&](const Incoming&) { return plainAnswer(429, "{}", "Retry-After: 3600\r\n"); });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY(got.failed() != nullptr);
        QCOMPARE(server.requests.size(), 1);
    }

    void baseRespIsRetriedBeforeTheAnswerOnly()
    {
        int count = 0;
        bool begins = false;
        ReplayServer server([&](const Incoming&) {
            const QByteArray limit =
                "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}";
            if (++count > 1)
                return goodAnswer();
            return begins ? streamOf({contentChunk("Half"), limit}) : plainAnswer(200, limit);
        });
        Conversation conversation(profileFor(server.url(), "minimax"));
        QCOMPARE(conversation.ask().seen(), std::string("One"));
        QCOMPARE(count, 2);
        count = 0;
        begins = true;
        const Gathered got = conversation.ask();
        QCOMPARE(count, 1);
        QCOMPARE(got.seen(), std::string("Half"));
        QCOMPARE(got.failed()->trouble->vendorCode, std::int64_t(1002));
    }

    /// Qt would by itself send the request again, unseen; only our own visible retries may.
    void anEarlyCloseIsCountedAndShown()
    {
        ReplayServer server([&](const Incoming&) { return Answer{}; });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Network);
        QCOMPARE(int(server.requests.size()), got.numRetries() + 1);
        QCOMPARE(got.numRetries(), 2);
    }

    void aCloseBehindTheAnswerAsksOnce_data()
    {
        QTest::addColumn<bool>("isStream");
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<bool>("saysClose");
        for (const bool isStream : {false, true}) {
            for (const bool isTls : {false, true}) {
                for (const bool saysClose : {false, true})
                    QTest::addRow("%s, %s, %s", isStream ? "stream" : "object",
                                  isTls ? "TLS" : "plain", saysClose ? "announced" : "unannounced")
                        << isStream << isTls << saysClose;
            }
        }
    }
    /// The last bytes and the end of the connection arrive in one moment, many times over.
    void aCloseBehindTheAnswerAsksOnce()
    {
        QFETCH(bool, isStream);
        QFETCH(bool, isTls);
        QFETCH(bool, saysClose);
        Answer answer = isStream ? goodAnswer()
                                 : plainAnswer(200,
                                               "{\"choices\":[{\"message\":{\"content\":\"One\"},"
                                               "\"finish_reason\":\"stop\"}]}");
        answer.after = After::AtOnce;
        if (!saysClose)
            answer.head.replace("Connection: close\r\n", "");
        const auto tls = m_certificates->server(u"good"_s);
        ReplayServer server([&](const Incoming&) { return answer; }, isTls ? &tls : nullptr);
        Profile profile = profileFor(server.url());
        profile.connection.extraCas = m_certificates->authority();
        Conversation conversation(profile);
        constexpr int kNumQuestions = 30;
        for (int asked = 1; asked <= kNumQuestions; ++asked) {
            const Gathered got = conversation.ask();
            QVERIFY2(got.done() != nullptr, got.failed() ? got.failed()->error.text.c_str() : "");
            QCOMPARE(got.seen(), std::string("One"));
            QCOMPARE(got.numRetries(), 0);
            QCOMPARE(int(server.requests.size()), asked);
        }
    }

    /// A connection that may be kept is not: the next request would race against its end.
    void everyRequestHasAConnectionOfItsOwn()
    {
        ReplayServer server([&](const Incoming&) {
            Answer answer = plainAnswer(200,
                                        "{\"choices\":[{\"message\":{\"content\":\"One\"},"
                                        "\"finish_reason\":\"stop\"}]}");
            answer.head.replace("Connection: close\r\n", "");
            answer.after = After::Keep;
            return answer;
        });
        Conversation conversation(profileFor(server.url()));
        for (int asked = 1; asked <= 3; ++asked) {
            QCOMPARE(conversation.ask().seen(), std::string("One"));
            QCOMPARE(server.numConnections, asked);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 3000); // none is left behind
    }

    void nobodyListens()
    {
        QUrl url(u"http://127.0.0.1/v1"_s);
        {
            const ReplayServer server([](const Incoming&) { return Answer{}; });
            url.setPort(server.port());
        }
        const Gathered got = Conversation(profileFor(url)).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Network);
        QCOMPARE(got.numRetries(), 2);
    }

    void cancelWhileWaitingForARetry()
    {
        ReplayServer server(
            [&](const Incoming&) { return plainAnswer(429, "{}", "Retry-After: 30\r\n"); });
        Conversation conversation(profileFor(server.url()));
        auto ticket = conversation.start(questionOf("?"));
        QTRY_COMPARE(conversation.gathered().numRetries(), 1);
        ticket.cancel();
        QVERIFY(conversation.gathered().hasEnded());
        QVERIFY(conversation.gathered().failed()->error.code == tf::Code::Cancelled);
    }

    void aRedirectOnTheSameHostIsFollowed()
    {
        ReplayServer server([&](const Incoming& incoming) {
            return incoming.path == "/v1/chat/completions"
                ? plainAnswer(307, "", "Location: /v2/chat/completions\r\n")
                : goodAnswer();
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(got.seen(), std::string("One"));
        QCOMPARE(server.requests.at(1).path, QByteArray("/v2/chat/completions"));
        QCOMPARE(server.requests[1].body, server.requests[0].body);
    }

    void redirectsElsewhereAreNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("another host") << 307 << true;
        QTest::newRow("a loop") << 308 << false;
        QTest::newRow("303 would ask for another thing") << 303 << false;
    }
    void redirectsElsewhereAreNotFollowed()
    {
        QFETCH(int, status);
        QFETCH(bool, elsewhere);
        ReplayServer other([](const Incoming&) { return goodAnswer(); });
        ReplayServer server([&](const Incoming&) {
            const QByteArray host = elsewhere
                ? other.url(u"localhost"_s).toEncoded() + "/chat/completions"
                : QByteArray("/v1/chat/completions");
            return plainAnswer(status, "", "Location: " + host + "\r\n");
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Denied);
        QCOMPARE(other.numConnections, 0);
        QVERIFY(server.requests.size() <= 4);
    }

private:
    std::unique_ptr<Certificates> m_certificates;
};

std::unique_ptr<QObject> makeRetriesTest()
{
    return std::make_unique<RetriesTest>();
}

#include "tst_retries.moc"
