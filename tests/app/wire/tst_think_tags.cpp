#include "app/wire/think_tags.h"

#include "tests/app/wire/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::wire;

namespace {

/// "think{…}" and the text; "^" where text turns out to have been reasoning.
std::string readTagged(const std::vector<std::string>& chunks)
{
    ThinkTags tags;
    std::vector<ThinkPiece> all;
    const auto take = [&all](std::vector<ThinkPiece> pieces) {
        for (ThinkPiece& piece : pieces) {
            if (!all.empty() && all.back().kind == piece.kind)
                all.back().text += piece.text;
            else
                all.push_back(std::move(piece));
        }
    };
    for (const std::string& chunk : chunks)
        take(tags.feed(chunk));
    take(tags.finish());
    std::string out;
    for (const ThinkPiece& piece : all) {
        if (piece.kind == ThinkPiece::Kind::Think)
            out += "think{" + piece.text + "}";
        else
            out += piece.kind == ThinkPiece::Kind::Text ? piece.text : "^";
    }
    return out;
}

std::string anyAnswer(tf::test::Gen& gen)
{
    static const std::vector<std::string> words = {
        "<think>", "</think>", "<mm:think>", "</mm:think>", "\n",   " ",          "text", "```",
        "<",       "</",       "</mm:think", "\n\n",        "\r\n", "`</think>`", "  "};
    std::string answer;
    for (std::size_t left = gen.below(12); left > 0; --left)
        answer += gen.pick(words);
    return gen.oneIn(20) ? std::string(250 + gen.below(20), ' ') + answer : answer;
}

} // namespace

class ThinkTagsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("seen");
        const auto row = [](const char* name, const char* answer, const char* seen) {
            QTest::newRow(name) << QByteArray(answer) << QByteArray(seen);
        };
        row("no tags", "Hello.", "Hello.");
        row("row 1: think", "<think>a</think>b", "think{a}b");
        row("row 1: mm:think", "<mm:think>a</mm:think>b", "think{a}b");
        row("row 1: white space before", "\n <think>a</think>b", "think{a}b");
        row("row 2: bare leading closer", "</mm:think>b", "b");
        row("row 2: behind a line feed", "\n</mm:think>b", "b");
        row("row 3: closers repeated", "<mm:think>a</mm:think></mm:think>\n</mm:think>b",
            "think{a}b");
        row("row 3: alone on a line", "<think>a</think>b\n</mm:think>\nc", "think{a}b\n\nc");
        row("row 3: quoted in a line", "<think>a</think>write `</think>` here",
            "think{a}write `</think>` here");
        row("row 3: quoted in a fence", "<think>a</think>```\n</think>\n```\n",
            "think{a}```\n</think>\n```\n");
        row("row 10: reasoning without opener", "I think\n</think>\nb", "I think\n^\nb");
        row("row 10: twice", "<think>a</think>\n<think>b</think>c", "think{ab}c");
        row("an opener later is text", "use <think> here", "use <think> here");
        row("never closed", "<think>a", "think{a}");
        row("a cut opener", "<thi", "<thi");
        row("a cut closer", "<think>a</thin", "think{a</thin}");
        row("only white space", " \n", " \n");
        row("either closer", "<think>a</mm:think>b", "think{a}b");
        row("another tag", "<thinking>b", "<thinking>b");
    }
    void reads()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, seen);
        const std::string whole = answer.toStdString();
        QCOMPARE(readTagged({whole}), seen.toStdString());
        for (std::size_t at = 0; at <= whole.size(); ++at)
            QCOMPARE(readTagged({whole.substr(0, at), whole.substr(at)}), seen.toStdString());
    }

    void anyCutGivesTheSame()
    {
        const auto report = tf::test::forAll(3000, [](tf::test::Gen& gen) -> std::string {
            const std::string answer = anyAnswer(gen);
            const auto whole = readTagged({answer});
            const auto cut = readTagged(gen.pieces(answer));
            return whole == cut ? "" : answer + "\nwhole: " + whole + "\ncut: " + cut;
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void textIsHeldOnlyWhileItMayBeATag()
    {
        ThinkTags tags;
        QVERIFY(tags.feed("<th").empty());
        QCOMPARE(tags.feed("e ").at(0).text, std::string("<the "));
        QCOMPARE(tags.feed("end").at(0).text, std::string("end"));
    }

    /// Linear time: lines are not moved about.
    void aLongTextIsRead()
    {
        std::string text;
        for (int idx = 0; idx < 400'000; ++idx)
            text += "ab\n";
        QCOMPARE(readTagged({text}), text);
    }

    void withReasoningElsewhereAStrayCloserIsOnlyDropped()
    {
        ThinkTags tags;
        tags.knowThinking();
        const auto pieces = tags.feed("b\n</think>\nc\n");
        QCOMPARE(pieces.size(), std::size_t(1));
        QCOMPARE(pieces[0].text, std::string("b\n\nc\n"));
    }
};

std::unique_ptr<QObject> makeThinkTagsTest()
{
    return std::make_unique<ThinkTagsTest>();
}

#include "tst_think_tags.moc"
