#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf::test;
using namespace tf::ui;

namespace {

tf::session::Session smallSession()
{
    tf::session::Session session;
    tf::session::Turn turn;
    turn.id = 1;
    turn.question.text = "What is it?";
    turn.question.settings.model = "MiniMax-M3";
    turn.parts = {{tf::session::PartKind::Reasoning, "Hidden needle.", {}, {}},
                  {tf::session::PartKind::Text,
                   "One needle.\n\n- first\n- [second](https://example.org/a)\n\n```py\nif x:\n    "
                   "needle()\n```\n",
                   {},
                   {}}};
    turn.ending.state = tf::session::TurnState::Finished;
    turn.beganAt = 1;
    turn.endedAt = 2;
    session.turns = {turn};
    return session;
}

} // namespace

class MarkingTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsCopiedAsItStands()
    {
        Scene scene(smallSession());
        scene.view().selectAll();
        QCOMPARE(scene.view().selectedText(),
                 u"What is it?\n\nOne needle.\n\n• first\n• second\n\nif x:\n    needle()"_s);
    }

    void aDoubleClickMarksAWord()
    {
        Scene scene(smallSession());
        const int y = scene.yOf(u"One needle"_s);
        QVERIFY(y > 0);
        const QPoint place(scene.stage().measures().left + 40, y + 8);
        QTest::mouseDClick(scene.view().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(scene.view().selectedText(), u"needle"_s);
    }

    void foldedReasoningIsFoundAndOpened()
    {
        Scene scene(smallSession());
        scene.view().find(u"NEEDLE"_s);
        QCOMPARE(scene.view().found().count(), std::size_t(3));
        QCOMPARE(scene.view().found().currentIdx(), std::optional<std::size_t>(0));
        QVERIFY(scene.yOf(u"Hidden"_s) > 0);
        scene.view().findNext(WalkStep::Previous);
        QCOMPARE(scene.view().found().currentIdx(), std::optional<std::size_t>(2));
    }

    void tabAndEnterPressALink()
    {
        Scene scene(smallSession());
        QSignalSpy asked(&scene.view(), &TranscriptView::linkAsked);
        scene.view().setFocus();
        for (int step = 0; step < 10 && asked.isEmpty(); ++step) {
            QTest::keyClick(&scene.view(), Qt::Key_Tab);
            const auto focused = scene.view().look().focused;
            if (focused && focused->kind == SpotKind::Link)
                QTest::keyClick(&scene.view(), Qt::Key_Return);
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toUrl(), QUrl(u"https://example.org/a"_s));
    }

    void messagesAreItemsWithText()
    {
        Scene scene(smallSession());
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&scene.view());
        QVERIFY(list != nullptr);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 2);
        QCOMPARE(list->child(0)->text(QAccessible::Name), u"You"_s);
        QCOMPARE(list->child(1)->text(QAccessible::Name), u"MiniMax-M3"_s);
        QCOMPARE(list->child(1)->role(), QAccessible::ListItem);
        QAccessibleTextInterface* text = list->child(1)->textInterface();
        QVERIFY(text != nullptr);
        QCOMPARE(text->text(0, 11), u"One needle."_s);
        QCOMPARE(list->indexOfChild(list->child(1)), 1);
    }
};

std::unique_ptr<QObject> makeMarkingTest()
{
    return std::make_unique<MarkingTest>();
}

#include "tst_marking.moc"
