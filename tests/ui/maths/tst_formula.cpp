#include "tests/support/test_table.h"
#include "tests/ui/maths/formulas.h"
#include "tests/ui/maths/tests.h"
#include "ui/maths/formula.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <thread>

using namespace tf;
using namespace tf::ui;
using namespace Qt::StringLiterals;

namespace {

void addRows(std::span<const char* const> formulas)
{
    QTest::addColumn<QString>("tex");
    for (const char* tex : formulas)
        QTest::addRow("%s", tex) << QString::fromUtf8(tex);
}

bool isUnderstood(const QString& tex)
{
    return Formula::layOut(tex, FormulaStyle::Displayed, 16).has_value()
        && Formula::layOut(tex, FormulaStyle::InLine, 16).has_value();
}

QImage painted(const Formula& formula)
{
    QImage image(formula.size().toSize() + QSize(4, 4), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    formula.paint(painter, {2, 2 + formula.ascent()}, Qt::black);
    return image;
}

} // namespace

class FormulaTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void understood_data() { addRows(test::understoodFormulas()); }
    void understood()
    {
        QFETCH(QString, tex);
        QVERIFY(isUnderstood(tex));
    }

    void shown_data() { addRows(test::shownFormulas()); }
    void shown()
    {
        QFETCH(QString, tex);
        QVERIFY(isUnderstood(tex));
    }

    void notUnderstood_data() { addRows(test::otherFormulas()); }
    void notUnderstood()
    {
        QFETCH(QString, tex);
        QVERIFY(!Formula::layOut(tex, FormulaStyle::Displayed, 16));
    }

    void tooMuchIsRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("tex");
        const auto row = [](const char* name, const QString& tex) {
            QTest::addRow("%s", name) << tex;
        };
        row("100 kB of letters", u"x"_s.repeated(100'000));
        row("braces", u"{"_s.repeated(4'000) + u"}"_s.repeated(4'000));
        row("roots", u"\\sqrt{"_s.repeated(1'000) + u"}"_s.repeated(1'000));
        row("scripts", u"x^{"_s.repeated(2'000) + u"}"_s.repeated(2'000));
        row("accents", u"\\hat"_s.repeated(2'000) + u"x"_s);
        row("fractions", u"\\frac"_s.repeated(1'500));
        row("degrees", u"\\sqrt["_s.repeated(1'500) + u"]x"_s.repeated(1'500));
        row("fences", u"\\left("_s.repeated(500) + u"\\right)"_s.repeated(500));
        row("tables", u"\\begin{matrix}"_s.repeated(300) + u"\\end{matrix}"_s.repeated(300));
        row("columns", u"\\begin{matrix}"_s + u"&"_s.repeated(3'000) + u"\\end{matrix}"_s);
        row("tall signs",
            u"\\left(\\begin{matrix}"_s + u"1\\\\"_s.repeated(500) + u"\\end{matrix}"_s
                + u"\\middle|"_s.repeated(900) + u"\\right)"_s);
        row("over", u"a\\over "_s.repeated(1'000));
    }

    void tooMuchIsRefusedAtOnce()
    {
        QFETCH(QString, tex);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!Formula::layOut(tex, FormulaStyle::Displayed, 16));
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    }

    void sourceIsKept()
    {
        const auto formula = Formula::layOut(u"x^2", FormulaStyle::InLine, 16);
        QVERIFY(formula);
        QCOMPARE(formula->tex(), u"x^2"_s);
    }

    void inkLiesWithinTheSize()
    {
        for (const char* tex : test::shownFormulas()) {
            const auto formula =
                Formula::layOut(QString::fromUtf8(tex), FormulaStyle::Displayed, 20);
            QVERIFY(formula);
            QImage image(formula->size().toSize() + QSize(40, 40), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            formula->paint(painter, {20, 20 + formula->ascent()}, Qt::black);
            painter.end();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const bool isInside = QRectF({18, 18}, formula->size() + QSizeF(4, 4))
                                              .contains(QPointF(x + 0.5, y + 0.5));
                    QVERIFY2(isInside || image.pixelColor(x, y) == Qt::white, tex);
                }
            }
        }
    }

    void everyThreadMayLayOut()
    {
        const QString tex = QString::fromUtf8(test::shownFormulas().front());
        const auto here = Formula::layOut(tex, FormulaStyle::Displayed, 16);
        std::optional<Formula> there;
        std::thread([&] { there = Formula::layOut(tex, FormulaStyle::Displayed, 16); }).join();
        QVERIFY(here && there);
        QCOMPARE(there->size(), here->size());
        QCOMPARE(painted(*there), painted(*here));
    }
};

std::unique_ptr<QObject> makeFormulaTest()
{
    return std::make_unique<FormulaTest>();
}

#include "tst_formula.moc"
