#include "app/wire/call_pieces.h"

#include "kernels/base/words.h"
#include "tests/app/wire/tests.h"
#include "tests/support/test_table.h"

using namespace tf::wire;

namespace {

std::string readCalls(const std::vector<CallDelta>& deltas)
{
    CallPieces pieces;
    for (const CallDelta& delta : deltas)
        pieces.feed(delta);
    std::string out;
    for (const GatheredCall& call : pieces.finish())
        out +=
            tf::words(call.id, ":", call.name, call.arguments, call.fault.empty() ? "" : "!", ";");
    return out;
}

} // namespace

class CallPiecesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        using Deltas = std::vector<CallDelta>;
        QTest::addColumn<Deltas>("deltas");
        QTest::addColumn<QByteArray>("calls");
        const auto row = [](const char* name, const Deltas& deltas, const char* calls) {
            QTest::newRow(name) << deltas << QByteArray(calls);
        };
        row("row 4: streamed by index",
            {{0, "a", "f", ""}, {0, "", "", "{\"x\":"}, {0, "", "", "1}"}}, "a:f{\"x\":1};");
        row("row 4: whole, without index", {{{}, "a", "f", "{}"}, {{}, "b", "g", "{}"}},
            "a:f{};b:g{};");
        row("two at once",
            {{0, "a", "f", "{"}, {1, "b", "g", "{"}, {0, "", "", "}"}, {1, "", "", "}"}},
            "a:f{};b:g{};");
        row("row 9: one index for all, ids differ",
            {{0, "a", "f", "{}"}, {0, "b", "g", "{\"x\":2}"}}, "a:f{};b:g{\"x\":2};");
        row("row 9: split in two entries, the second without a name",
            {{0, "a", "f", ""}, {0, "a", "", "{\"x\":1}"}}, "a:f{\"x\":1};");
        row("row 9: arguments doubled at the end",
            {{0, "a", "f", "{\"x\""}, {0, "", "", ":1}"}, {0, "", "", "{\"x\":1}"}},
            "a:f{\"x\":1};");
        row("row 9: arguments as snapshots",
            {{0, "a", "f", "{\"x"}, {0, "a", "f", "{\"x\":1"}, {0, "a", "f", "{\"x\":1}"}},
            "a:f{\"x\":1};");
        row("row 9: the whole once more, after one piece",
            {{0, "a", "f", "{\"x\":1}"}, {0, "", "", "{\"x\":1}"}}, "a:f{\"x\":1};");
        row("nested objects that begin like the whole",
            {{0, "a", "f", "{\"a\":"}, {0, "", "", "{\"a\":1}}"}}, "a:f{\"a\":{\"a\":1}};");
        row("name in pieces", {{0, "a", "get_", ""}, {0, "", "weather", "{}"}}, "a:get_weather{};");
        row("name repeated", {{0, "a", "f", "{"}, {0, "a", "f", "}"}}, "a:f{};");
        row("no arguments", {{0, "a", "f", ""}}, "a:f{};");
        row("cut", {{0, "a", "f", "{\"x\":\"ab"}}, "a:f{\"x\":\"ab!;");
        row("no name", {{0, "a", "", "{}"}}, "a:{}!;");
        row("no object", {{0, "a", "f", "[1]"}}, "a:f[1]!;");
        row("pieces without index and id go to the last",
            {{{}, "a", "f", "{\"x\":"}, {{}, "", "", "1}"}}, "a:f{\"x\":1};");
        row("number spelling stays", {{0, "a", "f", "{\"x\": 1.50, \"b\":1e400}"}},
            "a:f{\"x\": 1.50, \"b\":1e400};");
    }
    void reads()
    {
        QFETCH(std::vector<CallDelta>, deltas);
        QFETCH(QByteArray, calls);
        QCOMPARE(readCalls(deltas), calls.toStdString());
    }
};

std::unique_ptr<QObject> makeCallPiecesTest()
{
    return std::make_unique<CallPiecesTest>();
}

#include "tst_calls.moc"
