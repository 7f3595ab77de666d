#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/code/tests.h"
#include "ui/code/language.h"
#include "ui/code/pen.h"

#include <QElapsedTimer>

using namespace tf;
using namespace tf::ui;
using namespace Qt::StringLiterals;

namespace {

/// What opens, closes, escapes and nests in one language or another.
constexpr const char16_t* kPieces[] = {u"\"",         u"'",      u"`",    u"\"\"\"",
                                       u"'''",        u"/*",     u"*/",   u"//",
                                       u"#",          u"--",     u"{-",   u"-}",
                                       u"(*",         u"*)",     u"${",   u"#{",
                                       u"\\(",        u"$(",     u"}",    u"{",
                                       u")",          u"(",      u"\\",   u"R\"t(",
                                       u")t\"",       u"r#\"",   u"\"#",  u"[==[",
                                       u"]==]",       u"<<A",    u"A",    u"@",
                                       u"$",          u"<!--",   u"-->",  u"<a b=\"",
                                       u">",          u"|",      u": ",   u"- ",
                                       u"```",        u"=begin", u"=end", u"@@ -2,2 +1 @@",
                                       u" ",          u"x",      u"if ",  u"1.5e-3",
                                       u"/",          u"[",      u"]",    u"\u00e9\u6f22",
                                       u"\U0001f600", u"#[",     u"+",    u"-",
                                       u"\t",         u"%",      u"''",   u"<<<A",
                                       u"--[[",       u"~~~"};

QString lineOf(test::Gen& gen)
{
    QString line;
    for (auto numLeft = gen.below(12); numLeft > 0; --numLeft)
        line += QString::fromUtf16(gen.pick(kPieces));
    if (gen.oneIn(8))
        line.chop(1); // half a pair too
    return line;
}

const Language& anyLanguage(test::Gen& gen)
{
    return gen.pick(languages());
}

/// Empty when the spans are ascending, apart, filled, and inside the line.
std::string wrongIn(const InkedLine& inked, qsizetype size)
{
    qsizetype last = 0;
    for (const InkSpan& span : inked.spans) {
        if (span.begin < last || span.length <= 0 || span.begin + span.length > size
            || span.ink == Ink::Plain)
            return words("a span at ", span.begin, " of ", span.length, " letters");
        last = span.begin + span.length;
    }
    return {};
}

std::string named(const Language& language, const QString& line, std::string_view wrong)
{
    if (wrong.empty())
        return {};
    return words(language.row->title, ", \"", line.toStdString(), "\": ", wrong);
}

} // namespace

class InkLawsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void spansLieInTheLine()
    {
        const auto report = test::forAll(1000, [](test::Gen& gen) -> std::string {
            const Language& language = anyLanguage(gen);
            LexState state = gen.oneIn(4) ? gen.bits() : 0; // a state that nobody made is one too
            for (int numLines = 0; numLines < 4; ++numLines) {
                const QString line = lineOf(gen);
                const InkedLine inked = ink(language, state, line);
                if (auto wrong = wrongIn(inked, line.size()); !wrong.empty())
                    return named(language, line, wrong);
                state = inked.after;
            }
            return {};
        });
        QCOMPARE(report, std::string());
    }

    /// Reading on from any line whose state is known gives what reading from the first one gave.
    void anyKnownStateIsABeginning()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            const Language& language = anyLanguage(gen);
            std::vector<QString> lines;
            std::vector<InkedLine> inked;
            for (int numLines = 0; numLines < 6; ++numLines) {
                lines.push_back(lineOf(gen));
                const LexState before = inked.empty() ? 0 : inked.back().after;
                inked.push_back(ink(language, before, lines.back()));
            }
            const auto from = 1 + gen.below(lines.size() - 1);
            LexState state = inked[from - 1].after;
            for (auto at = from; at < lines.size(); ++at) {
                const InkedLine again = ink(language, state, QString(lines[at]));
                if (again.spans != inked[at].spans || again.after != inked[at].after)
                    return named(language, lines[at], "differs the second time");
                state = again.after;
            }
            return {};
        });
        QCOMPARE(report, std::string());
    }

    /// Equal places have equal states, else a change would be followed to the end of the file.
    void emptyLinesSettle()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            const Language& language = anyLanguage(gen);
            const bool isCounting = displayName(language) == u"Diff"; // the lines of a hunk
            const LexState before = ink(language, 0, lineOf(gen)).after;
            const LexState first = ink(language, before, u"").after;
            const LexState second = ink(language, first, u"").after;
            return isCounting || first == second
                ? std::string()
                : named(language, {}, "an empty line does not settle");
        });
        QCOMPARE(report, std::string());
    }

    void longLinesAreInkedAtTheirBeginning()
    {
        const Language& language = *languageNamed(u"cpp");
        const QString line = u"if (x) "_s.repeated(10'000) + u"/* open"_s;
        const InkedLine inked = ink(language, 0, line);
        QCOMPARE(wrongIn(inked, Pen::kMostInked), std::string());
        QVERIFY(inked.spans.back().begin > Pen::kMostInked - 20);
        QVERIFY(inked.after != 0); // and read to their end
    }

    void oneLineTakesTimeInItsLength_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char16_t* piece : kPieces)
            QTest::addRow("%s", qPrintable(QString::fromUtf16(piece).toHtmlEscaped()))
                << QString::fromUtf16(piece);
        QTest::addRow("a slash and a bracket") << u"/["_s;
        QTest::addRow("links") << u"[a]("_s;
    }

    /// What takes the square of the length would take longer than that.
    void oneLineTakesTimeInItsLength()
    {
        QFETCH(QString, piece);
        const QString line = piece.repeated(4'000 / piece.size());
        QElapsedTimer timer;
        timer.start();
        for (const Language& language : languages())
            static_cast<void>(ink(language, 0, line));
        QVERIFY2(timer.elapsed() < 1'500, qPrintable(QString::number(timer.elapsed())));
    }

    void stringsOfOneLineEndWithIt()
    {
        const Language& language = *languageNamed(u"cpp");
        QCOMPARE(ink(language, 0, u"x = \"open").after, LexState(0));
        const LexState open = ink(language, 0, u"x = \"open\\").after;
        QVERIFY(open != 0); // the line's end was escaped
        QCOMPARE(ink(language, open, u"").after, LexState(0));
    }

    void codeWithinStringsIsCode()
    {
        const Language& language = *languageNamed(u"js");
        const InkedLine first = ink(language, 0, u"`a ${ f({b: `c ${1}`, ");
        const InkedLine second = ink(language, first.after, u"if: 2}) } d` + 3");
        const std::vector<InkSpan> want = {
            {0, 2, Ink::Keyword}, {4, 1, Ink::Number}, {8, 4, Ink::String}, {15, 1, Ink::Number}};
        QCOMPARE(second.spans, want);
        QCOMPARE(second.after, LexState(0));
    }
};

std::unique_ptr<QObject> makeInkLawsTest()
{
    return std::make_unique<InkLawsTest>();
}

#include "tst_laws.moc"
