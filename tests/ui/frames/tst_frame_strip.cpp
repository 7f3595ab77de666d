// The strip of frames: what is listed, what is asked for, how it is picked, how it is read.

#include "tests/support/test_table.h"
#include "tests/ui/frames/board_scene.h"
#include "tests/ui/frames/prepared_clip.h"
#include "tests/ui/frames/tests.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

struct ShownStrip {
    test::BoardScene scene;
    FrameStrip& strip;

    ShownStrip()
        : strip(scene.board().strip())
    {
        scene.showClip();
        strip.setFocus();
        QTest::keyClick(&strip, Qt::Key_Home);
    }
};

bool areInOrder(const std::vector<StripFrame>& frames)
{
    return std::is_sorted(frames.begin(), frames.end(),
                          [](const auto& a, const auto& b) { return a.seconds < b.seconds; });
}

} // namespace

class FrameStripTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentIsListedInOrder()
    {
        app::ClipChoice choice;
        choice.dropped = {15};
        auto sending = test::fortyThree();
        sending.frames.erase(sending.frames.begin() + 1);
        const auto times = *test::tenMinutes().times;
        const auto sent = stripFrames(times, sending, choice, StripDensity::Sent);
        QCOMPARE(sent.size(), std::size_t(43));
        QVERIFY(areInOrder(sent));
        QCOMPARE(sent[1].state, StripState::LeftOut);
        const auto all = stripFrames(times, sending, choice, StripDensity::Between);
        QVERIFY(areInOrder(all));
        QVERIFY(all.size() > sent.size());
        QVERIFY(all.size() < 300);
    }

    void wishesAreTakenBackByTheirOpposite()
    {
        const StripFrame sent{450, 15, StripState::Sent};
        const StripFrame between{460, 15.333, StripState::Between};
        app::ClipChoice choice;
        choice = choiceWithout(choice, sent);
        QCOMPARE(choice.dropped, std::vector<double>{15});
        choice = choiceWith(choice, {450, 15, StripState::LeftOut});
        QVERIFY(choice.dropped.empty());
        QVERIFY(choice.picked.empty());
        choice = choiceWith(choice, between);
        QCOMPARE(choice.picked, std::vector<double>{15.333});
        choice = choiceWithout(choice, {460, 15.333, StripState::Picked});
        QVERIFY(choice.picked.empty());
        QVERIFY(choice.dropped.empty());
        QCOMPARE(choiceWithout(choice, between), choice);
    }

    void spaceLeavesOutAndSends()
    {
        ShownStrip test;
        QTest::keyClick(&test.strip, Qt::Key_Space);
        QCOMPARE(test.scene.made.dropped, std::vector<double>{0});
        QTest::keyClick(&test.strip, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&test.strip, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(test.strip.chosen(), (std::pair<std::size_t, std::size_t>(0, 2)));
        QTest::keyClick(&test.strip, Qt::Key_Space);
        QCOMPARE(test.scene.made.dropped, (std::vector<double>{0, 15, 30}));
    }

    void enterGoesThere()
    {
        ShownStrip test;
        QSignalSpy asked(&test.scene.board(), &FramesBoard::frameAsked);
        QTest::keyClick(&test.strip, Qt::Key_Right);
        QTest::keyClick(&test.strip, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toLongLong(), 450);
    }

    void aPressOnTheMarkPicksAndElsewhereGoesThere()
    {
        ShownStrip test;
        QSignalSpy asked(&test.scene.board(), &FramesBoard::frameAsked);
        const QRect tile = test.strip.placeOf(1);
        QTest::mouseClick(test.strip.viewport(), Qt::LeftButton, {},
                          tile.topLeft() + QPoint(12, 12));
        QCOMPARE(asked.count(), 0);
        QCOMPARE(test.scene.made.dropped, std::vector<double>{15});
        QTest::mouseClick(test.strip.viewport(), Qt::LeftButton, {}, tile.center());
        QCOMPARE(asked.count(), 1);
    }

    /// Of a long strip only what is in sight is asked for.
    void onlyWhatIsInSightIsAskedFor()
    {
        ShownStrip test;
        QSignalSpy asked(&test.strip, &FrameStrip::picturesWanted);
        test.strip.verticalScrollBar()->setValue(test.strip.verticalScrollBar()->maximum());
        QVERIFY(asked.count() >= 1);
        const auto wanted = asked.back().at(0).value<std::vector<std::int64_t>>();
        QVERIFY(wanted.size() < 20);
        QCOMPARE(wanted.back(), test.strip.frames().back().index);
        for (const std::int64_t index : wanted)
            test.strip.setPicture(test::flatFrame(index, 32, 18));
        const auto before = asked.count();
        test.strip.verticalScrollBar()->setValue(test.strip.verticalScrollBar()->maximum() - 1);
        QCOMPARE(asked.count(), before);
    }

    void picturesAreForgotten()
    {
        ShownStrip test;
        for (std::int64_t index = 0; index < 1000; ++index)
            test.strip.setPicture(test::flatFrame(index, 16, 9));
        QVERIFY(test.strip.picturesKept() <= 300);
    }

    void itIsAListOfItems()
    {
        ShownStrip test;
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&test.strip);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 43);
        QAccessibleInterface* first = list->child(0);
        QCOMPARE(first->text(QAccessible::Name), u"0:00.00, sent: at the rate, 368 tokens"_s);
        QVERIFY(first->state().checked);
        QVERIFY(first->state().focused);
        QCOMPARE(list->indexOfChild(first), 0);
        first->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(test.scene.made.dropped, std::vector<double>{0});
    }

    void ofAnEarlierQuestionNothingIsPicked()
    {
        ShownStrip test;
        test.scene.showClip(BoardUse::Looking);
        test.strip.setFocus();
        QTest::keyClick(&test.strip, Qt::Key_Space);
        QCOMPARE(test.scene.numMade, 0);
    }
};

std::unique_ptr<QObject> makeFrameStripTest()
{
    return std::make_unique<FrameStripTest>();
}

#include "tst_frame_strip.moc"
