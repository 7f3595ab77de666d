#include "tests/support/test_table.h"
#include "tests/ui/maths/formulas.h"
#include "tests/ui/maths/tests.h"
#include "ui/maths/math_layout.h"
#include "ui/maths/tex_parser.h"

#include <algorithm>

using namespace tf;
using namespace tf::ui;
using namespace Qt::StringLiterals;

namespace {

MathBox laid(const QString& tex, Level level = Level::Display)
{
    const auto tree = parseTex(tex);
    return tree ? MathLayout(*MathFont::ofThread(), 100).layOut(*tree, level) : MathBox();
}

/// The glyphs from left to right, as they were set.
std::vector<MathMark> glyphsOf(const MathBox& box)
{
    std::vector<MathMark> glyphs;
    std::copy_if(box.marks.begin(), box.marks.end(), std::back_inserter(glyphs),
                 [](const MathMark& mark) { return mark.kind == MathMark::Kind::Glyph; });
    return glyphs;
}

std::vector<MathMark> rulesOf(const MathBox& box)
{
    std::vector<MathMark> rules;
    std::copy_if(box.marks.begin(), box.marks.end(), std::back_inserter(rules),
                 [](const MathMark& mark) { return mark.kind == MathMark::Kind::Rule; });
    return rules;
}

double widthOf(const QString& tex, Level level = Level::Display)
{
    return laid(tex, level).width;
}

} // namespace

class FormulaLawsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theFontSaysHowFormulasAreSet()
    {
        const MathFont* font = MathFont::ofThread();
        QVERIFY(font != nullptr);
        QVERIFY(font->length(MathLength::AxisHeight) > 0.2);
        QVERIFY(font->length(MathLength::AfterDegree) < 0);
        QVERIFY(font->table().degreeRise > 0.4 && font->table().degreeRise < 0.8);
        QVERIFY(font->table().tall.at(font->glyphOf(U'(')).larger.size() > 3);
        QVERIFY(!font->table().tall.at(font->glyphOf(U'{')).parts.empty());
    }

    void aFractionsPartsLieOnBothSidesOfItsRule()
    {
        const MathBox box = laid(u"\\frac{a}{b}"_s);
        const auto glyphs = glyphsOf(box);
        const auto rules = rulesOf(box);
        QCOMPARE(glyphs.size(), std::size_t(2));
        QCOMPARE(rules.size(), std::size_t(1));
        QVERIFY(glyphs[0].place.y() < rules[0].place.top());
        QVERIFY(glyphs[1].place.y() > rules[0].place.bottom());
        const double axis = MathFont::ofThread()->length(MathLength::AxisHeight) * 100;
        QVERIFY(qAbs(rules[0].place.center().y() + axis) < 1e-6);
    }

    void scriptsAreSmallerAndGoTheirWay()
    {
        const auto glyphs = glyphsOf(laid(u"x_1^2"_s));
        QCOMPARE(glyphs.size(), std::size_t(3));
        QVERIFY(glyphs[1].pixels < glyphs[0].pixels);
        QVERIFY(glyphs[1].place.y() > 0);
        QVERIFY(glyphs[2].place.y() < 0);
        const auto nested = glyphsOf(laid(u"x^{y^z}"_s));
        QVERIFY(nested[2].pixels < nested[1].pixels);
        QVERIFY(nested[2].place.y() < nested[1].place.y());
    }

    void limitsStandAboveAndBelowWhenDisplayed()
    {
        const auto displayed = glyphsOf(laid(u"\\sum_i^n"_s, Level::Display));
        const auto inLine = glyphsOf(laid(u"\\sum_i^n"_s, Level::Text));
        QVERIFY(displayed[1].place.x() < inLine[1].place.x());
        QVERIFY(displayed[1].place.y() > inLine[1].place.y());
        QVERIFY(laid(u"\\sum"_s, Level::Display).height() > laid(u"\\sum"_s, Level::Text).height());
        const auto besides = glyphsOf(laid(u"\\int_0^1"_s, Level::Display));
        QVERIFY(besides[2].place.x() > besides[1].place.x()); // the sign leans
        QVERIFY(laid(u"\\int"_s, Level::Display).height() > 180);
    }

    void aTypedBarIsOneBar()
    {
        const MathFont& font = *MathFont::ofThread();
        const auto first = [](const QString& tex) { return glyphsOf(laid(tex)).front().glyph; };
        QCOMPARE(first(u"\\left| x \\right|"_s), font.glyphOf(U'|'));
        QCOMPARE(first(u"\\left\\| x \\right\\|"_s), font.glyphOf(U'‖'));
    }

    void classesSetSpaces()
    {
        const double em = 100;
        const double letters = widthOf(u"ab"_s);
        QVERIFY(qAbs(widthOf(u"a{=}b"_s) + 2 * em * 5 / 18 - widthOf(u"a=b"_s)) < 1e-6);
        QVERIFY(qAbs(widthOf(u"a{+}b"_s) + 2 * em * 4 / 18 - widthOf(u"a+b"_s)) < 1e-6);
        QVERIFY(qAbs(widthOf(u"a{,}b"_s) + em * 3 / 18 - widthOf(u"a,b"_s)) < 1e-6);
        QVERIFY(qAbs(widthOf(u"{+}b"_s) - widthOf(u"+b"_s)) < 1e-6); // a sign, no sum
        QVERIFY(qAbs(widthOf(u"a=-b"_s) - widthOf(u"a={-}b"_s)) < 1e-6);
        QVERIFY(qAbs(widthOf(u"a{+}b"_s, Level::Script) - widthOf(u"a+b"_s, Level::Script)) < 1e-6);
        QVERIFY(qAbs(letters + 100 - widthOf(u"a\\quad b"_s)) < 1e-6);
    }

    void fencesGrowWithWhatTheyHold_data()
    {
        QTest::addColumn<QString>("open");
        QTest::addColumn<QString>("close");
        for (const auto& [open, close] : {std::pair("(", ")"),
                                          {"[", "]"},
                                          {"\\{", "\\}"},
                                          {"|", "|"},
                                          {"\\lfloor", "\\rfloor"},
                                          {"\\|", "\\|"}})
            QTest::addRow("%s", open) << QString::fromUtf8(open) << QString::fromUtf8(close);
    }

    void fencesGrowWithWhatTheyHold()
    {
        QFETCH(QString, open);
        QFETCH(QString, close);
        QString within = u"x"_s;
        double before = 0;
        for (int depth = 0; depth < 6; ++depth) {
            const double inner = laid(within).height();
            const double outer =
                laid(u"\\left"_s + open + u" "_s + within + u"\\right"_s + close).height();
            QVERIFY(outer >= before);
            QVERIFY(outer >= inner * 0.99);
            QVERIFY(outer < inner * 1.6 + 40);
            before = outer;
            within = u"\\begin{matrix} 1 \\\\ "_s + within + u" \\\\ 2 \\end{matrix}"_s;
        }
    }

    void rootsCoverWhatTheyHold()
    {
        QString within = u"x"_s;
        for (int depth = 0; depth < 6; ++depth) {
            const MathBox inner = laid(within);
            const MathBox root = laid(u"\\sqrt{"_s + within + u"}"_s);
            const auto rules = rulesOf(root);
            QVERIFY(root.height() > inner.height());
            QVERIFY(rules.back().place.top() < -inner.ascent);
            QVERIFY(qAbs(rules.back().place.right() - root.width) < 1e-6);
            within = u"\\sqrt{"_s + within + u"}"_s;
        }
    }

    void columnsAreInLine()
    {
        const auto glyphs = glyphsOf(laid(u"\\begin{matrix} 1 & 1 \\\\ 1 & 1 \\end{matrix}"_s));
        QCOMPARE(glyphs.size(), std::size_t(4));
        QCOMPARE(glyphs[0].place.x(), glyphs[2].place.x());
        QCOMPARE(glyphs[1].place.x(), glyphs[3].place.x());
        QCOMPARE(glyphs[0].place.y(), glyphs[1].place.y());
        QVERIFY(glyphs[2].place.y() > glyphs[0].place.y() + 100);
    }

    void lettersLeanAndDigitsStand()
    {
        const MathFont& font = *MathFont::ofThread();
        const auto first = [](const QString& tex) { return glyphsOf(laid(tex)).front().glyph; };
        QCOMPARE(first(u"x"_s), font.glyphOf(U'\U0001d465'));
        QCOMPARE(first(u"h"_s), font.glyphOf(U'\u210e'));
        QCOMPARE(first(u"1"_s), font.glyphOf(U'1'));
        QCOMPARE(first(u"\\mathrm{x}"_s), font.glyphOf(U'x'));
        QCOMPARE(first(u"\\mathbb{R}"_s), font.glyphOf(U'\u211d'));
        QCOMPARE(first(u"\\mathbf{\\alpha}"_s), font.glyphOf(U'\U0001d736'));
        QCOMPARE(first(u"-"_s), font.glyphOf(U'\u2212'));
    }

    void sizesArePositiveAndTheSameTwice()
    {
        for (const char* tex : test::shownFormulas()) {
            const MathBox once = laid(QString::fromUtf8(tex));
            const MathBox twice = laid(QString::fromUtf8(tex));
            QVERIFY2(once.width > 0 && once.ascent > 0 && once.descent >= 0, tex);
            QCOMPARE(twice.width, once.width);
            QCOMPARE(twice.height(), once.height());
            QCOMPARE(twice.marks.size(), once.marks.size());
        }
    }
};

std::unique_ptr<QObject> makeFormulaLawsTest()
{
    return std::make_unique<FormulaLawsTest>();
}

#include "tst_laws.moc"
