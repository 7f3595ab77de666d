#include "engine/text/tokens/pretokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

#include <unicode/uchar.h>

using namespace tf;
using text::CharTable;
using text::Pretokenizer;

namespace {

Result<std::vector<std::string>> piecesOf(const Pretokenizer& pretokenizer, const std::string& text,
                                          std::size_t atOnce = 256)
{
    std::vector<std::string> pieces;
    std::vector<std::size_t> ends(atOnce);
    Pretokenizer::Run run(pretokenizer, text);
    std::size_t begin = 0;
    while (const auto numPieces = TRY(run.next(ends))) {
        for (std::size_t idx = 0; idx < numPieces; ++idx) {
            pieces.push_back(text.substr(begin, ends[idx] - begin));
            begin = ends[idx];
        }
    }
    return pieces;
}

std::string spelledPieces(const std::vector<std::string>& pieces)
{
    std::string out;
    for (const std::string& piece : pieces)
        out += piece + "|";
    return out;
}

/// PCRE2 10.42 knows Unicode 14, ICU 72 knows 15: what only one of them knows is left out.
bool knownToBoth(char32_t codePoint)
{
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(codePoint), age);
    return age[0] <= 14 && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
}

} // namespace

class PretokenizerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void o200kCutsAsItsPatternSays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pieces");
        const auto row = [](const char* text, const char* pieces) {
            QTest::newRow(pieces) << QString::fromUtf8(text) << QString::fromUtf8(pieces);
        };
        row("Hello's 1234!!!\n\u4e16\u754c", "Hello's| |123|4|!!!\n|\u4e16\u754c|");
        row("camelCase HTTPServer ABC", "camel|Case| HTTPServer| ABC|");
        row("  x   y\t z", " | x|  | y|\t| z|");
        row("a\r\n \n  b", "a|\r\n \n| | b|");
        row("trailing  ", "trailing|  |");
        row("it'LL we'\u017f o'clock", "it'LL| we'\u017f| o|'clock|");
        row("a//b/\n/c", "a|//|b|/\n/|c|");
        row(" \u0301A\u0301B", " \u0301A\u0301|B|");
        row("\u0301ABC", "\u0301|ABC|");
        row("\u01c5abc\u02b0X", "\u01c5abc\u02b0|X|");
        row("a\u0085b\u00a0c\u180e", "a|\u0085b|\u00a0c|\u180e|");
        row("\u00b2\u0664\u2167\u2168", "\u00b2\u0664\u2167|\u2168|");
    }

    void o200kCutsAsItsPatternSays()
    {
        QFETCH(QString, text);
        QFETCH(QString, pieces);
        for (const auto* pretokenizer : {&m_scanner, &m_regex})
            QCOMPARE(spelledPieces(MUST(piecesOf(*pretokenizer, text.toStdString()))),
                     pieces.toStdString());
    }

    void scannerAndPatternAgreeOnAnyText()
    {
        const auto wrong = test::forAll(
            1500,
            [this](test::Gen& gen) -> std::string {
                std::string text;
                for (auto count = gen.below(gen.size()); count > 0; --count)
                    text += gen.oneIn(3) ? gen.text() : wildCharacter(gen);
                return difference(onlyKnown(text));
            },
            24);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void scannerAndPatternAgreeOnEveryCharacter()
    {
        std::string text;
        for (char32_t codePoint = 0; codePoint < 0x110000;
             codePoint += codePoint < 0x3000 ? 1 : 7) {
            if (!knownToBoth(codePoint))
                continue;
            // Between both cases, after a space, twice, before a digit: each alternative meets it.
            for (const char* around : {"x", "X ", "", "1\n"}) {
                text += around;
                test::appendUtf8(text, codePoint);
            }
            if (text.size() < 20'000)
                continue;
            const auto wrong = difference(text);
            QVERIFY2(wrong.empty(), wrong.c_str());
            text.clear();
        }
    }

    void howManyPiecesFitAtOnceChangesNothing()
    {
        const std::string text = "Some words, 12345 numbers;\n  and \u4e16\u754c's end  ";
        for (const auto* pretokenizer : {&m_scanner, &m_regex})
            QCOMPARE(MUST(piecesOf(*pretokenizer, text, 1)), MUST(piecesOf(*pretokenizer, text)));
    }

    void textBetweenMatchesIsKept()
    {
        const auto digits = MUST(Pretokenizer::make("[0-9]+", m_table));
        QCOMPARE(spelledPieces(MUST(piecesOf(digits, "ab12c3d"))), std::string("ab|12|c|3|d|"));
    }

    void emptyMatchesAreNoPieces()
    {
        const auto maybe = MUST(Pretokenizer::make("a*", m_table));
        QCOMPARE(spelledPieces(MUST(piecesOf(maybe, "aabca"))), std::string("aa|bc|a|"));
    }

    void withoutAPatternTextStaysWhole()
    {
        const auto whole = MUST(Pretokenizer::make("", m_table));
        QCOMPARE(spelledPieces(MUST(piecesOf(whole, "a b\nc"))), std::string("a b\nc|"));
        QCOMPARE(spelledPieces(MUST(piecesOf(whole, ""))), std::string());
    }

    void anExplodingPatternIsAnErrorSoon_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nested stars") << QByteArray("(a+)+$") << QByteArray(5000, 'a') + "b";
        QTest::newRow("alternatives") << QByteArray("(a|aa)+$") << QByteArray(5000, 'a') + "b";
        QTest::newRow("each a little") << QByteArray("a(?=.*x)|.") << QByteArray(1'000'000, 'a');
    }

    void anExplodingPatternIsAnErrorSoon()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, text);
        const auto pretokenizer = MUST(Pretokenizer::make(pattern.toStdString(), m_table));
        QElapsedTimer timer;
        timer.start();
        const auto pieces = piecesOf(pretokenizer, text.toStdString());
        QVERIFY(!pieces);
        QCOMPARE(pieces.error().code, Code::BadInput);
        QVERIFY2(timer.elapsed() < 4000, std::to_string(timer.elapsed()).c_str());
    }

    void aBrokenPatternIsNamed()
    {
        const auto broken = Pretokenizer::make("a(b", m_table);
        QVERIFY(!broken);
        QVERIFY2(broken.error().text.find("a(b") != std::string::npos, broken.error().text.c_str());
    }

private:
    static std::string wildCharacter(test::Gen& gen)
    {
        constexpr const char* kWild[] = {
            "'",  "s", "S", "\u017f", "re",     "'VE",    " ", "\n",     "\r",     "/",
            "\t", "A", "a", "\u0301", "\u02b0", "\u01c5", "1", "\u00b2", "\u3000", "!"};
        return gen.pick(kWild);
    }

    static std::string onlyKnown(const std::string& text)
    {
        std::string out;
        for (const char32_t codePoint : QString::fromStdString(text).toStdU32String()) {
            if (knownToBoth(codePoint))
                test::appendUtf8(out, codePoint);
        }
        return out;
    }

    std::string difference(const std::string& text) const
    {
        const auto scanned = spelledPieces(MUST(piecesOf(m_scanner, text)));
        const auto matched = spelledPieces(MUST(piecesOf(m_regex, text)));
        if (scanned == matched)
            return "";
        const auto place = static_cast<std::size_t>(
            std::mismatch(scanned.begin(), scanned.end(), matched.begin(), matched.end()).first
            - scanned.begin());
        const auto begin = place < 40 ? 0 : place - 40;
        return "scanned ..." + scanned.substr(begin, 80) + "\n  matched ..."
            + matched.substr(begin, 80);
    }

    CharTable m_table;
    Pretokenizer m_scanner = MUST(Pretokenizer::make(text::kO200kPattern, m_table));
    // A group around it, and it is any pattern.
    Pretokenizer m_regex =
        MUST(Pretokenizer::make("(?:" + std::string(text::kO200kPattern) + ")", m_table));
};

std::unique_ptr<QObject> makePretokenizerTest()
{
    return test::make<PretokenizerTest>();
}

#include "tst_pretokenizer.moc"
