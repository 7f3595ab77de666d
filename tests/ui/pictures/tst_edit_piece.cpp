#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/pictures/tests.h"
#include "ui/pictures/edit_history.h"
#include "ui/pictures/edit_tool.h"

using namespace tf;
using namespace tf::ui;
using app::Mark;
using app::MarkKind;
using app::PictureEdit;
using test::Gen;

namespace {

constexpr QSize kPicture(800, 600);

PictureEdit oneOfEach()
{
    PictureEdit edit;
    edit.crop = app::Region{{50, 40}, {600, 500}};
    edit.covered = {{{100, 100}, {80, 30}}};
    edit.marks = {{MarkKind::Box, {300, 200}, {400, 260}, 0},
                  {MarkKind::Arrow, {500, 400}, {560, 450}, 0},
                  {MarkKind::Number, {600, 120}, {600, 120}, 4}};
    return edit;
}

} // namespace

class EditPieceTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whateverIsDoneStaysInThePicture()
    {
        const QRect room(QPoint(0, 0), kPicture);
        const auto report = test::forAll(400, [room](Gen& gen) -> std::string {
            PictureEdit edit = oneOfEach();
            for (int step = 0; step < 8; ++step) {
                const auto pieces = piecesOf(edit);
                const EditPiece piece = gen.pick(pieces);
                const QPoint by(int(gen.between(-900, 900)), int(gen.between(-900, 900)));
                edit = gen.oneIn(2) ? moved(edit, piece, by, kPicture)
                                    : grown(edit, piece, by, kPicture);
                for (const EditPiece& one : piecesOf(edit)) {
                    if (!room.contains(placeOf(edit, one)))
                        return "it left the picture";
                }
            }
            return edit.covered.front().size.width > 0 ? "" : "nothing is left of it";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void movingKeepsShapes()
    {
        const PictureEdit edit = moved(oneOfEach(), {PieceKind::Mark, 1}, {-20, 10}, kPicture);
        QCOMPARE(edit.marks[1].from.x, 480);
        QCOMPARE(edit.marks[1].to.y, 460);
    }

    void whatLiesOnTopIsHit()
    {
        const PictureEdit edit = oneOfEach();
        QVERIFY(pieceAt(edit, {600, 121}, 5) == (EditPiece{PieceKind::Mark, 2}));
        QVERIFY(pieceAt(edit, {530, 426}, 5) == (EditPiece{PieceKind::Mark, 1}));
        QVERIFY(pieceAt(edit, {300, 230}, 5) == (EditPiece{PieceKind::Mark, 0}));
        QVERIFY(pieceAt(edit, {350, 230}, 5) == std::nullopt); // within a box
        QVERIFY(pieceAt(edit, {120, 110}, 5) == (EditPiece{PieceKind::Cover, 0}));
        QVERIFY(pieceAt(edit, {50, 300}, 5) == (EditPiece{PieceKind::Crop, 0}));
    }

    void allCanBeTakenAway()
    {
        PictureEdit edit = oneOfEach();
        while (!piecesOf(edit).empty())
            edit = without(edit, piecesOf(edit).back());
        QVERIFY(edit.empty());
    }

    void everyPieceHasAName()
    {
        const PictureEdit edit = oneOfEach();
        QStringList names;
        for (const EditPiece& piece : piecesOf(edit))
            names.append(nameOf(edit, piece));
        QCOMPARE(names.join(u", "),
                 QStringLiteral("The part that is sent, Covered place 1, Box, Arrow, Number 4"));
    }

    void strokesBecomeWhatTheToolMakes()
    {
        const auto made = [](EditTool tool) {
            return *stroked({}, tool, {300, 200}, {100, 250}, kPicture);
        };
        QCOMPARE(rectOf(*made(EditTool::Crop).crop), QRect(QPoint(100, 200), QPoint(300, 250)));
        QCOMPARE(rectOf(made(EditTool::Cover).covered.at(0)),
                 QRect(QPoint(100, 200), QPoint(300, 250)));
        const Mark arrow = made(EditTool::Arrow).marks.at(0);
        QCOMPARE(arrow.to.x, 100); // it points where the stroke ended
        QCOMPARE(made(EditTool::Number).marks.at(0).number, 1);
        QVERIFY(!stroked({}, EditTool::Select, {1, 1}, {90, 90}, kPicture));
        QVERIFY(!stroked({}, EditTool::Cover, {10, 10}, {11, 12}, kPicture)); // a slip
    }

    void numbersCountOn()
    {
        PictureEdit edit = *stroked(oneOfEach(), EditTool::Number, {9, 9}, {9, 9}, kPicture);
        QCOMPARE(edit.marks.back().number, 5);
    }

    void strokesEndAtTheEdge()
    {
        const PictureEdit edit = *stroked({}, EditTool::Cover, {-50, -50}, {5000, 5000}, kPicture);
        QCOMPARE(rectOf(edit.covered.front()), QRect(QPoint(0, 0), kPicture));
    }

    void stepsAreTakenBackAndDoneAgain()
    {
        EditHistory history;
        QVERIFY(!history.canUndo());
        PictureEdit one;
        one.covered = {{{1, 1}, {9, 9}}};
        history.add(one);
        history.add(one); // nothing new
        history.add(oneOfEach());
        history.undo();
        QVERIFY(history.now() == one);
        history.undo();
        QVERIFY(history.now().empty());
        QVERIFY(!history.canUndo());
        history.redo();
        QVERIFY(history.now() == one);
        history.add({}); // another way from here
        QVERIFY(!history.canRedo());
    }
};

std::unique_ptr<QObject> makeEditPieceTest()
{
    return std::make_unique<EditPieceTest>();
}

#include "tst_edit_piece.moc"
