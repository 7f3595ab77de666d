#include "app/media/png_file.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/support/test_table.h"
#include "tests/ui/pictures/flat_screen.h"
#include "tests/ui/pictures/tests.h"
#include "tests/ui/pictures/viewed.h"
#include "ui/pictures/picture_strip.h"
#include "ui/pictures/size_choice.h"

#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using test::Viewed;
using vision::Tier;
using workspace::TrayState;

namespace {

/// All that is said on the page.
QString saidOn(PicturePage& page)
{
    QStringList all;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&page))
            all.append(label->text());
    }
    return all.join(u'\n');
}

/// The colour in the middle of the canvas.
QColor middleOf(PictureCanvas& canvas)
{
    const QImage shot = canvas.grab().toImage();
    return shot.pixelColor(shot.width() / 2, shot.height() / 2);
}

} // namespace

class PicturePageTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPageSaysWhatToDo()
    {
        Viewed viewed;
        const QSignalSpy asked(&viewed.page(), &PicturePage::attachAsked);
        QVERIFY(saidOn(viewed.page()).contains(u"No pictures"_s));
        auto* attach = viewed.button(u"Attach pictures…"_s);
        QVERIFY(attach != nullptr);
        attach->click();
        QCOMPARE(asked.size(), 1);
    }

    void aPictureIsShownWithItsFacts()
    {
        Viewed viewed;
        viewed.tray().setEngine(serverChoice("minimax"), 0);
        viewed.lay({1920, 1080});
        const QString said = saidOn(viewed.page());
        QVERIFY2(said.contains(u"PNG · 1,920×1,080"_s), qPrintable(said));
        QVERIFY2(said.contains(u"The model sees 1,932×1,092 · 2,693 tokens"_s), qPrintable(said));
        QVERIFY(viewed.button(u"Default: 1,932×1,092 · 2,693 tokens"_s) != nullptr);
        QVERIFY(viewed.button(u"Low: 672×392 · 338 tokens"_s) != nullptr);
        QVERIFY(middleOf(viewed.canvas()).lightness() > 245); // the card of the screen
    }

    void aSizeIsChosenByItsPrice()
    {
        Viewed viewed;
        viewed.tray().setEngine(serverChoice("minimax"), 0);
        const auto id = viewed.lay({1920, 1080});
        viewed.button(u"Low"_s)->click();
        QVERIFY(viewed.settles());
        QVERIFY(viewed.choice(id).tier == Tier::Low);
        QCOMPARE(viewed.tray().tokens(), 338);
        // It is told ten times a second.
        QVERIFY(QTest::qWaitFor([&] { return saidOn(viewed.page()).contains(u"338 tokens"_s); }));
    }

    void whatAnEngineDoesNotHaveIsGreyAndSaysWhy()
    {
        Viewed viewed;
        viewed.tray().setEngine(serverChoice("vllm"), 0);
        viewed.lay({1920, 1080});
        auto* high = viewed.button(u"High"_s);
        QVERIFY(!high->isEnabled());
        QVERIFY2(high->toolTip().contains(u"small area"_s), qPrintable(high->toolTip()));
        auto* tiles = viewed.button(u"Legible tiles: 6 parts"_s);
        QVERIFY(tiles != nullptr && tiles->isEnabled());
        viewed.tray().setEngine(serverChoice("minimax"), 0);
        QVERIFY(viewed.settles());
        QVERIFY(QTest::qWaitFor([&] { return viewed.button(u"High"_s)->isEnabled(); }));
    }

    /// What is covered on the screen is black in what is sent.
    void aCoveredPlaceIsSentBlack()
    {
        Viewed viewed;
        const auto id = viewed.lay({800, 450});
        QTest::keyClick(&viewed.canvas(), Qt::Key_X);
        viewed.drag({300, 150}, {560, 320});
        QCOMPARE(middleOf(viewed.canvas()), QColor(Qt::black));
        QVERIFY(viewed.settles());
        QCOMPARE(viewed.choice(id).edit.covered.size(), 1U);
        QTest::keyPress(&viewed.canvas(), Qt::Key_Space);
        QVERIFY(viewed.canvas().eye() == Eye::Model);
        QVERIFY(QTest::qWaitFor([&] { return middleOf(viewed.canvas()) == QColor(Qt::black); },
                                10'000));
        QTest::keyRelease(&viewed.canvas(), Qt::Key_Space);
        QVERIFY(viewed.canvas().eye() == Eye::Original);
        QTest::keyClick(&viewed.canvas(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(middleOf(viewed.canvas()).lightness() > 245);
        QVERIFY(viewed.settles());
        QVERIFY(viewed.choice(id).edit.empty());
    }

    /// One reading for many changes in a row.
    void changesAreChosenWhenTheHandRests()
    {
        Viewed viewed;
        const auto id = viewed.lay({800, 450});
        for (int idx = 0; idx < 5; ++idx) {
            QTest::keyClick(&viewed.canvas(), Qt::Key_N);
            QTest::keyClick(&viewed.canvas(), Qt::Key_Return);
            QVERIFY(viewed.choice(id).edit.empty());
        }
        QVERIFY(viewed.settles());
        QCOMPARE(viewed.choice(id).edit.marks.size(), 5U);
    }

    /// A change is not lost because somebody goes on at once.
    void whoeverGoesOnLosesNothing()
    {
        Viewed viewed;
        const auto first = viewed.lay({800, 450});
        QTest::keyClick(&viewed.canvas(), Qt::Key_N);
        QTest::keyClick(&viewed.canvas(), Qt::Key_Return);
        const auto second = viewed.lay({640, 360});
        QCOMPARE(viewed.choice(first).edit.marks.size(), 1U);
        QVERIFY(viewed.choice(second).edit.empty());
        viewed.page().open(first);
        QVERIFY(QTest::qWaitFor([&] { return viewed.canvas().pictureSize().width() == 800; }));
        QTest::keyClick(&viewed.canvas(), Qt::Key_Z, Qt::ControlModifier); // its own steps
        QVERIFY(viewed.canvas().edit().empty());
    }

    void theStripOpensAndFollows()
    {
        Viewed viewed;
        viewed.lay({800, 450});
        const auto second = viewed.lay({640, 360});
        auto* strip = viewed.page().findChild<PictureStrip*>();
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->currentIndex().row(), 1);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Left);
        QVERIFY(QTest::qWaitFor([&] { return viewed.canvas().pictureSize().width() == 800; }));
        viewed.tray().remove(viewed.tray().items().front().id);
        QVERIFY(QTest::qWaitFor([&] { return viewed.canvas().pictureSize().width() == 640; }));
        viewed.tray().remove(second);
        QVERIFY(QTest::qWaitFor([&] { return saidOn(viewed.page()).contains(u"No pictures"_s); }));
    }

    void aFileThatIsGoneSaysSoAndCanBeTriedAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"screen.png"_s);
        QVERIFY(app::writePng(path.toStdString(), test::flatScreen({640, 360}).view()).has_value());
        Viewed viewed;
        const auto id = viewed.tray().add(path.toStdString());
        QVERIFY(isRead(viewed.tray()));
        QVERIFY(QFile::rename(path, path + u"x"_s));
        viewed.page().open(id);
        QVERIFY(QTest::qWaitFor([&] { return viewed.button(u"Try again"_s) != nullptr; }, 10'000));
        QVERIFY(QFile::rename(path + u"x"_s, path));
        viewed.button(u"Try again"_s)->click();
        QVERIFY(QTest::qWaitFor([&] { return !viewed.canvas().pictureSize().isEmpty(); }, 10'000));
        QVERIFY(viewed.button(u"Try again"_s) == nullptr);
    }

    void earlierPicturesAreLookedAtOnly()
    {
        Viewed viewed;
        viewed.lay({800, 450});
        const QSignalSpy asked(&viewed.page(), &PicturePage::attachAgainAsked);
        viewed.page().openKept(
            {{"a1", "before.png", "image/png"}, {"b2", "after.png", "image/png"}}, 1);
        QVERIFY(saidOn(viewed.page()).contains(u"after.png"_s));
        QVERIFY(viewed.button(u"Low"_s) == nullptr);
        QTest::keyClick(&viewed.canvas(), Qt::Key_B);
        QVERIFY(viewed.canvas().tool() == EditTool::Select);
        viewed.button(u"Attach again"_s)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<KeptPicture>().blob, std::string("b2"));
        viewed.button(u"Back to the question's pictures"_s)->click();
        QVERIFY(saidOn(viewed.page()).contains(u"screen.png"_s));
    }

    void toolsAreButtonsThatStayPressed()
    {
        Viewed viewed;
        viewed.lay({800, 450});
        auto* cover = viewed.button(u"Cover a place"_s);
        QVERIFY(cover != nullptr && cover->isCheckable());
        QVERIFY(cover->toolTip().contains(u"(X)"_s));
        cover->click();
        QVERIFY(viewed.canvas().tool() == EditTool::Cover);
        QTest::keyClick(&viewed.canvas(), Qt::Key_V);
        QVERIFY(!cover->isChecked());
        QVERIFY(!viewed.button(u"Undo the last change"_s)->isEnabled());
    }
};

std::unique_ptr<QObject> makePicturePageTest()
{
    return std::make_unique<PicturePageTest>();
}

#include "tst_picture_page.moc"
