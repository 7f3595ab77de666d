#include "engine/sample/stop_strings.h"
#include "kernels/base/words.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>

using namespace tf::engine;
using tf::test::Gen;

namespace {

struct Cut {
    std::string text;
    bool ended = false;
};

Cut fedInPieces(const std::vector<std::string>& strings, const std::vector<std::string>& pieces)
{
    auto stop = MUST(StopStrings::make(strings));
    Cut cut;
    for (const auto& piece : pieces) {
        const auto fed = stop.feed(piece);
        cut.text += fed.text;
        cut.ended = fed.state == AnswerText::Ended;
    }
    if (!cut.ended)
        cut.text += stop.flush();
    return cut;
}

/// The earliestEnd: of all places where a string stands, the one that ends first; then the longest.
Cut earliestEnd(const std::vector<std::string>& strings, const std::string& text)
{
    std::size_t end = text.size() + 1;
    std::size_t begin = text.size();
    for (const auto& string : strings) {
        const auto place = text.find(string);
        if (place == std::string::npos)
            continue;
        const auto placeEnd = place + string.size();
        if (placeEnd < end || (placeEnd == end && place < begin)) {
            end = placeEnd;
            begin = place;
        }
    }
    return {text.substr(0, begin), end <= text.size()};
}

std::string anyString(Gen& gen, std::size_t least, std::size_t most)
{
    std::string text;
    for (auto left = least + gen.below(most - least + 1); left > 0; --left)
        text += static_cast<char>('a' + gen.below(2));
    return text;
}

std::string cuttingLaw(Gen& gen)
{
    std::vector<std::string> strings;
    for (auto left = gen.below(4); left > 0; --left)
        strings.push_back(anyString(gen, 1, 6));
    const auto text = anyString(gen, 0, gen.size());
    const auto expected = earliestEnd(strings, text);
    const auto got = fedInPieces(strings, gen.pieces(text));
    if (got.text != expected.text || got.ended != expected.ended)
        return tf::words("\"", text, "\" became \"", got.text, "\" and not \"", expected.text,
                         "\"");
    return {};
}

} // namespace

class StopStringsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cutsDoNotMatter() { QCOMPARE(tf::test::forAll(5000, cuttingLaw), std::string()); }

    void holdsBackNoMoreThanItMust()
    {
        auto stop = MUST(StopStrings::make({"</end>"}));
        QCOMPARE(stop.feed("a<b</e").text, std::string("a<b"));
        QCOMPARE(stop.feed("n").text, std::string());
        QCOMPARE(stop.feed("x<").text, std::string("</enx"));
        QCOMPARE(stop.flush(), std::string("<"));
    }

    void startsAnewAfterFlush()
    {
        auto stop = MUST(StopStrings::make({"ab"}));
        stop.feed("a");
        static_cast<void>(stop.flush());
        QCOMPARE(stop.feed("b").text, std::string("b"));
    }

    void nothingComesAfterTheEnd()
    {
        auto stop = MUST(StopStrings::make({"\n\n"}));
        QCOMPARE(stop.feed("x\n\ny").text, std::string("x"));
        const auto after = stop.feed("z");
        QVERIFY(after.text.empty());
        QVERIFY(after.state == AnswerText::Ended);
    }

    void bytesOfCharactersAreBytes()
    {
        auto stop = MUST(StopStrings::make({"é"}));
        QCOMPARE(stop.feed("caf\xc3").text, std::string("caf"));
        QCOMPARE(stop.feed("\xa8").text, std::string("è"));
        QVERIFY(stop.feed("é").state == AnswerText::Ended);
    }

    void zerosAreBytesToo()
    {
        auto stop = MUST(StopStrings::make({"a"}));
        QCOMPARE(stop.feed(std::string("b\0c", 3)).text, std::string("b\0c", 3));
    }

    void anEmptyStringIsRefused()
    {
        QVERIFY(!StopStrings::make({"a", ""}).has_value());
        QVERIFY(MUST(StopStrings::make({})).feed("abc").text == "abc");
    }
};

std::unique_ptr<QObject> makeStopStringsTest()
{
    return std::make_unique<StopStringsTest>();
}

#include "tst_stop_strings.moc"
