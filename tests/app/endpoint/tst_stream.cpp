#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Profile;

namespace {

Answer longStream(int numTokens, double pauseMillis)
{
    QByteArrayList events;
    for (int idx = 0; idx < numTokens; ++idx)
        events << contentChunk("t" + QByteArray::number(idx) + " ");
    events << stopChunk() << "[DONE]";
    Answer answer = streamOf(events);
    answer.pauseMillis = pauseMillis;
    return answer;
}

} // namespace

class StreamTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsStreamed()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({contentChunk("Hel"), contentChunk("lo"), stopChunk(), "[DONE]"});
        });
        Conversation conversation(profileFor(server.url()));
        const Gathered got = conversation.ask("Hi");
        QCOMPARE(got.seen(), std::string("Hello"));
        QVERIFY(got.done() != nullptr);
        QVERIFY(got.done()->finish == tf::wire::Finish::Stop);
        QCOMPARE(got.done()->usage->promptTokens.value_or(0), std::int64_t(3));
        QCOMPARE(got.numEnds(), 1);
        QCOMPARE(server.requests.size(), 1);
        QCOMPARE(server.requests[0].path, QByteArray("/v1/chat/completions"));
        QVERIFY(server.requests[0].body.contains("\"content\":\"Hi\""));
    }

    void aWholeAnswerIsReadToo()
    {
        ReplayServer server([](const Incoming&) {
            return plainAnswer(200,
                               "{\"model\":\"x\",\"choices\":[{\"message\":{\"content\":\"Hello\"},"
                               "\"finish_reason\":\"stop\"}]}");
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(got.seen(), std::string("Hello"));
        QVERIFY(got.done() != nullptr);
        QCOMPARE(got.done()->model, std::string("x"));
    }

    void theKeyIsInOneHeaderOnly()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({contentChunk("a"), "[DONE]"});
        });
        const Profile profile = profileFor(server.url());
        Conversation(profile).ask();
        const Incoming& incoming = server.requests.at(0);
        const auto key = QByteArray::fromStdString(profile.key);
        QCOMPARE(incoming.headers.value("authorization"), "Bearer " + key);
        QVERIFY(!incoming.path.contains(key) && !incoming.body.contains(key));
        for (auto it = incoming.headers.begin(); it != incoming.headers.end(); ++it)
            QVERIFY(it.key() == "authorization" || !it.value().contains(key));
    }

    void withoutAKeyThereIsNoHeader()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({contentChunk("a"), "[DONE]"});
        });
        Profile profile = profileFor(server.url());
        profile.key.clear();
        Conversation(profile).ask();
        QVERIFY(!server.requests.at(0).headers.contains("authorization"));
    }

    void aKeyThatWouldEndTheHeaderIsRefused()
    {
        ReplayServer server([](const Incoming&) { return streamOf({"[DONE]"}); });
        Profile profile = profileFor(server.url());
        profile.key = "sk-1\r\nX-Evil: 1";
        const Gathered got = Conversation(profile).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Denied);
        QCOMPARE(server.numConnections, 0);
    }

    void speeds_data()
    {
        QTest::addColumn<int>("tokensPerSecond");
        QTest::addColumn<int>("numTokens");
        QTest::newRow("50") << 50 << 50;
        QTest::newRow("500") << 500 << 500;
        QTest::newRow("2,000") << 2000 << 4000;
    }
    /// Every token arrives, in order, and none waits for long behind its sending.
    void speeds()
    {
        QFETCH(int, tokensPerSecond);
        QFETCH(int, numTokens);
        ReplayServer server(
            [&](const Incoming&) { return longStream(numTokens, 1000.0 / tokensPerSecond); });
        Conversation conversation(profileFor(server.url()));
        QElapsedTimer clock;
        clock.start();
        const Gathered got = conversation.ask();
        std::string want;
        for (int idx = 0; idx < numTokens; ++idx)
            want += "t" + std::to_string(idx) + " ";
        QCOMPARE(got.seen(), want);
        QVERIFY(got.done() != nullptr);
        QVERIFY2(clock.elapsed() < 1000 * numTokens / tokensPerSecond + 2000,
                 qPrintable(QString::number(clock.elapsed())));
    }

    void aLargeRequestIsUploadedWithProgress()
    {
        qsizetype received = 0;
        ReplayServer server([&](const Incoming& incoming) {
            received = incoming.body.size();
            return streamOf({contentChunk("seen"), "[DONE]"});
        });
        tf::endpoint::Request request = questionOf("?");
        const auto bytes = std::make_shared<const std::string>(std::size_t(4) << 20, 'x');
        request.chat.messages[0].parts.emplace_back(
            tf::wire::ImagePart{{"image/png", bytes, {}}, {}, {}});
        Conversation conversation(profileFor(server.url()));
        const Gathered got = conversation.ask(std::move(request));
        QCOMPARE(got.seen(), std::string("seen"));
        QVERIFY2(received > (qsizetype(5) << 20), qPrintable(QString::number(received)));
        const auto* progress = got.last<tf::endpoint::Progress>();
        QVERIFY(progress != nullptr);
        QCOMPARE(progress->done, std::int64_t(received));
        QCOMPARE(progress->total, std::int64_t(received));
    }

    void whatTheServerCannotTakeIsNotSent()
    {
        ReplayServer server([](const Incoming&) { return streamOf({"[DONE]"}); });
        tf::endpoint::Request request = questionOf("?");
        const auto bytes = std::make_shared<const std::string>(std::size_t(11) << 20, 'x');
        request.chat.messages[0].parts.emplace_back(
            tf::wire::ImagePart{{"image/png", bytes, {}}, {}, {}});
        const Gathered got = Conversation(profileFor(server.url())).ask(std::move(request));
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::BadInput);
        QCOMPARE(server.numConnections, 0);
    }

    void cancelClosesTheSocket()
    {
        ReplayServer server([](const Incoming&) { return longStream(100'000, 2); });
        Conversation conversation(profileFor(server.url()));
        for (int round = 0; round < 5; ++round) {
            conversation.gathered() = {};
            auto ticket = conversation.start(questionOf("?"));
            QTRY_VERIFY(!conversation.gathered().seen().empty());
            QCOMPARE(server.numOpen, 1);
            QElapsedTimer clock;
            clock.start();
            ticket.cancel();
            QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 250);
            QVERIFY2(clock.elapsed() <= 250, qPrintable(QString::number(clock.elapsed())));
            const auto before = conversation.gathered().seen();
            QTest::qWait(20);
            QCOMPARE(conversation.gathered().seen(), before); // no later token
            QCOMPARE(conversation.gathered().numEnds(), 1);
            QVERIFY(conversation.gathered().failed()->error.code == tf::Code::Cancelled);
            ticket.cancel(); // harmless
        }
    }

    void anEndpointThatGoesEndsItsRequests()
    {
        ReplayServer server([](const Incoming&) { return longStream(100'000, 2); });
        auto sink = std::make_shared<tf::Mailbox<tf::endpoint::Event>>(nullptr);
        tf::endpoint::Reach reach;
        auto endpoint =
            std::make_unique<tf::endpoint::OpenAiEndpoint>(profileFor(server.url()), reach);
        auto ticket = endpoint->start(questionOf("?"), sink);
        QTRY_COMPARE(server.numOpen, 1);
        endpoint.reset();
        ticket.cancel();
        const auto events = sink->drain();
        QVERIFY(!events.empty());
        QVERIFY(std::holds_alternative<tf::endpoint::Failed>(events.back().what));
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 1000);
    }

    void silenceIsTold()
    {
        ReplayServer server([](const Incoming&) {
            Answer answer = streamOf({contentChunk("a"), stopChunk(), "[DONE]"});
            answer.delayMillis = 300;
            return answer;
        });
        Profile profile = profileFor(server.url());
        profile.connection.timeouts.notice = tf::endpoint::Millis(100);
        const Gathered got = Conversation(profile).ask();
        QCOMPARE(got.seen(), std::string("a"));
        QVERIFY(got.last<tf::endpoint::Waiting>() != nullptr);
        QVERIFY(got.last<tf::endpoint::Waiting>()->since >= tf::endpoint::Millis(100));
    }

    void twoAtOnceDoNotMix()
    {
        ReplayServer server([](const Incoming& incoming) {
            const QByteArray word = incoming.body.contains("first") ? "one " : "two ";
            QByteArrayList events(50, contentChunk(word));
            events << "[DONE]";
            Answer answer = streamOf(events);
            answer.pauseMillis = 2;
            return answer;
        });
        Conversation first(profileFor(server.url()));
        Conversation second(profileFor(server.url()));
        first.start(questionOf("first"));
        second.start(questionOf("second"));
        QVERIFY(first.waitForEnd() && second.waitForEnd());
        QCOMPARE(first.gathered().seen(), QByteArray("one ").repeated(50).toStdString());
        QCOMPARE(second.gathered().seen(), QByteArray("two ").repeated(50).toStdString());
    }

    void aProbeNamesTheModels()
    {
        ReplayServer server([](const Incoming& incoming) {
            return incoming.method == "GET" && incoming.path == "/v1/models"
                ? plainAnswer(200, "{\"data\":[{\"id\":\"M3\",\"max_model_len\":1048576}]}")
                : plainAnswer(404, "{}");
        });
        Conversation conversation(profileFor(server.url()));
        std::optional<tf::Result<std::vector<tf::wire::ListedModel>>> models;
        conversation.endpoint().probe([&](auto result) { models.emplace(std::move(result)); });
        QTRY_VERIFY(models.has_value());
        QVERIFY(models->has_value());
        QCOMPARE(models->value().at(0).id, std::string("M3"));
        QCOMPARE(models->value()[0].maxTokens.value_or(0), std::int64_t(1048576));
    }
};

std::unique_ptr<QObject> makeStreamTest()
{
    return std::make_unique<StreamTest>();
}

#include "tst_stream.moc"
