#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::endpoint::Millis;
using tf::endpoint::Profile;

namespace {

Profile hastyProfile(const QUrl& url)
{
    Profile profile = profileFor(url);
    profile.connection.timeouts = {Millis(400), Millis(500), Millis(300), Millis(10'000)};
    return profile;
}

QByteArray gzipped(const QByteArray& bytes)
{
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-c"_s});
    gzip.write(bytes);
    gzip.closeWriteChannel();
    return gzip.waitForFinished() ? gzip.readAllStandardOutput() : QByteArray();
}

/// The bytes of a short good answer, its body only.
QByteArray shortStream()
{
    return "data: " + contentChunk("One") + "\n\n: ping\n\ndata: " + contentChunk(" two")
        + "\n\ndata: "
          "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"i\",\"function\":"
          "{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}\n\ndata: "
        + stopChunk() + "\n\ndata: [DONE]\n\n";
}

} // namespace

/// Streams that break in every way: what came stays, the reason is named, nothing is sent twice.
class FaultsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// Chunked encoding, so that the cut is known to be one. Every piece whose last byte came is
    /// seen, and the answer is whole as soon as the reason why it ends is.
    void aStreamCutAtEveryByteIsHonest()
    {
        const QByteArray body = shortStream();
        const auto endOf = [&body](const QByteArray& piece) {
            return body.indexOf(piece) + piece.size();
        };
        const qsizetype endOfFirst = endOf(contentChunk("One"));
        const qsizetype endOfSecond = endOf(contentChunk(" two"));
        const qsizetype endOfCall = endOf("\"{}\"}}]}}]}");
        const qsizetype endOfFinish = endOf(stopChunk());
        qsizetype cut = 0;
        ReplayServer server([&](const Incoming&) {
            return Answer{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                          "Transfer-Encoding: chunked\r\n\r\n"
                              + QByteArray::number(body.size(), 16) + "\r\n",
                          {body.left(cut)}};
        });
        Conversation conversation(profileFor(server.url()));
        for (cut = 1; cut <= body.size(); cut += cut < 120 || cut > 300 ? 1 : 3) {
            const auto before = server.requests.size();
            const Gathered got = conversation.ask();
            const QByteArray at = QByteArray::number(cut);
            const bool isWhole = cut >= endOfFinish;
            std::string want = cut >= endOfFirst ? "One" : "";
            want += cut >= endOfSecond ? " two" : "";
            if (cut >= endOfCall)
                want += isWhole ? "[f{}]" : "[f broken]"; // a cut call never runs
            QVERIFY2(got.seen() == want, (at + ": " + got.seen().c_str()).constData());
            QCOMPARE(got.numEnds(), 1);
            QVERIFY2((got.done() != nullptr) == isWhole, at.constData());
            QVERIFY2(isWhole || got.failed()->error.code == tf::Code::Network, at.constData());
            QCOMPARE(server.requests.size(), before + 1); // never sent again
        }
    }

    void isAFailure_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArrayList>("blocks");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("seen");
        const auto row = [](const char* name, const QByteArray& head, const QByteArrayList& blocks,
                            tf::Code code, const char* seen) {
            QTest::newRow(name) << head << blocks << static_cast<int>(code) << QByteArray(seen);
        };
        const QByteArray good = "data: " + contentChunk("One") + "\n\n";
        row("garbage in the stream", streamHead(), {good, "data: {{{{\n\n"}, tf::Code::Corrupt,
            "One");
        row("binary in the stream", streamHead(), {good, QByteArray("data: \0\xff\xfe\n\n", 11)},
            tf::Code::Corrupt, "One");
        row("a web page", streamHead(), {"<!DOCTYPE html><html>login"}, tf::Code::Network, "");
        row("closed without an end", streamHead(), {good}, tf::Code::Network, "One");
        row("nothing at all", streamHead(), {}, tf::Code::Network, "");
        row("row 14: only [DONE]", streamHead(), {"data: [DONE]\n\n"}, tf::Code::Network, "");
        row("an error inside of a good stream", streamHead(),
            {good, "data: {\"error\":{\"message\":\"CUDA error\",\"code\":500}}\n\n"},
            tf::Code::Busy, "One");
        row("an error as an event", streamHead(),
            {good, "event: error\ndata: {\"error\":\"overloaded\"}\n\n"}, tf::Code::Network, "One");
        row("base_resp in a good answer", streamHead(),
            {"data: {\"base_resp\":{\"status_code\":1008,\"status_msg\":\"no balance\"}}\n\n"},
            tf::Code::Denied, "");
        row("an event of 10 MB", streamHead(),
            {good, "data: " + QByteArray(10 << 20, 'x') + "\n\n"}, tf::Code::BadInput, "One");
        row("an object that is cut", "HTTP/1.1 200 OK\r\n\r\n", {"{\"choices\":[{\"mess"},
            tf::Code::Corrupt, "");
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", {}, tf::Code::Network, "");
        row("a failed finish", streamHead(),
            {good, "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}\n\n"},
            tf::Code::Network, "One");
    }
    void isAFailure()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArrayList, blocks);
        QFETCH(int, code);
        QFETCH(QByteArray, seen);
        ReplayServer server([&](const Incoming&) { return Answer{head, blocks}; });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY2(static_cast<int>(got.failed()->error.code) == code,
                 got.failed()->error.describe().c_str());
        QCOMPARE(got.seen(), seen.toStdString());
        QCOMPARE(got.numEnds(), 1);
    }

    void aMissingDoneIsNoFault()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({contentChunk("One"), stopChunk()});
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY(got.done() != nullptr);
        QCOMPARE(got.seen(), std::string("One"));
    }

    void aStallEndsInTime_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no answer") << QByteArray() << QByteArray("no answer within 0.5 s");
        QTest::newRow("half a head")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-") << QByteArray("no answer within 0.5 s");
        QTest::newRow("no body") << streamHead() << QByteArray("no answer within 0.5 s");
        QTest::newRow("half a body") << streamHead() + "data: " + contentChunk("One") + "\n\n"
                                     << QByteArray("nothing more of the answer within 0.3 s");
    }
    void aStallEndsInTime()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, words);
        ReplayServer server([&](const Incoming&) {
            return Answer{.head = head, .blocks = {}, .after = After::Keep};
        });
        const Gathered got = Conversation(hastyProfile(server.url())).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY2(got.failed()->error.text.find(words.toStdString()) != std::string::npos,
                 got.failed()->error.text.c_str());
        QCOMPARE(got.numRetries(), 0); // a slow server has the request
        QCOMPARE(server.requests.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 500);
    }

    void keepAlivesKeepAlive()
    {
        ReplayServer server([](const Incoming&) {
            Answer answer{streamHead(), QByteArrayList(8, ": ping\n\n")};
            answer.blocks << "data: " + contentChunk("One") + "\n\n"
                          << "data: [DONE]\n\n";
            answer.pauseMillis = 100;
            return answer;
        });
        const Gathered got = Conversation(hastyProfile(server.url())).ask();
        QVERIFY2(got.done() != nullptr, got.failed() ? got.failed()->error.text.c_str() : "");
    }

    /// A machine that drops packets: the queue of connections is full, and nobody accepts.
    void noConnectionEndsInTime()
    {
        QTcpServer deaf;
        QVERIFY(deaf.listen(QHostAddress::LocalHost)); // takes TCP, never speaks TLS
        QUrl url(u"https://127.0.0.1/v1"_s);
        url.setPort(deaf.serverPort());
        Profile profile = hastyProfile(url);
        profile.connection.retries.maxRetries = 0;
        const Gathered got = Conversation(profile).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY2(got.failed()->error.text.find("no connection within 0.4 s") != std::string::npos,
                 got.failed()->error.text.c_str());
    }

    void gzipIsUnpacked()
    {
        const QByteArray packed = gzipped(shortStream());
        QVERIFY(!packed.isEmpty());
        ReplayServer server([&](const Incoming& incoming) {
            return incoming.headers.value("accept-encoding").contains("gzip")
                ? Answer{"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", {packed}}
                : plainAnswer(500, "{}");
        });
        QCOMPARE(Conversation(profileFor(server.url())).ask().seen(), std::string("One two[f{}]"));
    }

    void aGzipBombIsLeft()
    {
        const QByteArray packed = gzipped(QByteArray("data: ") + QByteArray(100 << 20, ' '));
        ReplayServer server([&](const Incoming&) {
            return Answer{"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", {packed}};
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY(got.failed() != nullptr);
    }

    /// Sockets of a server that never stops are closed as soon as the limit is passed.
    void anEndlessLineIsLeft()
    {
        ReplayServer server([&](const Incoming&) {
            Answer answer{streamHead(), {QByteArray(1 << 16, 'x')}};
            answer.isEndless = true;
            answer.pauseMillis = 1;
            return answer;
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::BadInput);
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 1000);
    }

    void slowHeadersAreWaitedFor()
    {
        ReplayServer server([](const Incoming&) {
            Answer answer{"", {}};
            const QByteArray whole = streamHead() + shortStream();
            for (qsizetype at = 0; at < whole.size(); at += 20)
                answer.blocks << whole.mid(at, 20);
            answer.pauseMillis = 10;
            return answer;
        });
        QCOMPARE(Conversation(hastyProfile(server.url())).ask().seen(),
                 std::string("One two[f{}]"));
    }
};

std::unique_ptr<QObject> makeFaultsTest()
{
    return std::make_unique<FaultsTest>();
}

#include "tst_faults.moc"
