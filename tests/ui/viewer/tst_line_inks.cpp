// Colours of a file read in slices are those of the file read at once; hidden signs are seen.

#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/viewer/tests.h"
#include "ui/viewer/line_inks.h"
#include "ui/viewer/text_search.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::LineText;

namespace {

std::string manyLines(int count)
{
    std::string text;
    for (int line = 0; line < count; ++line)
        text += line % 50 == 7 ? "/* opens\n"
            : line % 50 == 9   ? "closes */ int a = 1;\n"
                               : words("int x", line, " = \"", line, "\"; // why\n");
    return text;
}

std::vector<std::size_t> linesWith(const LineText& text, const QString& wanted)
{
    TextSearch search;
    search.start(wanted);
    while (search.advance(text)) { }
    std::vector<std::size_t> lines;
    for (const FoundText& found : search.found())
        lines.push_back(found.line);
    return lines;
}

} // namespace

class LineInksTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void slicesGiveTheColoursOfTheWhole()
    {
        const LineText text(manyLines(3000));
        const Language* cpp = languageNamed(u"a.cpp");
        LexState state = 0;
        std::vector<InkedLine> whole;
        for (std::size_t line = 0; line < text.numLines(); ++line) {
            whole.push_back(ink(*cpp, state, shownLine(text.line(line))));
            state = whole.back().after;
        }
        LineInks inks(cpp);
        for (const std::size_t first :
             {std::size_t(2900), std::size_t(10), std::size_t(255), std::size_t(1500)}) {
            auto lines = inks.lines(text, first, first + 60);
            while (inks.isBehind()) {
                inks.advance(text);
                lines = inks.lines(text, first, first + 60);
            }
            for (std::size_t idx = 0; idx < lines.size(); ++idx)
                QCOMPARE(lines[idx].spans.size(), whole[first + idx].spans.size());
        }
    }

    void aLineFarDownIsPlainAtFirst()
    {
        const LineText text(manyLines(400'000));
        LineInks inks(languageNamed(u"a.cpp"));
        const auto lines = inks.lines(text, 399'000, 399'040);
        QVERIFY(inks.isBehind());
        QCOMPARE(lines.size(), std::size_t(40));
        QVERIFY(lines[3].spans.empty());
    }

    void whatIsInvisibleStandsAsASign()
    {
        const QString shown = shownLine("a\tb\x01"
                                        "c\xe2\x80\xae"
                                        "d\x7f\xe2\x80\x8b");
        QCOMPARE(shown.size(), 9);
        QCOMPARE(shown[1], QChar(u'\t'));
        QCOMPARE(shown[3], QChar(0x2401));
        QCOMPARE(shown[5], QChar(QChar::ReplacementCharacter));
        QCOMPARE(shown[7], QChar(0x2421));
    }

    void aVeryLongLineIsCut()
    {
        const std::string line(500'000, 'x');
        QCOMPARE(shownLine(line).size(), kMostShown);
        QCOMPARE(numCut(line), std::size_t(500'000 - kMostShown));
        QCOMPARE(numCut("short"), std::size_t(0));
        QCOMPARE(numCut(std::string(kMostShown, 'x')), std::size_t(0));
    }

    void wordsAreFoundInAnyCase()
    {
        const LineText text("One\ntwo one\n\nnone oneone\n");
        QCOMPARE(linesWith(text, u"ONE"_s), (std::vector<std::size_t>{0, 1, 3, 3, 3}));
        QVERIFY(linesWith(text, u"three"_s).empty());
        QVERIFY(linesWith(text, QString()).empty());
        QVERIFY(linesWith(LineText(), u"a"_s).empty());
    }

    void thereIsAnEndToWhatIsFound()
    {
        const LineText text(std::string(60'000, 'a') + "\n");
        QCOMPARE(linesWith(text, u"a"_s).size(), kMostFound);
    }
};

std::unique_ptr<QObject> makeLineInksTest()
{
    return std::make_unique<LineInksTest>();
}

#include "tst_line_inks.moc"
