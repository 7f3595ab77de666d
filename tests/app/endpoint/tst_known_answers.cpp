#include "tests/app/endpoint/chunk_json.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::test;
using tf::wire::Growth;

namespace {

/// The text a character at a time, and a good end.
QByteArrayList byteByByte(const std::string& text)
{
    QByteArrayList events;
    for (const char character : text)
        events << contentOf(std::string(1, character));
    return events << stopChunk() << "[DONE]";
}

/// A tool block around these calls.
std::string callMarkup(const std::string& invokes)
{
    return "]<]minimax[>[<tool_call>\n" + invokes + "\n]<]minimax[>[</tool_call>";
}

const std::string kGoodInvoke = "]<]minimax[>[<invoke name=\"f\">]<]minimax[>[<x>1]<]minimax[>[</x>"
                                "]<]minimax[>[</invoke>";
const std::string kBadInvoke =
    "]<]minimax[>[<invoke name=\"g\">1]<]minimax[>[</x>]<]minimax[>[</invoke>";

/// An answer that is all in its content, and what a reader sees of it.
void contentRows()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("seen");
    const auto row = [](const char* name, const std::string& content, const char* seen) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(seen);
    };
    row("row 1: M3's own tags", "<mm:think>a < b\n</mm:think>\n\nFour.", "think{a < b\n}\n\nFour.");
    row("row 1: the usual tags", "<think>a</think>Four.", "think{a}Four.");
    row("row 1: nothing but reasoning", "<mm:think>a</mm:think>", "think{a}");
    row("row 1: never closed", "<mm:think>a</mm:thi", "think{a</mm:thi}");
    row("row 2: bare leading closer", "</mm:think>\n\nFour.", "\n\nFour.");
    row("row 3: repeated before the answer", "<mm:think>a</mm:think></mm:think>\n</mm:think>Four.",
        "think{a}Four.");
    row("row 3: stray before a call",
        "<mm:think>a</mm:think>I look.\n</mm:think>\n" + callMarkup(kGoodInvoke),
        "think{a}I look.\n\n[f{\"x\":\"1\"}]");
    row("row 3: quoted", "<mm:think>a</mm:think>Write `</mm:think>`, or \"</think>\".",
        "think{a}Write `</mm:think>`, or \"</think>\".");
    row("row 5: a malformed call between two", callMarkup(kGoodInvoke + kBadInvoke + kGoodInvoke),
        "[f{\"x\":\"1\"}][g broken][f{\"x\":\"1\"}]");
    row("row 6: begins like a call", "a ]<]minimax[>. b <tool_cal c",
        "a ]<]minimax[>. b <tool_cal c");
    row("row 8: raw call in the text", "I look." + callMarkup(kGoodInvoke) + "\nDone.",
        "I look.[f{\"x\":\"1\"}]\nDone.");
    row("row 8: a marker alone", "a]<]minimax[>[b", "ab");
    row("row 8: a marker in reasoning", "<mm:think>a]<]minimax[>[b</mm:think>c", "think{ab}c");
    row("row 9: closers of a call that somebody else read",
        "a]<]minimax[>[</invoke>\n]<]minimax[>[</tool_call>b", "a\nb");
    row("row 10: reasoning without its opener", "I see.\n</think>\n\nFour.", "I see.\n^\n\nFour.");
    row("row 15: NUL bytes", std::string("a\0b\0", 4) + "c", "a");
}

std::string want(const QByteArray& seen)
{
    return QTest::currentDataTag() == QByteArray("row 15: NUL bytes") ? std::string("a\0b\0c", 5)
                                                                      : seen.toStdString();
}

std::string seenBy(Growth growth, const std::vector<std::string>& pieces)
{
    tf::wire::ReplyReader reader(growth);
    Gathered got;
    const auto take = [&got](std::vector<tf::wire::ReplyEvent> events) {
        for (auto& event : events)
            got.events.push_back({0, std::move(event)});
    };
    for (const std::string& piece : pieces)
        take(reader.feed(MUST(tf::wire::readChunk(contentOf(piece).toStdString()))));
    take(reader.finish());
    return got.seen();
}

} // namespace

/// Rows 1 to 9 and 15 of serving.md, section 6 ("recurring problems"): what stands in an answer.
/// The other rows, and where they are: tst_known_problems.
class KnownAnswersTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsTheSameHoweverItIsCut_data() { contentRows(); }
    void readsTheSameHoweverItIsCut()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, seen);
        const std::string whole = content.toStdString();
        for (const Growth growth : {Growth::Pieces, Growth::Unsettled}) {
            for (std::size_t at = 0; at <= whole.size(); ++at)
                QCOMPARE(seenBy(growth, {whole.substr(0, at), whole.substr(at)}), want(seen));
        }
    }

    void comesThroughEveryKindOfServer_data() { contentRows(); }
    void comesThroughEveryKindOfServer()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, seen);
        ReplayServer server(
            [&](const Incoming&) { return streamOf(byteByByte(content.toStdString())); });
        for (const auto& kind : tf::endpoint::serverKinds()) {
            const Gathered got = Conversation(profileFor(server.url(), kind.id)).ask();
            QCOMPARE(got.seen(), want(seen));
            QVERIFY(got.done() != nullptr);
        }
    }

    /// The prompt holds the tags by right; they say nothing about the answer.
    void row2_tagsInTheQuestionMeanNothing()
    {
        ReplayServer server([](const Incoming&) { return goodAnswer(); });
        const Gathered got = Conversation(profileFor(server.url())).ask("<mm:think></mm:think>");
        QVERIFY(server.requests.at(0).body.contains("<mm:think></mm:think>"));
        QCOMPARE(got.seen(), std::string("One"));
    }

    /// Shown while the stream is open, not at its end.
    void row6_textIsNotHeldUntilTheEnd_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArrayList>("words");
        for (const char* kind : {"vllm", "other"}) {
            QTest::addRow("row 6: a call (%s)", kind)
                << QByteArray(kind) << QByteArrayList{"]<]mini", " is a word"};
            QTest::addRow("row 6: a tag (%s)", kind)
                << QByteArray(kind) << QByteArrayList{"<mm:th", "e end"};
            QTest::addRow("row 6: the marker, but no tag (%s)", kind)
                << QByteArray(kind) << QByteArrayList{"a", "]<]minimax[>", "< b"};
        }
    }
    void row6_textIsNotHeldUntilTheEnd()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArrayList, words);
        QByteArrayList events;
        for (const QByteArray& word : words)
            events << contentOf(word.toStdString());
        ReplayServer server([&](const Incoming&) {
            Answer answer = streamOf(events);
            answer.after = After::Keep;
            return answer;
        });
        Conversation conversation(profileFor(server.url(), kind.toStdString()));
        const auto ticket = conversation.start(questionOf("?"));
        QTRY_COMPARE(conversation.gathered().seen(), words.join().toStdString());
        QVERIFY(!conversation.gathered().hasEnded());
        ticket.cancel();
    }

    /// llama.cpp's parser gives up: before the answer it is asked again, behind it what came stays.
    void row7_aServerThatCannotParseItsModel()
    {
        const QByteArray error =
            "{\"error\":{\"code\":500,\"message\":\"Failed to parse input at pos 12: "
            "]<]minimax[>[<tool_call>\",\"type\":\"server_error\"}}";
        int numAsked = 0;
        ReplayServer early([&](const Incoming&) {
            return ++numAsked == 1 ? plainAnswer(500, error) : goodAnswer();
        });
        const Gathered again = Conversation(profileFor(early.url(), "llamacpp")).ask();
        QCOMPARE(again.numRetries(), 1);
        QCOMPARE(again.seen(), std::string("One"));

        ReplayServer late([&](const Incoming&) { return streamOf({contentOf("One"), error}); });
        const Gathered got = Conversation(profileFor(late.url(), "llamacpp")).ask();
        QCOMPARE(got.seen(), std::string("One"));
        QVERIFY(got.failed() != nullptr);
        QVERIFY(got.failed()->error.text.find("Failed to parse input") != std::string::npos);
        QCOMPARE(late.requests.size(), 1);
    }

    void row8_rawMarkupInAnyField_data()
    {
        QTest::addColumn<QByteArrayList>("chunks");
        QTest::addColumn<QByteArray>("seen");
        const QByteArray call = quoted("Look." + callMarkup(kGoodInvoke));
        const QByteArray half = quoted("Look." + callMarkup(kGoodInvoke).substr(0, 70));
        QTest::newRow("row 8: content, finish_reason stop")
            << QByteArrayList{deltaOf("\"content\":" + call), finishOf("stop")}
            << QByteArray("Look.[f{\"x\":\"1\"}]");
        QTest::newRow("row 8: cut by the limit of tokens")
            << QByteArrayList{deltaOf("\"content\":" + half), finishOf("length")}
            << QByteArray("Look.[f broken]");
        QTest::newRow("row 8: a call while it thinks is none")
            << QByteArrayList{deltaOf("\"reasoning_content\":" + call), contentOf("Four."),
                              finishOf("stop")}
            << QByteArray("think{Look.<tool_call>\n<invoke name=\"f\"><x>1</x>\n}Four.");
        QTest::newRow("row 8: the marker in pieces, in reasoning") << QByteArrayList{
            deltaOf("\"reasoning\":\"a]<]mini\""), deltaOf("\"reasoning\":\"max[>[b\""),
            contentOf("Four."), finishOf("stop")} << QByteArray("think{ab}Four.");
        QTest::newRow("row 8: reasoning that begins like the marker")
            << QByteArrayList{deltaOf("\"reasoning\":\"a]<]mini\""), contentOf("Four."),
                              finishOf("stop")}
            << QByteArray("think{a]<]mini}Four.");
        QTest::newRow("row 9: the end of a block leaks behind a call")
            << QByteArrayList{callsOf("{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\","
                                      "\"arguments\":\"{}\"}}"),
                              contentOf("]<]minimax[>[</tool_call>"), finishOf("tool_calls")}
            << QByteArray("[f{}]");
        QTest::newRow("row 9: the beginning of a block leaks before a call")
            << QByteArrayList{contentOf("Look.\n]<]minimax[>[<tool_call>\n"),
                              callsOf("{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\","
                                      "\"arguments\":\"{}\"}}"),
                              finishOf("tool_calls")}
            << QByteArray("Look.\n[f{}]");
    }
    void row8_rawMarkupInAnyField()
    {
        QFETCH(QByteArrayList, chunks);
        QFETCH(QByteArray, seen);
        ReplayServer server(
            [&](const Incoming&) { return streamOf(chunks + QByteArrayList{"[DONE]"}); });
        for (const auto& kind : tf::endpoint::serverKinds()) {
            const Gathered got = Conversation(profileFor(server.url(), kind.id)).ask();
            QCOMPARE(got.seen(), seen.toStdString());
            QVERIFY(got.done() != nullptr);
        }
    }

    /// A server that sends every few tokens puts several pieces of one call into one chunk.
    void row9_severalPiecesInOneChunk()
    {
        const QByteArrayList pieces{
            "{\"index\":0,\"id\":\"i\",\"type\":\"function\",\"function\":{\"name\":\"f\","
            "\"arguments\":\"\"}}",
            "{\"index\":0,\"function\":{\"name\":null,\"arguments\":\"{\\\"x\\\"\"}}",
            "{\"index\":0,\"function\":{\"name\":null,\"arguments\":\":1}\"}}",
            "{\"index\":1,\"id\":\"j\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}"};
        for (qsizetype interval = 1; interval <= pieces.size(); ++interval) {
            QByteArrayList chunks;
            for (qsizetype at = 0; at < pieces.size(); at += interval)
                chunks << callsOf(pieces.mid(at, interval).join(','));
            chunks << finishOf("tool_calls") << "[DONE]";
            ReplayServer server([&](const Incoming&) { return streamOf(chunks); });
            QCOMPARE(Conversation(profileFor(server.url(), "sglang")).ask().seen(),
                     std::string("[f{\"x\":1}][g{}]"));
        }
    }
};

std::unique_ptr<QObject> makeKnownAnswersTest()
{
    return std::make_unique<KnownAnswersTest>();
}

#include "tst_known_answers.moc"
