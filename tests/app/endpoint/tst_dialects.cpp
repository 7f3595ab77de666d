#include "tests/app/endpoint/chunk_json.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::test;
using tf::wire::Thinking;

/// What goes out to each kind of server, and what its answers mean: rows of serving.md section 6 by
/// number. Shapes of answers alone are in tests/app/wire (reply, think_tags, calls, trouble).
class DialectsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void thinkingIsAskedForAsTheServerWants_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("thinking");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<bool>("isNoted");
        const auto row = [](const char* kind, Thinking thinking, const char* piece,
                            bool isNoted = false) {
            QTest::addRow("row 11, 12: %s %d", kind, static_cast<int>(thinking))
                << QByteArray(kind) << static_cast<int>(thinking) << QByteArray(piece) << isNoted;
        };
        for (const char* kind : {"vllm", "sglang", "llamacpp"}) {
            row(kind, Thinking::Off, "\"chat_template_kwargs\":{\"thinking_mode\":\"disabled\"}");
            row(kind, Thinking::Adaptive,
                "\"chat_template_kwargs\":{\"thinking_mode\":\"adaptive\"}");
            row(kind, Thinking::On, "\"chat_template_kwargs\":{\"thinking_mode\":\"enabled\"}");
        }
        // MiniMax refuses "enabled".
        row("minimax", Thinking::Off, "\"thinking\":{\"type\":\"disabled\"}");
        row("minimax", Thinking::Adaptive, "\"thinking\":{\"type\":\"adaptive\"}");
        row("minimax", Thinking::On, "\"thinking\":{\"type\":\"adaptive\"}", true);
        row("openrouter", Thinking::Off, "\"reasoning\":{\"enabled\":false}");
        row("openrouter", Thinking::Adaptive, "\"reasoning\":{\"enabled\":true}", true);
        row("openrouter", Thinking::On, "\"reasoning\":{\"enabled\":true}");
    }
    void thinkingIsAskedForAsTheServerWants()
    {
        QFETCH(QByteArray, kind);
        QFETCH(int, thinking);
        QFETCH(QByteArray, piece);
        QFETCH(bool, isNoted);
        const bool thinks = static_cast<Thinking>(thinking) != Thinking::Off;
        ReplayServer server([&](const Incoming&) {
            return streamOf({deltaOf(thinks ? "\"reasoning\":\"hm\",\"content\":\"One\""
                                            : "\"content\":\"One\""),
                             stopChunk(), "[DONE]"});
        });
        tf::endpoint::Request request = questionOf("?");
        request.chat.thinking = static_cast<Thinking>(thinking);
        const Gathered got =
            Conversation(profileFor(server.url(), kind.toStdString())).ask(std::move(request));
        QVERIFY2(server.requests.at(0).body.contains(piece), server.requests[0].body.constData());
        QVERIFY(!server.requests[0].body.contains("\"enabled\"") || !kind.contains("minimax"));
        QCOMPARE(!got.notes().empty(), isNoted);
        QVERIFY(got.done() != nullptr);
    }

    void anUnknownServerIsNotAskedForThinkingAtRandom()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({contentChunk("One"), "[DONE]"});
        });
        tf::endpoint::Request request = questionOf("?");
        Conversation conversation(profileFor(server.url(), "other"));
        QCOMPARE(conversation.ask(request).seen(), std::string("One"));
        request.chat.thinking = Thinking::On;
        const Gathered got = conversation.ask(request);
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.code == tf::Code::Unsupported);
    }

    /// 10: reasoning although it was off. 12: none although it was on. 25: reasoning ate the room.
    void whatTheServerDoesNotHonourIsSaid_data()
    {
        QTest::addColumn<int>("thinking");
        QTest::addColumn<QByteArrayList>("chunks");
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("row 10: reasons although off")
            << static_cast<int>(Thinking::Off)
            << QByteArrayList{deltaOf("\"content\":\"<think>a</think>b\""), stopChunk()}
            << QByteArray("although thinking was off");
        QTest::newRow("row 12: never turns on")
            << static_cast<int>(Thinking::On) << QByteArrayList{contentChunk("b"), stopChunk()}
            << QByteArray("sent no reasoning");
        QTest::newRow("row 25: thinking eats max_tokens")
            << static_cast<int>(Thinking::Adaptive)
            << QByteArrayList{"{\"choices\":[{\"delta\":{\"reasoning\":\"a\"},\"finish_reason\":"
                              "\"length\"}]}"}
            << QByteArray("used up all the tokens");
    }
    void whatTheServerDoesNotHonourIsSaid()
    {
        QFETCH(int, thinking);
        QFETCH(QByteArrayList, chunks);
        QFETCH(QByteArray, note);
        ReplayServer server([&](const Incoming&) { return streamOf(chunks); });
        tf::endpoint::Request request = questionOf("?");
        request.chat.thinking = static_cast<Thinking>(thinking);
        const Gathered got = Conversation(profileFor(server.url())).ask(std::move(request));
        QVERIFY(got.done() != nullptr);
        QVERIFY2(got.notes().find(note.toStdString()) != std::string::npos, got.notes().c_str());
    }

    /// 4: arguments grow in sight of the user. 9: merged by index.
    void aCallGrowsAndComesOnce()
    {
        const auto call = [](const QByteArray& rest) {
            return deltaOf("\"tool_calls\":[{\"index\":0," + rest + "}]");
        };
        ReplayServer server([&](const Incoming&) {
            return streamOf({call("\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}"),
                             call("\"function\":{\"name\":null,\"arguments\":\"{\\\"x\\\"\"}"),
                             call("\"function\":{\"arguments\":\":1}\"}"),
                             "{\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}",
                             "[DONE]"});
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(got.seen(), std::string("[f{\"x\":1}]"));
        QVERIFY(got.done()->finish == tf::wire::Finish::Calls);
        int numGrowths = 0;
        for (const auto& event : got.events) {
            const auto* reply = std::get_if<tf::wire::ReplyEvent>(&event.what);
            numGrowths += reply && reply->kind == tf::wire::ReplyEvent::Kind::CallGrows;
        }
        QCOMPARE(numGrowths, 3);
    }

    /// 11 and 14: the server's words reach the user, and nothing is sent again.
    void wordsOf2013AreShown()
    {
        ReplayServer server([](const Incoming&) {
            return plainAnswer(
                400, "{\"type\":\"error\",\"error\":{\"message\":\"invalid tool type (2013)\"}}");
        });
        const Gathered got = Conversation(profileFor(server.url(), "minimax")).ask();
        QCOMPARE(got.failed()->trouble->vendorCode, std::int64_t(2013));
        QVERIFY(got.failed()->error.text.find("invalid tool type") != std::string::npos);
        QCOMPARE(server.requests.size(), 1);
    }

    /// 26: the limit that a server really has, learnt from its refusal.
    void theLiveLimitIsLearnt()
    {
        ReplayServer server([](const Incoming&) {
            return plainAnswer(
                400, "{\"error\":{\"message\":\"maximum context length is 524288 tokens\"}}");
        });
        const Gathered got = Conversation(profileFor(server.url())).ask();
        QCOMPARE(got.failed()->trouble->limitTokens.value_or(0), std::int64_t(524288));
        QVERIFY(tf::wire::remedyOf(*got.failed()->trouble) == tf::wire::Remedy::Shorten);
    }

    /// MiniMax: growing snapshots, details to be sent back, usage inside of the last chunk.
    void minimaxSnapshots()
    {
        const auto chunk = [](const QByteArray& reasoning, const QByteArray& content) {
            return deltaOf(
                "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":0,\"text\":\""
                + reasoning + "\"}],\"content\":\"" + content + "\"");
        };
        ReplayServer server([&](const Incoming&) {
            return streamOf({chunk("Let me think.", ""), chunk("Let me think. Two.", ""),
                             chunk("Let me think. Two. Four.", "The answer"),
                             chunk("Let me think. Two. Four.", "The answer is four."),
                             stopChunk()});
        });
        const Gathered got = Conversation(profileFor(server.url(), "minimax")).ask();
        QCOMPARE(got.seen(), std::string("think{Let me think. Two. Four.}The answer is four."));
        QCOMPARE(tf::json::write(got.done()->reasoningDetails),
                 std::string("[{\"type\":\"reasoning.text\",\"index\":0,"
                             "\"text\":\"Let me think. Two. Four.\"}]"));
        QVERIFY(server.requests.at(0).body.contains("\"reasoning_split\":true"));
    }
};

std::unique_ptr<QObject> makeDialectsTest()
{
    return std::make_unique<DialectsTest>();
}

#include "tst_dialects.moc"
