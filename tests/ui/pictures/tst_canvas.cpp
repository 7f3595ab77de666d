#include "tests/support/test_table.h"
#include "tests/ui/pictures/tests.h"
#include "tests/ui/pictures/viewed.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using app::MarkKind;
using test::Viewed;

namespace {

void wheel(PictureCanvas& canvas, QPointF at, int notches)
{
    QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas, &event);
}

} // namespace

class CanvasTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theWheelZoomsAboutThePointer()
    {
        Viewed viewed;
        viewed.lay({1600, 900});
        PictureCanvas& canvas = viewed.canvas();
        QVERIFY(canvas.place().isFitted());
        wheel(canvas, {200, 150}, 8);
        const QPointF held = canvas.place().toPicture({200, 150});
        wheel(canvas, {200, 150}, 2);
        QVERIFY(canvas.place().zoom() > 1);
        QVERIFY(QLineF(canvas.place().toPicture({200, 150}), held).length() < 1);
    }

    void keysZoomAndMove()
    {
        Viewed viewed;
        viewed.lay({1600, 900});
        PictureCanvas& canvas = viewed.canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_1);
        QCOMPARE(canvas.place().zoom(), 1.0);
        const QPointF before = canvas.place().toPicture({0, 0});
        QTest::keyClick(&canvas, Qt::Key_Right);
        QVERIFY(canvas.place().toPicture({0, 0}).x() > before.x());
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(canvas.place().zoom() > 1);
        QTest::keyClick(&canvas, Qt::Key_0);
        QVERIFY(canvas.place().isFitted());
    }

    /// Everything without a pointer: a tool, a mark, its place, its size, its end.
    void keysAloneMakeAndMoveMarks()
    {
        Viewed viewed;
        const auto id = viewed.lay({1600, 900});
        PictureCanvas& canvas = viewed.canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_B);
        QVERIFY(canvas.tool() == EditTool::Box);
        QTest::keyClick(&canvas, Qt::Key_Return);
        QCOMPARE(canvas.edit().marks.size(), 1U);
        const auto box = canvas.edit().marks.front();
        QTest::keyClick(&canvas, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(canvas.edit().marks.front().from.x, box.from.x + 1);
        QTest::keyClick(&canvas, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(canvas.edit().marks.front().from.y, box.from.y);
        QVERIFY(canvas.edit().marks.front().to.y > box.to.y);
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QVERIFY(canvas.tool() == EditTool::Select);
        QTest::keyClick(&canvas, Qt::Key_N);
        QTest::keyClick(&canvas, Qt::Key_Return);
        QVERIFY(canvas.edit().marks.back().kind == MarkKind::Number);
        QTest::keyClick(&canvas, Qt::Key_Comma);
        QVERIFY(canvas.selected() == (EditPiece{PieceKind::Mark, 0}));
        QTest::keyClick(&canvas, Qt::Key_Delete);
        QCOMPARE(canvas.edit().marks.size(), 1U);
        QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(canvas.edit().marks.size(), 2U);
        QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(canvas.edit().marks.size(), 1U);
        QVERIFY(viewed.settles());
        QVERIFY(viewed.choice(id).edit == canvas.edit());
    }

    void escapeLeavesAStroke()
    {
        Viewed viewed;
        viewed.lay({1600, 900});
        PictureCanvas& canvas = viewed.canvas();
        QTest::keyClick(&canvas, Qt::Key_X);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {50, 150});
        QTest::mouseMove(&canvas, {120, 200});
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {120, 200});
        QVERIFY(canvas.edit().empty());
        QVERIFY(canvas.tool() == EditTool::Cover);
    }

    void aMarkIsDraggedAndItsCornerPulled()
    {
        Viewed viewed;
        viewed.lay({800, 450});
        PictureCanvas& canvas = viewed.canvas();
        QTest::keyClick(&canvas, Qt::Key_X);
        viewed.drag({100, 100}, {300, 200});
        QCOMPARE(canvas.edit().covered.size(), 1U);
        QTest::keyClick(&canvas, Qt::Key_V);
        viewed.drag({200, 150}, {400, 250});
        const auto moved = canvas.edit().covered.front();
        QVERIFY(std::abs(moved.at.x - 300) <= 3 && std::abs(moved.at.y - 200) <= 3);
        const QRect place = rectOf(moved);
        viewed.drag(place.bottomRight(), place.bottomRight() + QPoint(60, 40));
        const auto grown = canvas.edit().covered.front();
        QVERIFY(grown.at == moved.at);
        QVERIFY(std::abs(grown.size.width - moved.size.width - 60) <= 3);
    }

    void aScreenReaderMeetsAPictureAndItsMarks()
    {
        Viewed viewed;
        viewed.lay({800, 450});
        PictureCanvas& canvas = viewed.canvas();
        QAccessibleInterface* drawing = QAccessible::queryAccessibleInterface(&canvas);
        QVERIFY(drawing != nullptr);
        QVERIFY(drawing->role() == QAccessible::Graphic);
        QVERIFY2(drawing->text(QAccessible::Name)
                     .startsWith(u"screen.png, 800 by 450 pixels, as it is, at "_s),
                 qPrintable(drawing->text(QAccessible::Name)));
        QCOMPARE(drawing->childCount(), 0);
        QTest::keyClick(&canvas, Qt::Key_X);
        viewed.drag({100, 100}, {300, 200});
        QCOMPARE(drawing->childCount(), 1);
        QAccessibleInterface* mark = drawing->child(0);
        QCOMPARE(mark->text(QAccessible::Name), u"Covered place 1"_s);
        QVERIFY(mark->text(QAccessible::Description).contains(u"pixels"_s));
        QVERIFY(mark->state().selected);
        QVERIFY(drawing->rect().contains(mark->rect()));
        QCOMPARE(drawing->indexOfChild(mark), 0);
        canvas.select({});
        QVERIFY(!mark->state().selected);
        mark->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(canvas.selected().has_value());
    }
};

std::unique_ptr<QObject> makeCanvasTest()
{
    return std::make_unique<CanvasTest>();
}

#include "tst_canvas.moc"
