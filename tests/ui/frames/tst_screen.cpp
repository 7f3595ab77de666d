// The picture, where its pixels are, and what is covered of it.

#include "tests/support/test_table.h"
#include "tests/ui/frames/board_scene.h"
#include "tests/ui/frames/prepared_clip.h"
#include "tests/ui/frames/tests.h"
#include "ui/frames/screen/covered_picture.h"
#include "ui/frames/screen/frame_screen.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

struct ShownScreen {
    test::BoardScene scene;
    FrameScreen& screen;

    ShownScreen()
        : screen(scene.board().screen())
    {
        scene.showClip();
        scene.board().setFocus();
        QTest::keyClick(&scene.board(), Qt::Key_C);
        QApplication::processEvents();
    }

    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&screen, Qt::LeftButton, {}, from);
        QTest::mouseMove(&screen, to);
        QTest::mouseRelease(&screen, Qt::LeftButton, {}, to);
    }
};

} // namespace

class ScreenTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsWholeAndUndistorted()
    {
        const PictureFit fit = fitPicture({1920, 1080}, {0, 0, 300, 300});
        QCOMPARE(fit.place.width(), 300.0);
        QVERIFY(std::abs(fit.place.height() - 168.75) < 0.01);
        QVERIFY(std::abs(fit.place.center().y() - 150) < 1);
        const app::Region region{{480, 270}, {960, 540}};
        QCOMPARE(fit.onScreen(region).width(), 150.0);
        QCOMPARE(fit.inPicture(fit.place.topLeft()), (app::Spot{0, 0}));
        QCOMPARE(fit.inPicture({9999, 9999}), (app::Spot{1920, 1080}));
    }

    void regionsStayInThePicture()
    {
        const QSize source(100, 50);
        QCOMPARE(spanned({80, 40}, {20, 10}, source), (app::Region{{20, 10}, {60, 30}}));
        const app::Region region{{10, 10}, {20, 20}};
        QCOMPARE(movedRegion(region, {-99, 99}, source), (app::Region{{0, 30}, {20, 20}}));
        QCOMPARE(resizedRegion(region, {999, -999}, source), (app::Region{{10, 10}, {90, 4}}));
    }

    /// Not a pixel that is touched keeps anything of what was there.
    void whatIsCoveredIsGone()
    {
        QImage picture(19, 11, QImage::Format_RGB888);
        picture.fill(Qt::white);
        const QImage covered = coveredPicture(picture, {{{100, 100}, {301, 301}}}, {1900, 1100});
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const bool isIn = x >= 1 && x <= 4 && y >= 1 && y <= 4;
                QCOMPARE(covered.pixelColor(x, y), QColor(isIn ? Qt::black : Qt::white));
            }
        }
        QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::white));
    }

    void aDragCovers()
    {
        ShownScreen test;
        const QRectF place = test.screen.fit().place;
        test.drag(place.topLeft().toPoint() + QPoint(20, 20),
                  place.topLeft().toPoint() + QPoint(100, 70));
        QCOMPARE(test.scene.made.covered.size(), std::size_t(1));
        const app::CoveredStretch covered = test.scene.made.covered[0];
        QCOMPARE(covered.from, 0.0);
        QCOMPARE(covered.to, 600.0);
        QVERIFY(std::abs(covered.region.at.x - 20 * 1920 / place.width()) < 8);
        const QImage& shown = test.screen.shownPicture();
        const double scale = shown.width() / place.width();
        QCOMPARE(shown.pixelColor(qRound(60 * scale), qRound(45 * scale)), QColor(Qt::black));
        QVERIFY(test.screen.chosen().has_value());
        test.drag(place.topLeft().toPoint() + QPoint(60, 45),
                  place.topLeft().toPoint() + QPoint(90, 45));
        QVERIFY(test.scene.made.covered[0].region.at.x > covered.region.at.x + 100);
    }

    void keysCoverMoveAndUncover()
    {
        ShownScreen test;
        QVERIFY(test.screen.hasFocus());
        QTest::keyClick(&test.screen, Qt::Key_Return);
        QCOMPARE(test.scene.made.covered.size(), std::size_t(1));
        const app::Region before = test.scene.made.covered[0].region;
        QTest::keyClick(&test.screen, Qt::Key_Left);
        QCOMPARE(test.scene.made.covered[0].region.at.x, before.at.x - 8);
        QTest::keyClick(&test.screen, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(test.scene.made.covered[0].region.size.height, before.size.height + 8);
        QTest::keyClick(&test.screen, Qt::Key_Delete);
        QVERIFY(test.scene.made.covered.empty());
    }

    void aStretchIsCoveredAndNothingElse()
    {
        ShownScreen test;
        QTest::keyClick(&test.screen, Qt::Key_Return);
        for (QLineEdit* edit : test.scene.board().findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == u"Covered to"_s) {
                edit->setFocus();
                edit->setText(u"2:00"_s);
                QTest::keyClick(edit, Qt::Key_Return);
            }
        }
        QCOMPARE(test.scene.made.covered.at(0).to, 120.0);
        const auto pixel = [&screen = test.screen] {
            const QImage& shown = screen.shownPicture();
            return shown.pixelColor(shown.width() / 2, shown.height() / 2);
        };
        QVERIFY(pixel() != QColor(Qt::black)); // it stands at 2:13
        test.scene.board().setFrame(test::flatFrame(3000, 320, 180));
        QCOMPARE(pixel(), QColor(Qt::black));
    }

    void ofAnEarlierQuestionNothingIsCovered()
    {
        ShownScreen test;
        test.scene.showClip(BoardUse::Looking);
        QTest::keyClick(&test.scene.board(), Qt::Key_C);
        QTest::keyClick(&test.screen, Qt::Key_Return);
        QCOMPARE(test.scene.numMade, 0);
    }
};

std::unique_ptr<QObject> makeScreenTest()
{
    return std::make_unique<ScreenTest>();
}

#include "tst_screen.moc"
