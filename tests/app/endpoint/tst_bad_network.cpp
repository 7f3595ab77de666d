// Networks that stand in the way: login pages, and proxies that gather.

#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;

namespace {

Answer pageAnswer(int status, const QByteArray& type, const QByteArray& body)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Status\r\nConnection: close\r\n"
                + "Content-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n\r\n",
            {body}};
}

} // namespace

class BadNetworkTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPageIsCalledAPage_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const QByteArray html = "text/html; charset=utf-8";
        QTest::newRow("200") << 200 << html << QByteArray("<!DOCTYPE html><title>Hotel</title>");
        QTest::newRow("behind a byte order mark")
            << 200 << html << QByteArray("\xef\xbb\xbf<html>Hotel</html>");
        QTest::newRow("one that begins with words") << 200 << html << QByteArray("Welcome <b>you");
        QTest::newRow("of no type")
            << 200 << QByteArray("application/json") << QByteArray("\n <html>Hotel</html>");
        QTest::newRow("xhtml") << 200 << QByteArray("application/xhtml+xml")
                               << QByteArray("<?xml version='1.0'?><html/>");
        QTest::newRow("511") << 511 << html << QByteArray("<html>Log in</html>");
    }
    /// To a question and to a probe alike.
    void aPageIsCalledAPage()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        ReplayServer server([&](const Incoming&) { return pageAnswer(status, type, body); });
        Conversation conversation(profileFor(server.url()));
        const Gathered got = conversation.ask();
        QVERIFY(got.failed() != nullptr);
        const auto isTold = [](const std::string& text) {
            return text.find("a web page, not as an API") != std::string::npos
                && text.find("a login page of the network?") != std::string::npos;
        };
        QVERIFY2(isTold(got.failed()->error.text), got.failed()->error.text.c_str());
        QVERIFY(got.failed()->error.code == tf::Code::Network);
        QCOMPARE(got.numRetries(), 0);
        QCOMPARE(got.seen(), std::string());
        const std::string probed = probeError(conversation);
        QVERIFY2(isTold(probed) || type == "application/json", probed.c_str());
    }

    void aWayToALoginPageIsNotFollowed()
    {
        ReplayServer portal([](const Incoming&) { return pageAnswer(200, "text/html", "<html>"); });
        for (const int status : {302, 303, 307}) {
            ReplayServer server([&](const Incoming&) {
                return plainAnswer(status, {},
                                   "Location: " + portal.url(u"localhost"_s).toEncoded() + "\r\n");
            });
            Conversation conversation(profileFor(server.url()));
            const Gathered got = conversation.ask();
            QVERIFY(got.failed() != nullptr);
            for (const std::string& text : {got.failed()->error.text, probeError(conversation)})
                QVERIFY2(text.find("sends requests on to localhost") != std::string::npos
                             && text.find("login page of the network") != std::string::npos,
                         text.c_str());
            QCOMPARE(got.numRetries(), 0);
        }
        QCOMPARE(portal.numConnections, 0);
    }

    /// The server's beginning and end are as a proxy of that kind leaves them: nothing for long,
    /// then everything at once.
    void aGatheredStreamArrivesWholeAndIsTold_data()
    {
        QTest::addColumn<bool>("headFirst");
        QTest::newRow("head and all at the end") << false;
        QTest::newRow("the head at once, all else at the end") << true;
    }
    void aGatheredStreamArrivesWholeAndIsTold()
    {
        QFETCH(bool, headFirst);
        QByteArray all;
        for (int idx = 0; idx < 200; ++idx)
            all += "data: " + contentChunk("a") + "\n\n";
        all += "data: " + stopChunk() + "\n\ndata: [DONE]\n\n";
        ReplayServer server([&](const Incoming&) {
            Answer answer = headFirst ? Answer{streamHead(), {}} : Answer{{}, {streamHead()}};
            answer.blocks << all;
            answer.pauseMillis = headFirst ? 1'200 : 600;
            return answer;
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY2(got.done() != nullptr, got.failed() ? got.failed()->error.text.c_str() : "");
        QCOMPARE(got.seen(), std::string(200, 'a'));
        QCOMPARE(got.numRetries(), 0);
        QCOMPARE(server.requests.size(), 1);
        QVERIFY2(got.notes().find("in one piece after 1.") != std::string::npos,
                 got.notes().c_str());
    }

    void aFastServerIsNotTakenForAProxy()
    {
        ReplayServer server([&](const Incoming&) {
            Answer answer = streamOf(QByteArrayList(300, contentChunk("a")));
            answer.blocks << "data: [DONE]\n\n";
            answer.delayMillis = 1'200;
            answer.pauseMillis = 0.5; // 2,000 tokens a second
            return answer;
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(got.seen(), std::string(300, 'a'));
        QCOMPARE(got.notes(), std::string());
    }

private:
    static std::string probeError(Conversation& conversation)
    {
        std::optional<tf::Result<std::vector<tf::wire::ListedModel>>> answer;
        conversation.endpoint().probe([&](auto models) { answer = std::move(models); });
        const bool hasCome = QTest::qWaitFor([&] { return answer.has_value(); });
        return hasCome && !*answer ? answer->error().text : std::string("no error");
    }
};

std::unique_ptr<QObject> makeBadNetworkTest()
{
    return std::make_unique<BadNetworkTest>();
}

#include "tst_bad_network.moc"
