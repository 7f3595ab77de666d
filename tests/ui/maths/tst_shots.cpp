#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/maths/formulas.h"
#include "tests/ui/maths/tests.h"
#include "ui/maths/formula.h"

#include <QImage>
#include <QPainter>

using namespace tf;
using namespace tf::ui;

namespace {

constexpr int kGap = 14;

QImage page()
{
    std::vector<Formula> formulas;
    QSizeF size;
    for (const char* tex : test::shownFormulas()) {
        if (auto formula = Formula::layOut(QString::fromUtf8(tex), FormulaStyle::Displayed, 18))
            formulas.push_back(std::move(*formula));
    }
    for (const Formula& formula : formulas) {
        size.setWidth(qMax(size.width(), formula.size().width()));
        size.setHeight(size.height() + formula.size().height() + kGap);
    }
    QImage image(size.toSize() + QSize(2 * kGap, kGap), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    double top = kGap;
    for (const Formula& formula : formulas) {
        formula.paint(painter, QPointF(kGap, qRound(top + formula.ascent())), Qt::black);
        top += formula.size().height() + kGap;
    }
    return image;
}

} // namespace

class FormulaShotsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void page() { QCOMPARE(test::compareWithShot("formulas", ::page()), std::string()); }
};

std::unique_ptr<QObject> makeFormulaShotsTest()
{
    return std::make_unique<FormulaShotsTest>();
}

#include "tst_shots.moc"
