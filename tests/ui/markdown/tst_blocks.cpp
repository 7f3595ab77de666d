#include "kernels/base/words.h"
#include "tests/support/golden.h"
#include "tests/support/test_table.h"
#include "tests/ui/markdown/block_dump.h"
#include "tests/ui/markdown/tests.h"
#include "ui/markdown/growing_document.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::dumpOf;

namespace {

struct Case {
    const char* name;
    const char* markdown;
    const char* blocks;
};

constexpr Case kStructure[] = {
    {"empty", "", ""},
    {"paragraph", "one\ntwo  \nthree", "  P one two⏎three\n"},
    {"two paragraphs", "one\n\n\ntwo\n", "  P one\n  P two\n"},
    {"headings", "# One #\n###### six\n#no\n", "  H1 One\n  H6 six\n  P #no\n"},
    {"underlined", "One\ntwo\n===\nthree\n-\n", "  H1 One two\n  H2 three\n"},
    {"rules", "***\n- - -\n_ _ _\n", "  RULE \n  RULE \n  RULE \n"},
    {"fence", "```cpp a.cpp\nint a;\n\n  b\n```\nafter",
     "  CODE cpp (cpp a.cpp) 3 lines: int a;\\n\\n  b\\n\n  P after\n"},
    {"unclosed fence", "~~~\na\n``` \n", "  CODE  () 2 lines: a\\n``` \\n\n"},
    {"fence without its last line break", "```\na", "  CODE  () 1 lines: a\n"},
    {"indented code", "    a\n\n\n      b\n\nc", "  CODE  () 4 lines: a\\n\\n\\n  b\\n\n  P c\n"},
    {"list", "- a\n- b\n\n- c\n- d\n", "  -! P a\n· -! P b\n  -! P c\n  -! P d\n"},
    {"nested list", "1. a\n   - b\n     more\n   - c\n2. d\n",
     "  1.! P a\n· 1. -! P b more\n· 1. -! P c\n· 2.! P d\n"},
    {"numbers count on", "7. a\n7. b\n3) c\n", "  7.! P a\n· 8.! P b\n  3.! P c\n"},
    {"tasks", "- [ ] a\n- [x] b\n- [y] c\n", "  [ ]! P a\n· [x]! P b\n· -! P [y] c\n"},
    {"empty items", "-\n-\n  a\n", "  -! P \n· -! P a\n"},
    {"item with everything", "- a\n\n  b\n\n  ```\n  c\n  ```\n  > d\n",
     "  -! P a\n  - P b\n  - CODE  () 1 lines: c\\n\n· - > P d\n"},
    {"quote, lazy", "> a\nb\n> > c\n\nd", "  > P a b\n  > > P c\n  P d\n"},
    {"a number in a text", "born in\n1999. Later\n", "  P born in 1999. Later\n"},
    {"table", "a | b\n:-|-:\n1 | `x\\|y`\n2\n\nend",
     "  TABLE < >\n    | a | b\n    | 1 | [C:x|y]\n    | 2\n  P end\n"},
    {"table after text", "text\n| a |\n|---|\n| 1 | 2 |\n",
     "  P text\n  TABLE -\n    | a\n    | 1 | 2\n"},
    {"no table", "a | b\n---|---|---\n", "  P a | b ---|---|---\n"},
    {"formula", "so\n$$\na\n- b\n$$\nand \\[x\\]\n\\[ y \\]\n",
     "  P so\n  MATHS a\\n- b\n  P and [M:x]\n  MATHS y\n"},
    {"unclosed formula", "$$\na *b*\n\nc\n", "  P $$ a [E:b]\n  P c\n"},
    {"html is text", "<b>x</b>\n\n<div>\n- a\n", "  P <b>x</b>\n  P <div>\n  -! P a\n"},
    {"references are text", "[a]: http://x.y\n[a]\n", "  P [a]: [L:http://x.y→http://x.y] [a]\n"},
};

constexpr Case kProse[] = {
    {"marks", "*a **b*** ~~c~~ `d`", "  P [E:a ][SE:b] [D:c] [C:d]\n"},
    {"link", "[*a* b](https://x.y/z \"t\")", "  P [EL:a→https://x.y/z][L: b→https://x.y/z]\n"},
    {"addresses", "www.x.org a@b.de http://c.d",
     "  P [L:www.x.org→http://www.x.org] [L:a@b.de→mailto:a@b.de] [L:http://c.d→http://c.d]\n"},
    {"no link", "[a](javascript:b) [c](d.cpp) [e](file:///f) <data:x>",
     "  P a (javascript:b) c (d.cpp) e (file:///f) data:x\n"},
    {"picture", "![a](https://x.y/p.png) ![](q.png)",
     "  P [P:a (][LP:https://x.y/p.png→https://x.y/p.png][P:)] [P:q.png]\n"},
    {"formulas", "\\(a_1\\), $b$, $$c$$ but $5 and $6, `$x$`, \\$y$",
     "  P [M:a_1], [M:b], [M:c] but $5 and $6, [C:$x$], $y$\n"},
    {"entities", "&lt;&#65;&#x42;&rarr;&nope;&#0;&#10;|", "  P <AB→&nope;\xEF\xBF\xBD |\n"},
    {"turned around",
     "a\xE2\x80\xAE"
     "b `c\xE2\x80\x8B"
     "d` e\xE2\x80\x8B"
     "f",
     "  P a[R:<U+202E>]b [C:c][CR:<U+200B>][C:d] e\xE2\x80\x8B"
     "f\n"},
    {"broken UTF-8",
     "a\xFF"
     "b\xE2\x82",
     "  P a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD\n"},
    {"two kinds of address", "www.i.b+c@d.ee\nx",
     "  P [L:www.i.b+c@d.ee→http://www.i.b+c@d.ee] x\n"},
    {"a picture left twice", "http://a.b/![>**](javascript:&#0;$$![**&bogus;>9) ](javascript:9) x",
     "  P [L:http://a.b/→http://a.b/][P:>** (javascript:\xEF\xBF\xBD$$![**&bogus;>9)]  x\n"},
    {"begins like a fence", "$$a\n```x\n~~~ b\nc\n", "  P $$a ```x ~~~ b c\n"},
    {"begins like a block", "a\n    - b\n    # c", "  P a - b # c\n"},
};

std::string whole(const char* markdown)
{
    return dumpOf(blocksOf(markdown));
}

void addRows(const Case* begin, const Case* end)
{
    QTest::addColumn<std::string>("markdown");
    QTest::addColumn<std::string>("blocks");
    for (const Case* row = begin; row != end; ++row)
        QTest::newRow(row->name) << std::string(row->markdown) << std::string(row->blocks);
}

} // namespace

class MarkdownBlocksTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void structure_data() { addRows(std::begin(kStructure), std::end(kStructure)); }
    void structure() { compareRow(); }

    void prose_data() { addRows(std::begin(kProse), std::end(kProse)); }
    void prose() { compareRow(); }

    void wholeDocuments_data()
    {
        QTest::addColumn<QString>("path");
        const QDir documents(QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/golden/markdown"));
        for (const QFileInfo& file : documents.entryInfoList({QStringLiteral("*.md")}, QDir::Files))
            QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    }
    void wholeDocuments()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string blocks = dumpOf(blocksOf(file.readAll().toStdString()));
        const std::string golden = tf::words("markdown/", QTest::currentDataTag(), ".blocks");
        const std::string report = tf::test::compareWithGolden(golden, blocks);
        QVERIFY2(report.empty(), report.c_str());
    }

    /// A part of it is laid out at once.
    void whatIsLongComesInStretches_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::addColumn<int>("mostSigns");
        QTest::newRow("words") << u"word and **word** "_s << 4096;
        QTest::newRow("one word") << u"x"_s << 4096;
        QTest::newRow("marks") << u"*a* `b` "_s << 600;
        QTest::newRow("stacked") << u"e\u0301\u0302"_s << 600;
        QTest::newRow("Han") << u"漢字"_s << 2048;
        QTest::newRow("pictures") << u"👩\u200d💻"_s << 800;
    }
    void whatIsLongComesInStretches()
    {
        QFETCH(QString, piece);
        QFETCH(int, mostSigns);
        const QString all = piece.repeated(12'000 / piece.size());
        const auto blocks = blocksOf(all.toStdString());
        QString joined;
        for (const auto& block : blocks) {
            QVERIFY(block.prose.text.size() <= mostSigns);
            QVERIFY(block.prose.text.isValidUtf16());
            joined += block.prose.text;
        }
        QCOMPARE(joined.remove(u' '), QString(all).remove(u'*').remove(u'`').remove(u' '));
        QVERIFY(blocks.size() > 2);
        QVERIFY(blocks[1].isTight);
    }

    void aLongCellGoesOnInTheNextRow()
    {
        const std::string cell(10'000, 'x');
        const auto blocks = blocksOf("| a | b |\n|---|---|\n| " + cell + " | y |\n");
        qsizetype signs = 0;
        for (const auto& block : blocks) {
            for (const auto& row : block.table.rows) {
                QVERIFY(row.front().text.size() <= 2048);
                signs += row.front().text.count(u'x');
            }
        }
        QCOMPARE(signs, qsizetype(10'000));
        QVERIFY(blocks.back().table.goesOn);
    }

    void textWithoutEndOfStructureKeepsAll()
    {
        std::string markdown;
        for (int idx = 0; idx < 65'536; ++idx)
            markdown += "#\n";
        const auto blocks = blocksOf(markdown + "# a\n- b\n");
        QCOMPARE(blocks.size(), std::size_t(65'537));
        QCOMPARE(blocks.back().prose.text, QStringLiteral("# a - b"));
    }

private:
    void compareRow()
    {
        QFETCH(std::string, markdown);
        QFETCH(std::string, blocks);
        QCOMPARE(whole(markdown.c_str()), blocks);
        GrowingDocument document;
        for (const char byte : markdown)
            document.append({&byte, 1});
        document.finish();
        QCOMPARE(dumpOf(document.blocks()), blocks);
    }
};

std::unique_ptr<QObject> makeMarkdownBlocksTest()
{
    return std::make_unique<MarkdownBlocksTest>();
}

#include "tst_blocks.moc"
