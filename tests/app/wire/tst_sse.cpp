#include "app/wire/sse.h"

#include "kernels/base/words.h"
#include "tests/app/wire/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::wire;

namespace {

/// Events one after the other, and a fault at the end: "type|data;".
std::string shown(const std::vector<SseEvent>& events)
{
    std::string out;
    for (const SseEvent& event : events)
        out += tf::words(event.type, "|", event.data, ";");
    return out;
}

std::string readPieces(const std::vector<std::string>& pieces, SseLimits limits = {})
{
    SseParser parser(limits);
    std::string out;
    for (const std::string& piece : pieces)
        out += shown(parser.feed(piece));
    out += shown(parser.finish());
    return parser.fault() ? out + "FAULT " + parser.fault()->text : out;
}

/// A stream of every habit that servers have.
std::string anyStream(tf::test::Gen& gen)
{
    static const std::vector<std::string> lines = {"data: {\"a\":1}",
                                                   "data:x",
                                                   "data",
                                                   "data:",
                                                   ":",
                                                   ": keep-alive",
                                                   "id: 7",
                                                   "event: ping",
                                                   "retry:9",
                                                   "data:  two spaces",
                                                   "",
                                                   "",
                                                   "",
                                                   "other",
                                                   "data: \xe2\x80\xa8 \xc3\xa9 \xf0\x9f\x98\x80"};
    static const std::vector<std::string> ends = {"\n", "\r\n", "\r", "\n", "\r\n"};
    std::string stream = gen.oneIn(4) ? "\xef\xbb\xbf" : "";
    const std::string usual = gen.pick(ends);
    for (std::size_t left = gen.below(gen.size() + 1); left > 0; --left)
        stream += gen.pick(lines) + (gen.oneIn(3) ? gen.pick(ends) : usual);
    return gen.oneIn(6) ? stream + gen.bytes() : stream;
}

} // namespace

class SseTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("events");
        const auto row = [](const char* name, const char* stream, const char* events) {
            QTest::newRow(name) << QByteArray(stream) << QByteArray(events);
        };
        row("one event", "data: a\n\n", "|a;");
        row("CRLF", "data: a\r\n\r\n", "|a;");
        row("CR alone", "data: a\r\rdata: b\r\r", "|a;|b;");
        row("mixed ends", "data: a\r\n\ndata: b\r\r\n", "|a;|b;");
        row("without the space", "data:a\n\n", "|a;");
        row("only one space is taken", "data:  a \n\n", "| a ;");
        row("byte order mark",
            "\xef\xbb\xbf"
            "data: a\n\n",
            "|a;");
        row("a mark later is no mark",
            "\n\xef\xbb\xbf"
            "data: a\n\n",
            "");
        row("comments", ": OPENROUTER PROCESSING\n\n:\n\ndata: a\n\n", "|a;");
        row("lines are joined", "data: a\ndata: b\ndata:\n\n", "|a\nb\n;");
        row("types", "event: error\ndata: a\n\ndata: b\n\n", "error|a;|b;");
        row("a type alone is nothing", "event: ping\n\ndata: b\n\n", "|b;");
        row("other fields", "id: 3\nretry: 10\nfoo: bar\ndata: a\n\n", "|a;");
        row("no last empty line", "data: a\n\ndata: [DONE]\n", "|a;|[DONE];");
        row("no last line end", "data: a\n\ndata: [DONE]", "|a;|[DONE];");
        row("line separators are text",
            "data: a\xe2\x80\xa8"
            "b\xc2\x85"
            "c\n\n",
            "|a\xe2\x80\xa8"
            "b\xc2\x85"
            "c;");
        row("empty data is an event", "data\n\n", "|;");
        row("nothing", "", "");
    }
    void reads()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArray, events);
        QCOMPARE(readPieces({stream.toStdString()}), events.toStdString());
        std::vector<std::string> bytes;
        for (const char c : stream)
            bytes.emplace_back(1, c);
        QCOMPARE(readPieces(bytes), events.toStdString());
    }

    void anyChunkingGivesTheSameEvents()
    {
        const auto report = tf::test::forAll(500, [](tf::test::Gen& gen) -> std::string {
            const std::string stream = anyStream(gen);
            const SseLimits limits{.eventBytes = gen.oneIn(3) ? 24U : 4096U,
                                   .totalBytes = gen.oneIn(5) ? 40U : 1U << 20};
            const std::string whole = readPieces({stream}, limits);
            const std::string cut = readPieces(gen.pieces(stream), limits);
            if (whole != cut)
                return tf::words("whole: ", whole, "\ncut: ", cut);
            for (std::size_t at = 0; at <= stream.size(); ++at) {
                if (readPieces({stream.substr(0, at), stream.substr(at)}, limits) != whole)
                    return tf::words("differs when cut at ", at);
            }
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aFrameIsReadBack()
    {
        for (const std::string data : {"", "a", "a\nb", "\n", "a\n"})
            QCOMPARE(readPieces({sseFrame(data)}), "|" + data + ";");
    }

    void whatIsTooLongIsAFault_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("a line") << QByteArray("data: a\n\n") + QByteArray(200, 'x')
                                << QByteArray("|a;FAULT a line");
        QTest::newRow("an event of many lines")
            << QByteArray("data: a\n\n") + QByteArray("data: 0123456789\n").repeated(9)
            << QByteArray("|a;FAULT an event");
        QTest::newRow("endless comments")
            << QByteArray("data: a\n\n") + QByteArray(": wait\n\n").repeated(60)
            << QByteArray("|a;FAULT the stream");
    }
    void whatIsTooLongIsAFault()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArray, kept);
        const SseLimits limits{.eventBytes = 64, .totalBytes = 400};
        const auto seen = readPieces({stream.toStdString()}, limits);
        QVERIFY2(seen.starts_with(kept.toStdString()), seen.c_str());
    }

    /// What a fault holds back is bounded, however much is sent.
    void anEndlessLineIsNotKept()
    {
        SseParser parser({.eventBytes = 1000, .totalBytes = std::size_t(1) << 40});
        const std::string block(1 << 16, 'x');
        for (int idx = 0; idx < 100; ++idx)
            QVERIFY(parser.feed(block).empty());
        QVERIFY(parser.fault().has_value());
        QVERIFY(parser.numBytes() <= block.size());
    }
};

std::unique_ptr<QObject> makeSseTest()
{
    return std::make_unique<SseTest>();
}

#include "tst_sse.moc"
