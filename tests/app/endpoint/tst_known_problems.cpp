#include "tests/app/endpoint/chunk_json.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::test;
using tf::wire::Thinking;

namespace {

/// The same reasoning and answer in every shape that servers send them in.
struct Shape {
    const char* name;
    QByteArrayList chunks;
};

const std::vector<Shape>& shapes()
{
    static const std::vector<Shape> all{
        {"reasoning_content", {deltaOf("\"reasoning_content\":\"hm\""), contentOf("Four.")}},
        {"reasoning", {deltaOf("\"reasoning\":\"hm\""), contentOf("Four.")}},
        {"reasoning_details",
         {deltaOf("\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hm\"}]"),
          contentOf("Four.")}},
        {"two fields",
         {deltaOf("\"reasoning\":\"hm\",\"reasoning_details\":[{\"type\":\"reasoning.text\","
                  "\"text\":\"hm\"}]"),
          contentOf("Four.")}},
        {"<think>", {contentOf("<think>hm</think>Four.")}},
        {"<mm:think>", {contentOf("<mm:think>hm"), contentOf("</mm:think>Four.")}},
    };
    return all;
}

} // namespace

/// Rows of serving.md, section 6 ("recurring problems"), by their numbers, as a client sees them.
///
/// 1 to 9 and 15 are in tst_known_answers. Elsewhere, under the same names ("row 4: …"): 1-10 once
/// more, shape by shape, in tests/app/wire (tst_think_tags, tst_reply, tst_calls); 4 and 9 as they
/// grow, 11, 12, 25 and 26 in tst_dialects; 14 in tst_faults; 11, 14 and 26 in
/// tests/app/wire/tst_trouble; 26's price in tst_price; 27's silence before an answer in tst_stream
/// (silenceIsTold), its stall in tst_faults (aStallEndsInTime).
///
/// Not a client's, which sees a refusal (26), a broken stream (tst_faults) or wrong text. Ours are
/// held to them in tests/kernels/cpu/tst_attention (16: the choice of blocks), in
/// tests/engine/sched tst_prefix_cache (17), tst_drafted_answers (18) and tst_admission (19, 20),
/// in tests/engine/run tst_memory (20) and tst_pages (24: an FP8 cache). 22, 23: how a server is
/// launched. 25's loop detector is an agent's, 28 is about downloads.
class KnownProblemsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void row10_reasoningIsFoundInEveryShape_data()
    {
        QTest::addColumn<int>("shape");
        for (std::size_t idx = 0; idx < shapes().size(); ++idx)
            QTest::addRow("row 10: %s", shapes()[idx].name) << static_cast<int>(idx);
    }
    void row10_reasoningIsFoundInEveryShape()
    {
        QFETCH(int, shape);
        const QByteArrayList chunks = shapes()[static_cast<std::size_t>(shape)].chunks;
        ReplayServer server([&](const Incoming&) {
            return streamOf(chunks + QByteArrayList{stopChunk(), "[DONE]"});
        });
        for (const auto& kind : tf::endpoint::serverKinds()) {
            tf::endpoint::Request request = questionOf("?");
            const bool canSwitch = !kind.dialect.word(Thinking::Off).wire.empty();
            if (canSwitch)
                request.chat.thinking = Thinking::Off;
            const Gathered got =
                Conversation(profileFor(server.url(), kind.id)).ask(std::move(request));
            QCOMPARE(got.seen(), std::string("think{hm}Four."));
            QCOMPARE(got.notes().find("although thinking was off") != std::string::npos, canSwitch);
        }
    }

    /// By the other route M3 thinks in the first turn only; here every turn asks, and the chain of
    /// thought goes back as it came.
    void row13_laterTurnsThinkToo()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({shapes()[2].chunks[0], contentOf("Four."), stopChunk(), "[DONE]"});
        });
        Conversation conversation(profileFor(server.url(), "minimax"));
        tf::endpoint::Request request = questionOf("?");
        request.chat.thinking = Thinking::On;
        const Gathered first = conversation.ask(request);
        tf::wire::Message said;
        said.role = tf::wire::Role::Assistant;
        said.parts.emplace_back(tf::wire::TextPart{"Four."});
        said.reasoning = "hm";
        said.reasoningDetails = first.done()->reasoningDetails;
        request.chat.messages.push_back(said);
        request.chat.messages.push_back(request.chat.messages.front());
        QCOMPARE(conversation.ask(request).seen(), std::string("think{hm}Four."));
        for (const Incoming& incoming : server.requests) {
            QVERIFY(incoming.body.contains("\"thinking\":{\"type\":\"adaptive\"}"));
            QVERIFY(incoming.body.contains("\"reasoning_split\":true"));
            QCOMPARE(incoming.path, QByteArray("/v1/chat/completions"));
        }
        QVERIFY(server.requests.at(1).body.contains(
            "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hm\"}]"));
    }

    void row14_toolsHaveTheFormThatIsTaken()
    {
        ReplayServer server([](const Incoming&) { return goodAnswer(); });
        tf::endpoint::Request request = questionOf("?");
        request.chat.tools.push_back({MUST(tf::json::parse(
            "{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}"))});
        for (const auto& kind : tf::endpoint::serverKinds()) {
            Conversation(profileFor(server.url(), kind.id)).ask(request);
            QVERIFY(server.requests.last().body.contains(
                "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\","));
        }
    }

    /// Not only [DONE] alone (tst_faults): a stream that says nothing is no answer.
    void row14_anEmptyStreamIsAnError()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf(
                {deltaOf("\"role\":\"assistant\",\"content\":\"\""), stopChunk(), "[DONE]"});
        });
        const Gathered got = Conversation(profileFor(server.url(), "minimax")).ask();
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.text.find("empty answer") != std::string::npos);
        QCOMPARE(server.requests.size(), 1);
    }

    /// A picture that breaks a request leaves the one beside it alone, and the next one too.
    void row21_oneRequestBreaksAlone()
    {
        ReplayServer server([](const Incoming& incoming) {
            if (incoming.body.contains("image_url")) {
                Answer broken = streamOf({contentOf("I see ")});
                broken.after = After::Reset;
                broken.pauseMillis = 5;
                return broken;
            }
            Answer good = streamOf(
                {contentOf("All "), contentOf("is "), contentOf("well."), stopChunk(), "[DONE]"});
            good.pauseMillis = 5;
            return good;
        });
        Conversation conversation(profileFor(server.url()));
        const auto beside = conversation.start(questionOf("?"));
        tf::endpoint::Request picture = questionOf("What is this?");
        const auto bytes = std::make_shared<const std::string>("GIF89a");
        picture.chat.messages[0].parts.emplace_back(
            tf::wire::ImagePart{{"image/gif", bytes, {}}, {}, {}});
        const auto broken = conversation.start(std::move(picture));
        QTRY_COMPARE(conversation.gathered().numEnds(), 2);
        Gathered ofBeside;
        for (const auto& event : conversation.gathered().events) {
            if (event.request == beside.id)
                ofBeside.events.push_back(event);
        }
        QCOMPARE(ofBeside.seen(), std::string("All is well."));
        QVERIFY(ofBeside.done() != nullptr);
        QCOMPARE(conversation.gathered().failed()->pieces <= 1, true);
        QVERIFY(conversation.ask().done() != nullptr);
        broken.cancel(); // long over
    }

    void row25_endlessThinkingCanBeStopped()
    {
        ReplayServer server([](const Incoming&) {
            Answer answer = streamOf({deltaOf("\"reasoning\":\"Wait, \"")});
            answer.isEndless = true;
            answer.pauseMillis = 1;
            return answer;
        });
        Conversation conversation(profileFor(server.url()));
        const auto ticket = conversation.start(questionOf("?"));
        QTRY_VERIFY(conversation.gathered().events.size() > 100);
        ticket.cancel();
        QVERIFY(conversation.waitForEnd());
        QVERIFY(conversation.gathered().failed()->error.code == tf::Code::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 1000);
    }

    /// A slow server is told about in the middle of its answer too, and let finish.
    void row27_slowTokensAreWaitedForAndTold()
    {
        ReplayServer server([](const Incoming&) {
            Answer answer = streamOf({contentOf("a"), contentOf("b"), stopChunk(), "[DONE]"});
            answer.pauseMillis = 250;
            return answer;
        });
        auto profile = profileFor(server.url());
        profile.connection.timeouts.notice = tf::endpoint::Millis(50);
        const Gathered got = Conversation(profile).ask();
        QCOMPARE(got.seen(), std::string("ab"));
        QVERIFY(got.done() != nullptr);
        bool hasText = false;
        int numNotices = 0;
        for (const auto& event : got.events) {
            hasText |= std::holds_alternative<tf::wire::ReplyEvent>(event.what);
            numNotices += hasText && std::holds_alternative<tf::endpoint::Waiting>(event.what);
        }
        QVERIFY(numNotices > 0);
    }
};

std::unique_ptr<QObject> makeKnownProblemsTest()
{
    return std::make_unique<KnownProblemsTest>();
}

#include "tst_known_problems.moc"
