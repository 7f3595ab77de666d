#include "app/wire/reply_reader.h"

#include "kernels/base/words.h"
#include "tests/app/wire/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::wire;

namespace {

std::string shown(const std::vector<ReplyEvent>& events)
{
    std::string out;
    const auto last = [&](char mark) {
        return out.size() > 1 && out.rfind(mark) == out.size() - 1;
    };
    for (const ReplyEvent& event : events) {
        switch (event.kind) {
        case ReplyEvent::Kind::Think:
            if (last('}'))
                out.pop_back();
            else
                out += "think{";
            out += event.text + "}";
            break;
        case ReplyEvent::Kind::Text:
            out += event.text;
            break;
        case ReplyEvent::Kind::TextWasThink:
            out += "^";
            break;
        case ReplyEvent::Kind::CallGrows:
            break;
        case ReplyEvent::Kind::Call:
            out += tf::words("[", event.callIdx, event.name, event.text, "]");
            break;
        case ReplyEvent::Kind::BrokenCall:
            out += tf::words("[", event.callIdx, event.name, " broken]");
            break;
        }
    }
    return out;
}

struct Read {
    std::string seen;
    ReplyReader reader;
};

Read readAll(const QByteArrayList& chunks, Growth growth)
{
    Read read{{}, ReplyReader(growth)};
    std::vector<ReplyEvent> events;
    const auto take = [&events](std::vector<ReplyEvent> more) {
        for (ReplyEvent& event : more)
            events.push_back(std::move(event));
    };
    for (const QByteArray& chunk : chunks)
        take(read.reader.feed(MUST(readChunk(chunk.toStdString()))));
    take(read.reader.finish());
    read.seen = shown(events);
    return read;
}

QByteArray delta(const char* members)
{
    return QByteArray("{\"choices\":[{\"index\":0,\"delta\":{") + members + "}}]}";
}

std::string asJson(const std::string& text)
{
    std::string out;
    tf::json::appendQuoted(out, text);
    return out;
}

constexpr const char* kMarkup = "]<]minimax[>[<tool_call>\n]<]minimax[>[<invoke name=\"f\">"
                                "]<]minimax[>[<x>1]<]minimax[>[</x>"
                                "]<]minimax[>[</invoke>\n]<]minimax[>[</tool_call>";

void row(const char* name, const QByteArrayList& members, const char* seen)
{
    QByteArrayList chunks;
    for (const QByteArray& member : members)
        chunks << (member.startsWith('{') ? member : delta(member.constData()));
    QTest::newRow(name) << chunks << QByteArray(seen);
}

void addReasoningRows()
{
    row("reasoning_content", {"\"reasoning_content\":\"a\"", "\"content\":\"b\""}, "think{a}b");
    row("reasoning", {"\"reasoning\":\"a\"", "\"reasoning\":null,\"content\":\"b\""}, "think{a}b");
    row("reasoning_details",
        {"\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"a\"}]",
         "\"content\":\"b\""},
        "think{a}b");
    row("two fields that say the same",
        {"\"reasoning\":\"a\",\"reasoning_details\":[{\"text\":\"a\"}]",
         "\"reasoning\":\"b\",\"reasoning_details\":[{\"text\":\"b\"}]", "\"content\":\"c\""},
        "think{ab}c");
    row("row 1: inside content", {"\"content\":\"<think>a</th\"", "\"content\":\"ink>b\""},
        "think{a}b");
    row("row 1: M3's own tags", {"\"content\":\"<mm:\"", "\"content\":\"think>a</mm:think>b\""},
        "think{a}b");
    row("row 2: bare leading closer", {"\"content\":\"</mm:\"", "\"content\":\"think>\\n\\nb\""},
        "\n\nb");
    row("row 3: stray closer before a call",
        {"\"reasoning_content\":\"a\",\"content\":\"b\\n</mm:think>\\n\"",
         "\"tool_calls\":[{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":"
         "\"{}\"}}]"},
        "think{a}b\n\n[0f{}]");
    row("row 4: arguments in one piece",
        {"\"tool_calls\":[{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":"
         "\"{\\\"x\\\":1}\"}}]"},
        "[0f{\"x\":1}]");
}

void addCallRows()
{
    row("row 5: a malformed call costs itself alone",
        {QByteArray("\"content\":")
         + QByteArray::fromStdString(
             asJson("]<]minimax[>[<tool_call>\n]<]minimax[>[<invoke name=\"f\">1]<]minimax[>[</x>"
                    "]<]minimax[>[</invoke>\n]<]minimax[>[<invoke name=\"g\">]<]minimax[>[</invoke>"
                    "\n]<]minimax[>[</tool_call>"))},
        "[0f broken][1g{}]");
    row("row 6: text that begins like a call",
        {"\"content\":\"]<]mini\"", "\"content\":\" is a word\""}, "]<]mini is a word");
    row("row 7, 8: raw markup in content",
        {QByteArray("\"content\":")
         + QByteArray::fromStdString(asJson(std::string("b") + kMarkup))},
        "b[0f{\"x\":\"1\"}]");
    row("row 8: a marker alone is never shown", {"\"content\":\"a]<]minimax[>[b\""}, "ab");
    row("row 8: a marker around a call",
        {QByteArray("\"content\":")
         + QByteArray::fromStdString(asJson(std::string("a]<]mini") + kMarkup + "max[>[b"))},
        "a[0f{\"x\":\"1\"}]b");
    row("row 8: a marker cut in two in reasoning",
        {"\"reasoning\":\"a]<]mini\"", "\"reasoning\":\"max[>[b\"", "\"content\":\"c\""},
        "think{ab}c");
    row("row 9: the frame of a call that the server read",
        {"\"content\":\"a]<]minimax[>[<tool_call>\\n\"",
         "\"tool_calls\":[{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":"
         "\"{}\"}}]",
         "\"content\":\"]<]minimax[>[</tool_call>\""},
        "a[0f{}]");
    row("row 9: arguments doubled",
        {"\"tool_calls\":[{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":"
         "\"{\\\"x\\\":1}\"}}]",
         "\"tool_calls\":[{\"index\":0,\"function\":{\"name\":null,\"arguments\":\"{\\\"x\\\":"
         "1}\"}}]"},
        "[0f{\"x\":1}]");
    row("row 10: reasoning in visible text, its opener lost",
        {"\"content\":\"Let me see.\\n\"", "\"content\":\"</think>\\n\\nFour.\""},
        "Let me see.\n^\n\nFour.");
    row("cumulative chunks",
        {"\"reasoning_content\":\"Let us think.\"", "\"reasoning_content\":\"Let us think. Two.\"",
         "\"reasoning_content\":\"Let us think. Two.\",\"content\":\"The answer\"",
         "\"reasoning_content\":\"Let us think. Two.\",\"content\":\"The answer is 4.\""},
        "think{Let us think. Two.}The answer is 4.");
    row("cumulative chunks, a short thought in each",
        {"\"reasoning\":\"Hm.\"", "\"reasoning\":\"Hm.\",\"content\":\"It\"",
         "\"reasoning\":\"Hm.\",\"content\":\"It is\"",
         "\"reasoning\":\"Hm.\",\"content\":\"It is four\"",
         "\"reasoning\":\"Hm.\",\"content\":\"It is four.\""},
        "think{Hm.}It is four.");
    row("a last chunk that says everything again",
        {"\"content\":\"Hello \"", "\"content\":\"world\"",
         "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Hello "
         "world\"},\"finish_reason\":\"stop\"}]}"},
        "Hello world");
}

void addOtherRows()
{
    row("a whole answer",
        {"{\"choices\":[{\"index\":0,\"message\":{\"reasoning\":\"a\",\"content\":\"b\",\"tool_"
         "calls\":[{\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":{\"x\":1.50}}}]},"
         "\"finish_reason\":\"tool_calls\"}]}"},
        "think{a}b[0f{\"x\":1.50}]");
    row("other choices are passed over",
        {"{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"no\"}}]}",
         "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"no\"}},{\"index\":0,\"delta\":{"
         "\"content\":\"b\"}}]}"},
        "b");
    row("content as a list of parts", {"\"content\":[{\"type\":\"text\",\"text\":\"b\"}]"}, "b");
    row("nothing but roles and nulls",
        {"\"role\":\"assistant\",\"content\":null", "{\"choices\":[]}"}, "");
    row("text in both fields after a tool result (SGLang)",
        {"\"reasoning_content\":\"a\",\"content\":\"b\""}, "think{a}b");
}

} // namespace

/// Rows of serving.md section 6 by their numbers, as far as a client sees them in a stream.
class ReplyTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArrayList>("chunks");
        QTest::addColumn<QByteArray>("seen");
        addReasoningRows();
        addCallRows();
        addOtherRows();
    }
    void reads()
    {
        QFETCH(QByteArrayList, chunks);
        QFETCH(QByteArray, seen);
        QCOMPARE(readAll(chunks, Growth::Unsettled).seen, seen.toStdString());
    }

    /// Whatever the tags and wherever the cuts, the pieces say what the whole says.
    void pieceByPieceIsTheWhole()
    {
        const auto report = tf::test::forAll(400, [](tf::test::Gen& gen) -> std::string {
            const std::string think = "We " + std::to_string(gen.below(1000)) + " think\n";
            const std::string text =
                "<mm:think>" + think + "</mm:think>Answer " + kMarkup + "\nend";
            QByteArrayList chunks;
            for (std::size_t at = 0; at < text.size();) {
                const auto size = 1 + gen.below(gen.oneIn(2) ? 3 : 40);
                const auto piece = asJson(text.substr(at, size));
                chunks << delta(("\"content\":" + piece).c_str());
                at += size;
            }
            const auto seen = readAll(chunks, Growth::Pieces).seen;
            const auto want = "think{" + think + "}Answer [0f{\"x\":\"1\"}]\nend";
            return seen == want ? "" : seen;
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void usageComesWithTheLastChunkOrNever()
    {
        const auto with = readAll(
            {delta("\"content\":\"b\""),
             "{\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5.0,\"total_"
             "tokens\":15,\"prompt_tokens_details\":"
             "{\"cached_tokens\":8},\"completion_tokens_details\":{\"reasoning_tokens\":3}}}"},
            Growth::Pieces);
        QVERIFY(with.reader.usage() == (Usage{10, 8, 5, 3}));
        QVERIFY(!readAll({delta("\"content\":\"b\"")}, Growth::Pieces).reader.usage().has_value());
    }

    void numbersThatMakeNoSenseAreNoNumbers()
    {
        const auto chunk = MUST(readChunk("{\"usage\":{\"prompt_tokens\":-1,\"completion_tokens\":"
                                          "1e300,\"reasoning_tokens\":\"7\"}}"));
        QVERIFY(chunk.usage == Usage());
    }

    void finishReasons_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("finish");
        const auto row = [](const char* word, Finish finish) {
            QTest::newRow(word) << QByteArray(word) << static_cast<int>(finish);
        };
        row("stop", Finish::Stop);
        row("length", Finish::Length);
        row("tool_calls", Finish::Calls);
        row("content_filter", Finish::Filtered);
        row("error", Finish::Fault);
        row("some_new_word", Finish::Stop);
        row("", Finish::Unsaid);
    }
    void finishReasons()
    {
        QFETCH(QByteArray, word);
        QFETCH(int, finish);
        const auto read = readAll(
            {"{\"choices\":[{\"delta\":{},\"finish_reason\":\"" + word + "\"}]}"}, Growth::Pieces);
        QCOMPARE(static_cast<int>(read.reader.finishReason()), finish);
    }

    void detailsAreKeptToBeSentBack()
    {
        const auto read = readAll(
            {delta("\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":0,\"text\":\"a "
                   "\"}]"),
             delta("\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":0,\"text\":\"b\"}"
                   "]"),
             delta(
                 "\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"x1.50\"}]")},
            Growth::Pieces);
        QCOMPARE(tf::json::write(read.reader.reasoningDetails()),
                 std::string("[{\"type\":\"reasoning.text\",\"index\":0,\"text\":\"a b\"},"
                             "{\"type\":\"reasoning.encrypted\",\"data\":\"x1.50\"}]"));
        QVERIFY(readAll({}, Growth::Pieces).reader.reasoningDetails().isNull());
    }
};

std::unique_ptr<QObject> makeReplyTest()
{
    return std::make_unique<ReplyTest>();
}

#include "tst_reply.moc"
