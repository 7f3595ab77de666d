// The page over a tray and a real clip: opened when it is seen, chosen when the hand rests.

#include "tests/app/workspace/talk.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/support/test_table.h"
#include "tests/ui/frames/tests.h"
#include "ui/frames/clip_notice.h"
#include "ui/frames/frames_board.h"
#include "ui/frames/frames_page.h"
#include "ui/frames/line/timeline.h"
#include "ui/frames/sampling_form.h"
#include "ui/frames/screen/frame_screen.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using test::Talk;
using workspace::ClipState;
using workspace::Tray;
using workspace::TrayChoice;
using workspace::TrayId;

namespace {

class ShownPage {
public:
    ShownPage()
        : theme(Shade::Light)
    {
        MUST(loadFonts());
        QApplication::setStyle(new Style(theme));
        theme.set(settings::ThemeChoice::Light, 100);
        tray.setEngine(localChoice(), 0);
        page = new FramesPage(theme, talk.store());
        auto* column = new QVBoxLayout(&window);
        // The platform without a screen warns of every least size that it is told.
        column->setSizeConstraint(QLayout::SetNoConstraint);
        column->addWidget(page);
        window.resize(340, 760);
    }

    void open()
    {
        page->setTray(&tray);
        window.show();
        window.activateWindow();
    }

    [[nodiscard]] bool isOpen() const
    {
        return QTest::qWaitFor([this] { return page->view().state() == ClipState::Ready; }, 30'000);
    }

    [[nodiscard]] QString words() const
    {
        QStringList lines;
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            if (label->isVisibleTo(page))
                lines.append(label->text());
        }
        return lines.join(u'\n');
    }

    [[nodiscard]] app::ClipChoice chosen(TrayId id) const
    {
        const TrayChoice choice = tray.choiceOf(id);
        const auto* own = std::get_if<app::ClipChoice>(&choice);
        return own != nullptr ? *own : app::ClipChoice();
    }

    [[nodiscard]] bool hasChoice(TrayId id) const
    {
        return std::holds_alternative<app::ClipChoice>(tray.choiceOf(id));
    }

    Theme theme;
    Talk talk;
    Tray tray;
    QWidget window;
    FramesPage* page = nullptr;
};

QSlider* rateOf(FramesPage& page)
{
    for (QSlider* slider : page.board().form().findChildren<QSlider*>()) {
        if (slider->accessibleName() == u"Frames a second"_s)
            return slider;
    }
    return nullptr;
}

} // namespace

class ClipPageTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty())
            QSKIP("there is no ffmpeg here to make clips with");
        QProcess ffmpeg;
        ffmpeg.start(u"ffmpeg"_s,
                     {u"-nostdin"_s, u"-loglevel"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                      u"testsrc2=size=320x180:rate=10:duration=8"_s, u"-c:v"_s, u"libx264"_s,
                      u"-pix_fmt"_s, u"yuv420p"_s, m_folder.filePath(u"clip.mp4"_s)});
        QVERIFY(ffmpeg.waitForFinished(60'000));
        QCOMPARE(ffmpeg.exitCode(), 0);
    }

    void withoutAClipItSaysHowToGetOne()
    {
        ShownPage test;
        test.open();
        QVERIFY(test.words().contains(u"No recording here"_s));
        QSignalSpy asked(test.page, &FramesPage::fileAsked);
        for (QPushButton* button : test.page->findChildren<QPushButton*>()) {
            if (button->isVisible())
                button->click();
        }
        QCOMPARE(asked.count(), 1);
    }

    void nothingIsOpenedUntilItIsSeen()
    {
        ShownPage test;
        (void)test.tray.add(clip());
        test.page->setTray(&test.tray);
        QTest::qWait(50);
        QCOMPARE(test.page->view().state(), ClipState::Closed);
        test.window.show();
        QVERIFY(test.isOpen());
    }

    void aClipIsShownAndSought()
    {
        ShownPage test;
        (void)test.tray.add(clip());
        test.open();
        QVERIFY(test.isOpen());
        FramesBoard& board = test.page->board();
        QVERIFY(std::abs(board.timeline().look().duration - 8) < 0.2);
        QTRY_VERIFY(!board.screen().shownPicture().isNull());
        QTRY_VERIFY(test.words().contains(u"tokens"_s));
        board.timeline().scrubTo(5);
        QTRY_COMPARE(test.page->view().frame().index, 50);
        QTRY_COMPARE(board.timeline().placeText(), u"0:05 of 0:08, frame 50"_s);
        board.strip().setFocus();
        QTest::keyClick(&board.strip(), Qt::Key_Period);
        QTRY_COMPARE(test.page->view().frame().index, 51);
    }

    /// A slider that is pulled has the clip read anew once, when the hand rests.
    void whatIsChosenIsGivenWhenTheHandRests()
    {
        ShownPage test;
        const TrayId id = test.tray.add(clip());
        test.open();
        QVERIFY(test.isOpen());
        QVERIFY(isRead(test.tray));
        QSlider* rate = rateOf(*test.page);
        for (int step = 0; step <= 100; step += 5)
            rate->setValue(step);
        QVERIFY(!test.hasChoice(id));
        QTRY_VERIFY(test.hasChoice(id));
        QCOMPARE(test.chosen(id).fps, 5.0);
        QVERIFY(isRead(test.tray));
        QVERIFY(itemOf(test.tray, id).state == workspace::TrayState::Ready);
    }

    void whatIsChosenIsTakenBack()
    {
        ShownPage test;
        const TrayId id = test.tray.add(clip());
        test.open();
        QVERIFY(test.isOpen());
        rateOf(*test.page)->setValue(100);
        test.page->board().strip().setFocus();
        QTest::keyClick(&test.page->board().strip(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!test.hasChoice(id));
        QTest::keyClick(&test.page->board().strip(), Qt::Key_Z,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(test.chosen(id).fps, 5.0);
    }

    /// Who leaves the page at once has chosen all the same.
    void leavingThePageGivesWhatWasChosen()
    {
        ShownPage test;
        const TrayId id = test.tray.add(clip());
        test.open();
        QVERIFY(test.isOpen());
        rateOf(*test.page)->setValue(0);
        test.window.hide();
        QCOMPARE(test.chosen(id).fps, 0.2);
    }

    void aMomentWaitsUntilItIsOpen()
    {
        ShownPage test;
        (void)test.tray.add(clip());
        test.page->setTray(&test.tray);
        test.page->showMoment(3);
        test.window.show();
        QVERIFY(test.isOpen());
        QTRY_COMPARE(test.page->view().frame().index, 30);
    }

    void anExactFrameGoesAlongAsAPicture()
    {
        ShownPage test;
        (void)test.tray.add(clip());
        test.open();
        QVERIFY(test.isOpen());
        test.page->board().timeline().scrubTo(2);
        QTRY_COMPARE(test.page->view().frame().index, 20);
        test.page->board().strip().setFocus();
        QTest::keyClick(&test.page->board().strip(), Qt::Key_S);
        QTRY_COMPARE(test.tray.items().size(), std::size_t(2));
        QVERIFY(isRead(test.tray));
        const workspace::TrayItem& still = test.tray.items().back();
        QCOMPARE(still.title, std::string("clip.mp4 at 0:02.png"));
        QVERIFY(still.kind == workspace::TrayKind::Picture);
        QCOMPARE(still.detail, std::string("320×180"));
    }

    void aClipThatIsTakenAwayIsGone()
    {
        ShownPage test;
        const TrayId id = test.tray.add(clip());
        test.open();
        QVERIFY(test.isOpen());
        test.tray.remove(id);
        QTRY_VERIFY(test.words().contains(u"No recording here"_s));
        QCOMPARE(test.page->view().state(), ClipState::Closed);
    }

    void severalClipsAreChosenFrom()
    {
        ShownPage test;
        QVERIFY(QFile::copy(m_folder.filePath(u"clip.mp4"_s), m_folder.filePath(u"b.mp4"_s)));
        (void)test.tray.add(clip());
        (void)test.tray.add(m_folder.filePath(u"b.mp4"_s).toStdString());
        test.open();
        QVERIFY(isRead(test.tray));
        QComboBox* names = nullptr;
        for (QComboBox* box : test.page->findChildren<QComboBox*>()) {
            if (box->accessibleName() == u"Which clip"_s)
                names = box;
        }
        QTRY_VERIFY(names != nullptr && names->isVisible());
        QCOMPARE(names->count(), 2);
        names->setCurrentIndex(1);
        Q_EMIT names->activated(1);
        QVERIFY(test.isOpen());
        QCOMPARE(test.page->view().look().title, std::string("b.mp4"));
    }

    void whatIsNoClipSaysWhatToDo()
    {
        ShownPage test;
        QFile broken(m_folder.filePath(u"broken.mp4"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(QByteArray(5000, '\x07'));
        broken.close();
        (void)test.tray.add(broken.fileName().toStdString());
        test.open();
        QTRY_COMPARE_WITH_TIMEOUT(test.page->view().state(), ClipState::Failed, 30'000);
        QVERIFY(test.words().contains(u"broken.mp4 cannot be shown"_s));
        QVERIFY(!test.page->view().sentence().empty());
    }

private:
    [[nodiscard]] std::string clip() const
    {
        return m_folder.filePath(u"clip.mp4"_s).toStdString();
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeClipPageTest()
{
    return std::make_unique<ClipPageTest>();
}

#include "tst_clip_page.moc"
