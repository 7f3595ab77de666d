// The timeline under the hand, the keys and a screen reader.

#include "tests/support/test_table.h"
#include "tests/ui/frames/board_scene.h"
#include "tests/ui/frames/tests.h"
#include "ui/frames/line/timeline.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

struct ShownLine {
    test::BoardScene scene;
    Timeline& line;
    QSignalSpy scrubs;
    QSignalSpy stretches;

    ShownLine()
        : line(scene.board().timeline())
        , scrubs(&line, &Timeline::scrubbed)
        , stretches(&line, &Timeline::stretchChosen)
    {
        scene.showClip();
        line.setFocus();
    }

    /// In the upper half of the graph, where no handle is taken.
    [[nodiscard]] QPoint at(double seconds) const
    {
        return {qRound(line.scale().xOf(seconds)), line.height() / 3};
    }
    [[nodiscard]] QPoint handleAt(double seconds) const
    {
        return {qRound(line.scale().xOf(seconds)), line.height() * 5 / 8};
    }
};

} // namespace

class TimelineTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPressGoesThere()
    {
        ShownLine test;
        QTest::mouseClick(&test.line, Qt::LeftButton, {}, test.at(300));
        QCOMPARE(test.scrubs.count(), 1);
        QVERIFY(std::abs(test.line.place() - 300) < 3);
    }

    void aDragGoesAlong()
    {
        ShownLine test;
        QTest::mousePress(&test.line, Qt::LeftButton, {}, test.at(100));
        for (const double time : {150.0, 200.0, 250.0})
            QTest::mouseMove(&test.line, test.at(time));
        QTest::mouseRelease(&test.line, Qt::LeftButton, {}, test.at(250));
        QVERIFY(test.scrubs.count() >= 4);
        QVERIFY(std::abs(test.line.place() - 250) < 3);
        QCOMPARE(test.stretches.count(), 0);
    }

    void handlesBoundTheStretch()
    {
        ShownLine test;
        QTest::mousePress(&test.line, Qt::LeftButton, {}, test.handleAt(600));
        QTest::mouseMove(&test.line, test.handleAt(480));
        QCOMPARE(test.stretches.count(), 0); // until it is let go
        QTest::mouseRelease(&test.line, Qt::LeftButton, {}, test.handleAt(480));
        QCOMPARE(test.stretches.count(), 1);
        QVERIFY(std::abs(test.scene.made.to - 480) < 3);
        QCOMPARE(test.scene.made.from, 0.0);
        QCOMPARE(test.scrubs.count(), 0);
    }

    void keysStep_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("with");
        QTest::addColumn<double>("place");
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const Qt::KeyboardModifiers control = Qt::ControlModifier;
        QTest::newRow("left") << int(Qt::Key_Left) << none << 132.0;
        QTest::newRow("right") << int(Qt::Key_Right) << none << 134.0;
        QTest::newRow("page") << int(Qt::Key_PageDown) << none << 143.0;
        QTest::newRow("home") << int(Qt::Key_Home) << none << 0.0;
        QTest::newRow("end") << int(Qt::Key_End) << none << 600.0;
        QTest::newRow("next sent") << int(Qt::Key_Right) << control << 133.1;
        QTest::newRow("sent before") << int(Qt::Key_Left) << control << 120.0;
    }
    void keysStep()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, with);
        ShownLine test;
        QTest::keyClick(&test.line, Qt::Key(key), with);
        QTEST(test.line.place(), "place");
        QCOMPARE(test.scrubs.count(), 1);
    }

    void keysBoundTheStretch()
    {
        ShownLine test;
        QTest::keyClick(&test.line, Qt::Key_I);
        QCOMPARE(test.scene.made.from, 133.0);
        QTest::keyClick(&test.line, Qt::Key_End);
        QTest::keyClick(&test.line, Qt::Key_PageUp);
        QTest::keyClick(&test.line, Qt::Key_O);
        QCOMPARE(test.scene.made.from, 133.0);
        QCOMPARE(test.scene.made.to, 590.0);
    }

    void theWheelZooms()
    {
        ShownLine test;
        const QPointF place = test.at(150);
        QWheelEvent wheel(place, test.line.mapToGlobal(place), {}, {0, 480}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&test.line, &wheel);
        QVERIFY(test.line.scale().to - test.line.scale().from < 300);
        QVERIFY(test.line.scale().shows(150));
        QTest::keyClick(&test.line, Qt::Key_0);
        QCOMPARE(test.line.scale().to, 600.0);
    }

    void itIsASliderInWords()
    {
        ShownLine test;
        QAccessibleInterface* slider = QAccessible::queryAccessibleInterface(&test.line);
        QVERIFY(slider != nullptr);
        QCOMPARE(slider->role(), QAccessible::Slider);
        QCOMPARE(slider->text(QAccessible::Name), u"Timeline"_s);
        QCOMPARE(slider->text(QAccessible::Value), u"2:13 of 10:00, frame 3,990"_s);
        QVERIFY(slider->text(QAccessible::Description).startsWith(u"43 frames are sent"_s));
        QAccessibleValueInterface* value = slider->valueInterface();
        QVERIFY(value != nullptr);
        QCOMPARE(value->maximumValue().toDouble(), 600.0);
        value->setCurrentValue(60.0);
        QCOMPARE(test.scrubs.back().at(0).toDouble(), 60.0);
    }

    void whatCannotBeChosenIsNot()
    {
        ShownLine test;
        test.scene.showClip(BoardUse::Looking);
        QTest::keyClick(&test.line, Qt::Key_I);
        QTest::mousePress(&test.line, Qt::LeftButton, {}, test.handleAt(600));
        QTest::mouseRelease(&test.line, Qt::LeftButton, {}, test.handleAt(480));
        QCOMPARE(test.stretches.count(), 0);
        QCOMPARE(test.scene.numMade, 0);
    }
};

std::unique_ptr<QObject> makeTimelineTest()
{
    return std::make_unique<TimelineTest>();
}

#include "tst_timeline.moc"
