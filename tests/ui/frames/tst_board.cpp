// All parts of a clip together: values go in, wishes come out, nothing ticks.

#include "tests/support/test_table.h"
#include "tests/ui/frames/board_scene.h"
#include "tests/ui/frames/prepared_clip.h"
#include "tests/ui/frames/tests.h"
#include "ui/composer/text_button.h"
#include "ui/frames/budget_line.h"
#include "ui/frames/line/timeline.h"
#include "ui/frames/playback.h"
#include "ui/frames/sampling_form.h"
#include "ui/frames/screen/frame_screen.h"

#include <QAbstractEventDispatcher>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using test::BoardScene;

namespace {

template <class T>
T* named(QWidget& in, const QString& name)
{
    for (T* part : in.findChildren<T*>()) {
        if (part->accessibleName() == name)
            return part;
    }
    return nullptr;
}

} // namespace

class BoardTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatItCostsIsSaid()
    {
        BoardScene test;
        test.showClip();
        const QString words = test.words();
        QVERIFY(words.contains(u"43 frames, ≈ 15,840 tokens"_s));
        QVERIFY(words.contains(u"8 % of what one clip may show (192,000 tokens)"_s));
        QVERIFY(words.contains(u"1,008×560 as the model sees it"_s));
        auto sending = test::fortyThree();
        sending.dropped = {"12 frames were dropped: one clip may show 192,000 tokens."};
        sending.duplicates = 5;
        sending.awaitsMoments = true;
        test.board().setSending(sending);
        QVERIFY(test.words().contains(u"12 frames were dropped"_s));
        QVERIFY(test.words().contains(u"5 frames that look like the one before"_s));
        QVERIFY(test.words().contains(u"more may come"_s));
        sending.problem = "This engine takes no clips.";
        test.board().setSending(sending);
        QVERIFY(test.words().contains(u"This engine takes no clips."_s));
        QVERIFY(!test.words().contains(u"≈ 15,840"_s));
    }

    void keysPlayAndStep()
    {
        BoardScene test;
        test.showClip();
        QSignalSpy plays(&test.board(), &FramesBoard::playAsked);
        QSignalSpy steps(&test.board(), &FramesBoard::stepAsked);
        QSignalSpy stops(&test.board(), &FramesBoard::stopAsked);
        QSignalSpy stills(&test.board(), &FramesBoard::stillAsked);
        test.board().strip().setFocus();
        QWidget* at = test.board().focusWidget();
        QTest::keyClick(at, Qt::Key_L);
        QTest::keyClick(at, Qt::Key_L);
        QCOMPARE(plays.back().at(0).toDouble(), 2.0);
        QTest::keyClick(at, Qt::Key_K);
        QCOMPARE(stops.count(), 1);
        QTest::keyClick(at, Qt::Key_Period);
        QTest::keyClick(at, Qt::Key_Comma);
        QCOMPARE(steps.at(0).at(0).toInt(), 1);
        QCOMPARE(steps.at(1).at(0).toInt(), -1);
        QTest::keyClick(at, Qt::Key_S);
        QCOMPARE(stills.count(), 1);
    }

    void undoAndRedoAreAskedFor()
    {
        BoardScene test;
        test.showClip();
        QSignalSpy undos(&test.board(), &FramesBoard::undoAsked);
        QSignalSpy redos(&test.board(), &FramesBoard::redoAsked);
        test.board().strip().setFocus();
        QTest::keyClick(&test.board().strip(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(&test.board().strip(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(undos.count(), 1);
        QCOMPARE(redos.count(), 1);
    }

    void aTypedTimeIsGoneTo()
    {
        BoardScene test;
        test.showClip();
        QSignalSpy seeks(&test.board(), &FramesBoard::seekAsked);
        auto* time = named<QLineEdit>(test.board(), u"Time"_s);
        time->setFocus();
        time->selectAll();
        QTest::keyClicks(time, u"4:05"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(seeks.count(), 1);
        QCOMPARE(seeks[0][0].toDouble(), 245.0);
        time->selectAll();
        QTest::keyClicks(time, u"soon"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(seeks.count(), 1);
        QCOMPARE(time->text(), u"2:13.00"_s);
    }

    void samplingIsChosen()
    {
        BoardScene test;
        test.showClip();
        test.board().showSide(FramesBoard::Side::Sampling);
        auto& form = test.board().form();
        named<QDoubleSpinBox>(form, u"Frames a second"_s)->setValue(2.5);
        QCOMPARE(test.made.fps, 2.5);
        named<QSlider>(form, u"Most frames"_s)->setValue(60);
        QCOMPARE(test.made.maxFrames, 60);
        auto* mode = named<QComboBox>(form, u"Frames"_s);
        mode->setCurrentIndex(1);
        Q_EMIT mode->activated(1);
        QCOMPARE(test.made.sampling, app::ClipSampling::Moments);
        QVERIFY(!named<QSlider>(form, u"Frames a second"_s)->isEnabled());
        auto* tier = named<QComboBox>(form, u"Detail"_s);
        QCOMPARE(tier->itemText(2), u"High, ≈ 63,360 tokens"_s);
        Q_EMIT tier->activated(tier->currentIndex());
        auto* send = named<QComboBox>(form, u"Send"_s);
        send->setCurrentIndex(2);
        Q_EMIT send->activated(2);
        QCOMPARE(test.made.form, app::ClipForm::Frames);
        QVERIFY(test.words().contains(u"The engine on this machine takes clips as pairs"_s));
    }

    void aCitedMomentWithAFrameIsPointedOut()
    {
        BoardScene test;
        test.showClip();
        test.board().setCited({133, 200});
        const auto& cited = test.board().timeline().look().cited;
        QVERIFY(cited[0].isSent);
        QVERIFY(!cited[1].isSent);
        QSignalSpy seeks(&test.board(), &FramesBoard::seekAsked);
        test.board().showMoment(133);
        QCOMPARE(seeks.back().at(0).toDouble(), 133.0);
        QVERIFY(!test.words().contains(u"No frame was sent here"_s));
    }

    void whereNoFrameWasSentTheyCanBe()
    {
        BoardScene test;
        test.showClip();
        test.board().showMoment(141);
        QVERIFY(test.words().contains(u"No frame was sent here — send frames around 02:21?"_s));
        named<TextButton>(test.board(), u"Send frames around 02:21"_s)->click();
        QCOMPARE(test.made.picked, (std::vector<double>{140, 140.5, 141, 141.5, 142}));
        auto sending = test::fortyThree();
        sending.frames.insert(sending.frames.begin() + 11,
                              {4230, 141, workspace::WhyFrame::Picked, 0});
        test.board().setSending(sending);
        QVERIFY(!test.words().contains(u"No frame was sent here"_s));
    }

    void anEarlierClipIsOnlyLookedAt()
    {
        BoardScene test;
        test.showClip(BoardUse::Looking);
        QVERIFY(test.words().contains(u"went along with an earlier question"_s));
        QSignalSpy asked(&test.board(), &FramesBoard::attachAsked);
        for (auto* button : test.board().findChildren<TextButton*>()) {
            if (button->text() == u"Attach again"_s) {
                QVERIFY(button->isVisible());
                button->click();
            }
        }
        QCOMPARE(asked.count(), 1);
        QVERIFY(!test.board().form().isEnabled());
    }

    void howFarItIsReadIsSaid()
    {
        BoardScene test;
        test.showClip();
        test.board().setChanges(test::knownChanges(150));
        QVERIFY(test.words().contains(u"Looking for what happens: 25 %"_s));
        test.board().setChanges(test::knownChanges());
        QVERIFY(!test.words().contains(u"Looking for what happens"_s));
    }

    /// In one column or in two, nothing stands over another thing.
    void partsDoNotOverlap_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << QSize(300, 760);
        QTest::newRow("wide") << QSize(900, 560);
    }
    void partsDoNotOverlap()
    {
        QFETCH(QSize, size);
        BoardScene test(size);
        test.showClip();
        const auto placeOf = [&test](QWidget& part) {
            return QRect(part.mapTo(&test.window(), QPoint(0, 0)), part.size());
        };
        const std::array<QRect, 3> places{placeOf(test.board().screen()),
                                          placeOf(test.board().timeline()),
                                          placeOf(test.board().strip())};
        for (std::size_t one = 0; one < places.size(); ++one) {
            QVERIFY(test.window().rect().contains(places[one]));
            for (std::size_t other = one + 1; other < places.size(); ++other)
                QVERIFY(!places[one].intersects(places[other]));
        }
        QVERIFY(places[0].height() >= 120);
    }

    /// Timers of other objects of the program are none of its business.
    void nothingTicksWhileItStands()
    {
        BoardScene test;
        test.showClip();
        test.board().playback().goBack();
        test.board().playback().pause();
        QTest::qWait(50);
        auto* dispatcher = QAbstractEventDispatcher::instance();
        QList<QObject*> parts = test.window().findChildren<QObject*>();
        parts.append(&test.window());
        for (QObject* part : parts)
            QVERIFY2(dispatcher->registeredTimers(part).isEmpty(), part->metaObject()->className());
    }
};

std::unique_ptr<QObject> makeBoardTest()
{
    return std::make_unique<BoardTest>();
}

#include "tst_board.moc"
