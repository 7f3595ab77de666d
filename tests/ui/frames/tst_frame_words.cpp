// Times as words and back, and which part of a clip stands where on its line.

#include "tests/support/test_table.h"
#include "tests/ui/frames/tests.h"
#include "ui/frames/choice_history.h"
#include "ui/frames/frame_words.h"
#include "ui/frames/line/time_scale.h"
#include "ui/frames/line/timeline_look.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

class FrameWordsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void clocks_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("clock");
        QTest::addColumn<QString>("fine");
        QTest::addColumn<QString>("cited");
        QTest::newRow("begin") << 0.0 << u"0:00"_s << u"0:00.00"_s << u"00:00"_s;
        QTest::newRow("before") << -3.0 << u"0:00"_s << u"0:00.00"_s << u"00:00"_s;
        QTest::newRow("a frame") << 133.033 << u"2:13"_s << u"2:13.03"_s << u"02:13"_s;
        QTest::newRow("ten") << 600.0 << u"10:00"_s << u"10:00.00"_s << u"10:00"_s;
        QTest::newRow("hours") << 3725.5 << u"1:02:05"_s << u"1:02:05.50"_s << u"01:02:05"_s;
    }
    void clocks()
    {
        QFETCH(double, seconds);
        QTEST(clockWords(seconds), "clock");
        QTEST(fineClockWords(seconds), "fine");
        QTEST(citedClockWords(seconds), "cited");
    }

    void typedTimes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<double>("seconds"); // -1: no time
        QTest::newRow("minutes") << u"2:13"_s << 133.0;
        QTest::newRow("cited") << u"[02:13]"_s << 133.0;
        QTest::newRow("fine") << u" 2:13.5 "_s << 133.5;
        QTest::newRow("comma") << u"2:13,25"_s << 133.25;
        QTest::newRow("seconds") << u"133"_s << 133.0;
        QTest::newRow("hours") << u"1:02:05"_s << 3725.0;
        QTest::newRow("many minutes") << u"90:00"_s << 5400.0;
        QTest::newRow("sixty seconds") << u"2:60"_s << -1.0;
        QTest::newRow("sixty minutes") << u"1:60:00"_s << -1.0;
        QTest::newRow("words") << u"soon"_s << -1.0;
        QTest::newRow("empty") << QString() << -1.0;
        QTest::newRow("negative") << u"-3"_s << -1.0;
        QTest::newRow("too long") << u"999999"_s << -1.0;
    }
    void typedTimes()
    {
        QFETCH(QString, words);
        QTEST(clockIn(words).value_or(-1), "seconds");
    }

    void placesAreSaid()
    {
        QCOMPARE(placeWords(133, 600, 3990), u"2:13 of 10:00, frame 3,990"_s);
        QCOMPARE(placeWords(133, 600, -1), u"2:13 of 10:00"_s);
        QCOMPARE(sizeWords(1008, 560), u"1,008×560"_s);
    }

    void aMomentIsShownWithinASecond()
    {
        const std::vector<double> sent{0, 10, 20};
        QVERIFY(showsMoment(sent, 10.9));
        QVERIFY(showsMoment(sent, 9));
        QVERIFY(!showsMoment(sent, 11.2));
        QVERIFY(!showsMoment({}, 0));
        QCOMPARE(nearestTime(sent, 14), 1);
        QCOMPARE(nearestTime(sent, 99), 2);
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        TimeScale scale{600, 0, 600, 10, 300};
        const double x = scale.xOf(150);
        scale.zoom(4, 150);
        QCOMPARE(scale.xOf(150), x);
        QCOMPARE(scale.to - scale.from, 150.0);
        scale.zoom(0.01, 150);
        QCOMPARE(scale.from, 0.0);
        QCOMPARE(scale.to, 600.0);
        scale.zoom(1e9, 600);
        QCOMPARE(scale.to, 600.0);
        QCOMPARE(scale.to - scale.from, 0.5);
        scale.reveal(30);
        QVERIFY(scale.shows(30));
    }

    void marksAreRoundAndApart()
    {
        const TimeScale scale{600, 0, 600, 0, 600};
        QCOMPARE(scale.marks(64), (std::vector<double>{0, 120, 240, 360, 480, 600}));
        QVERIFY((TimeScale{0, 0, 0, 0, 600}.marks(64).empty()));
    }

    void choicesAreTakenBack()
    {
        ChoiceHistory history;
        app::ClipChoice choice;
        history.begin(choice);
        QVERIFY(!history.canUndo());
        choice.fps = 2;
        history.note(choice);
        history.note(choice);
        choice.fps = 3;
        history.note(choice);
        QCOMPARE(history.undo().fps, 2.0);
        QCOMPARE(history.undo().fps, 1.0);
        QCOMPARE(history.undo().fps, 1.0);
        QCOMPARE(history.redo().fps, 2.0);
        choice.fps = 5;
        history.note(choice);
        QVERIFY(!history.canRedo());
        QCOMPARE(history.undo().fps, 2.0);
    }
};

std::unique_ptr<QObject> makeFrameWordsTest()
{
    return std::make_unique<FrameWordsTest>();
}

#include "tst_frame_words.moc"
