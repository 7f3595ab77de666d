#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/pictures/tests.h"
#include "ui/pictures/canvas_place.h"

#include <QLineF>

using namespace tf;
using test::Gen;
using ui::CanvasPlace;

namespace {

CanvasPlace placed(QSize picture, QSizeF view)
{
    CanvasPlace place;
    place.setView(view);
    place.setPicture(picture);
    return place;
}

} // namespace

class CanvasPlaceTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aLargePictureIsFitted()
    {
        const auto place = placed({2000, 1000}, {400, 400});
        QCOMPARE(place.zoom(), 0.2);
        QCOMPARE(place.toView(QRectF(0, 0, 2000, 1000)), QRectF(0, 100, 400, 200));
    }

    void aSmallOneIsNotBlownUp()
    {
        const auto place = placed({100, 50}, {400, 400});
        QCOMPARE(place.zoom(), 1.0);
        QCOMPARE(place.toView(QRectF(0, 0, 100, 50)), QRectF(150, 175, 100, 50));
    }

    void whatIsFittedStaysSo()
    {
        auto place = placed({2000, 1000}, {400, 400});
        place.setView({800, 800});
        QCOMPARE(place.zoom(), 0.4);
        place.zoomTo(1, place.middleOfView());
        place.setView({400, 400});
        QCOMPARE(place.zoom(), 1.0);
    }

    /// What lies under the pointer stays there, but where a gap would come at the picture's edge.
    void zoomStaysAboutThePointer()
    {
        const auto report = test::forAll(500, [](Gen& gen) -> std::string {
            auto place = placed({2000, 1500}, {500, 400});
            place.zoomTo(1.5, place.middleOfView());
            const QPointF pointer(gen.unit() * 500, gen.unit() * 400);
            const QPointF held = place.toPicture(pointer);
            place.zoomTo(1.5 + gen.unit() * 6, pointer);
            const double far = QLineF(place.toView(held), pointer).length();
            return far < 0.01 ? "" : words("moved by ", far);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void noGapComesWhereThereIsPicture()
    {
        const auto report = test::forAll(500, [](Gen& gen) -> std::string {
            auto place = placed({1200, 900}, {500, 400});
            for (int step = 0; step < 6; ++step) {
                place.zoomTo(gen.unit() * 4, {gen.unit() * 500, gen.unit() * 400});
                place.moveBy({gen.unit() * 4000 - 2000, gen.unit() * 4000 - 2000});
            }
            const QRectF all = place.toView(QRectF(0, 0, 1200, 900));
            const bool isWide = all.width() >= 500;
            const bool isHigh = all.height() >= 400;
            if (isWide && (all.left() > 0.01 || all.right() < 499.99))
                return "a gap beside it";
            if (isHigh && (all.top() > 0.01 || all.bottom() < 399.99))
                return "a gap above or below";
            return "";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void thereAndBackIsTheSamePlace()
    {
        auto place = placed({1200, 900}, {500, 400});
        place.zoomTo(2.5, {100, 100});
        const QPointF there = place.toView(QPointF(321, 654));
        QVERIFY(QLineF(place.toPicture(there), QPointF(321, 654)).length() < 0.001);
    }

    void whatIsRevealedCanBeSeen()
    {
        auto place = placed({2000, 1500}, {500, 400});
        place.zoomTo(1, place.middleOfView());
        const QRectF mark(1900, 40, 60, 30);
        QVERIFY(!QRectF(0, 0, 500, 400).contains(place.toView(mark)));
        place.reveal(mark);
        QVERIFY(QRectF(0, 0, 500, 400).contains(place.toView(mark)));
    }
};

std::unique_ptr<QObject> makeCanvasPlaceTest()
{
    return std::make_unique<CanvasPlaceTest>();
}

#include "tst_canvas_place.moc"
