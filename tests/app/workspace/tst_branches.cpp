// Ways through a session: siblings, other branches, removed turns, questions that wait.

#include "tests/app/workspace/talk.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>

using namespace tf;
using namespace tf::session;
using test::shown;
using test::Talk;
using workspace::Conversation;

using Turns = std::vector<TurnId>;

class WorkspaceBranchesTest : public test::TestCase {
    Q_OBJECT

private:
    static void answer(Talk& talk, std::size_t request, const char* text)
    {
        QVERIFY(talk.waitForRequests(request));
        talk.engine().text(text);
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
    }

private Q_SLOTS:
    void anEditIsASiblingThatIsShown()
    {
        Talk talk;
        talk.exchange("one?", "1");
        talk.exchange("two?", "2");
        talk.talk().edit(1, "uno?");
        answer(talk, 3, "I");
        QCOMPARE(talk.talk().branch(), Turns{3});
        QCOMPARE(talk.talk().siblings(1), (Turns{1, 3}));
        QCOMPARE(talk.turn(1).question.text, std::string("one?"));
        QCOMPARE(shown(talk.engine().requests().at(2)), std::string("user: uno?\n"));
        const Turn kept = talk.kept().turns.at(2);
        QCOMPARE(kept.question.text, std::string("uno?"));
        QCOMPARE(kept.question.parent, kNoTurn);
    }

    void aBranchGoesNoFurtherThanItsTurn()
    {
        Talk talk;
        talk.exchange("one?", "1");
        talk.exchange("two?", "2");
        talk.talk().branchAt(1);
        QCOMPARE(talk.talk().branch(), Turns{1});
        talk.talk().ask({.text = "three?", .settings = Talk::settings()});
        answer(talk, 3, "III");
        QCOMPARE(talk.talk().branch(), (Turns{1, 3}));
        QCOMPARE(talk.talk().siblings(2), (Turns{2, 3}));
    }

    void aRetryAsksTheSameWithOtherSettings()
    {
        Talk talk;
        talk.exchange("one?", "1");
        talk.exchange("two?", "2");
        auto settings = Talk::settings("elsewhere");
        settings.thinking = Thinking::Disabled;
        talk.talk().retry(2, settings);
        answer(talk, 3, "II");
        QCOMPARE(talk.talk().branch(), (Turns{1, 3}));
        QCOMPARE(shown(talk.engine().requests().at(2)), shown(talk.engine().requests().at(1)));
        QVERIFY(talk.engine().requests().at(2).thinking == wire::Thinking::Off);
        QCOMPARE(talk.kept().turns.at(2).question.settings, settings);
    }

    void whatWasKeptIsSentAgainWithARetry()
    {
        Talk talk;
        auto enclosure = std::make_shared<workspace::Enclosure>();
        wire::ImagePart picture;
        picture.media.type = "image/png";
        picture.media.bytes = std::make_shared<const std::string>("pixels");
        enclosure->draft.media.emplace_back(picture);
        enclosure->draft.mediaNames = {"a.png"};
        enclosure->sources.push_back({SourceKind::Picture, "a.png", "", "", ""});
        talk.talk().ask({"what?", Talk::settings(), enclosure, {}});
        answer(talk, 1, "a cat");
        QCOMPARE(talk.turn(1).question.attachments.size(), std::size_t(1));
        QCOMPARE(talk.kept().sources, enclosure->sources);
        talk.talk().retry(1, Talk::settings());
        answer(talk, 2, "a dog");
        QCOMPARE(talk.engine().requests().at(1), talk.engine().requests().at(0));
        talk.restart();
        talk.exchange("and now?", "still");
        const auto& messages = talk.engine().requests().at(2).messages;
        QCOMPARE(std::get<wire::ImagePart>(messages.at(0).parts.at(0)).media, picture.media);
    }

    void showGoesToTheNewestLeaf()
    {
        Talk talk;
        talk.exchange("one?", "1");
        talk.exchange("two?", "2");
        talk.talk().edit(2, "zwei?");
        answer(talk, 3, "II");
        talk.talk().edit(1, "uno?");
        answer(talk, 4, "I");
        QSignalSpy branches(&talk.talk(), &Conversation::branchChanged);
        talk.talk().show(2);
        QCOMPARE(talk.talk().branch(), (Turns{1, 2}));
        QCOMPARE(branches.count(), 1);
        talk.talk().show(1);
        QCOMPARE(talk.talk().branch(), (Turns{1, 3}));
        talk.restart();
        QCOMPARE(talk.talk().branch(), (Turns{1, 3}));
        talk.exchange("go on", "so");
        QCOMPARE(talk.turn(5).question.parent, TurnId(3));
    }

    void aRemovedTurnIsNotShownUntilItIsUndone()
    {
        Talk talk;
        talk.exchange("one?", "1");
        talk.exchange("two?", "2");
        talk.talk().remove(1);
        QCOMPARE(talk.talk().branch(), Turns{2});
        QTRY_VERIFY(talk.kept().turns.at(0).removed);
        talk.ask("three?");
        QCOMPARE(shown(talk.engine().requests().at(2)),
                 std::string("user: two?\nassistant: 2\nuser: three?\n"));
        talk.talk().stop();
        talk.talk().undo();
        QTRY_COMPARE(talk.talk().branch(), (Turns{1, 2, 3}));
        QVERIFY(!talk.kept().turns.at(0).removed);
    }

    void theTitleIsTheFirstQuestionAndCanBeUndone()
    {
        Talk talk;
        talk.exchange("\n  Why is it so?\nPlease.", "It is.");
        QCOMPARE(talk.talk().session().title, std::string("Why is it so?"));
        talk.talk().rename("better");
        QCOMPARE(talk.talk().session().title, std::string("better"));
        talk.talk().undo();
        QTRY_COMPARE(talk.talk().session().title, std::string("Why is it so?"));
        QCOMPARE(talk.kept().title, std::string("Why is it so?"));
    }

    void questionsWaitAndAreAskedInTheirOrder()
    {
        Talk talk;
        talk.ask("one?");
        QSignalSpy queue(&talk.talk(), &Conversation::queueChanged);
        for (const char* text : {"two?", "drop", "three?"})
            talk.talk().ask({text, Talk::settings(), {}, {}});
        talk.talk().unqueue(1);
        QCOMPARE(talk.talk().queue().size(), std::size_t(2));
        QCOMPARE(queue.count(), 4);
        talk.engine().done();
        QVERIFY(talk.waitForRequests(2));
        talk.engine().done();
        QVERIFY(talk.waitForRequests(3));
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.turn(3).question.text, std::string("three?"));
        QCOMPARE(talk.talk().branch(), (Turns{1, 2, 3}));
        QVERIFY(talk.talk().queue().empty());
    }

    void aQuestionThatIsSteeredStopsTheAnswer()
    {
        Talk talk;
        talk.ask("one?");
        talk.engine().text("slow");
        QTRY_COMPARE(talk.answer(1), std::string("slow"));
        talk.talk().ask({"later", Talk::settings(), {}, {}});
        talk.talk().ask({"now", Talk::settings(), {}, {}});
        talk.talk().steer(1);
        QVERIFY(talk.waitForRequests(2));
        QVERIFY(talk.turn(1).ending.state == TurnState::Interrupted);
        QCOMPARE(talk.turn(2).question.text, std::string("now"));
        QCOMPARE(shown(talk.engine().requests().at(1)),
                 std::string("user: one?\nassistant: slow\nuser: now\n"));
        talk.engine().done();
        QVERIFY(talk.waitForRequests(3));
        QCOMPARE(talk.turn(3).question.text, std::string("later"));
    }

    /// Neither a stop nor a dead server sends what waits.
    void whatWaitsIsHeldAfterAnAnswerThatDidNotFinish()
    {
        Talk talk;
        talk.ask("one?");
        talk.talk().ask({"two?", Talk::settings(), {}, {}});
        talk.talk().stop();
        QTest::qWait(5);
        QCOMPARE(talk.talk().queue().size(), std::size_t(1));
        QVERIFY(!talk.talk().running());
        talk.talk().steer(0);
        QVERIFY(talk.waitForRequests(2));
        QVERIFY(talk.talk().queue().empty());
    }

    void anInterruptedAnswerGoesOnAsATurnOfItsOwn()
    {
        Talk talk;
        talk.ask("count");
        talk.engine().text("one, two");
        QTRY_COMPARE(talk.answer(1), std::string("one, two"));
        talk.talk().stop();
        talk.talk().resume(1);
        answer(talk, 2, ", three");
        QCOMPARE(talk.talk().branch(), (Turns{1, 2}));
        const std::string sent = shown(talk.engine().requests().at(1));
        QVERIFY2(sent.starts_with("user: count\nassistant: one, two\nuser: "), sent.c_str());
    }

    void anAnswerThatNeverCameIsAskedForOnceMore()
    {
        Talk talk;
        talk.ask("count");
        talk.engine().think("hm");
        QTRY_COMPARE(talk.answer(1), std::string("think{hm}"));
        talk.talk().resume(1);
        QVERIFY(talk.waitForRequests(2));
        QCOMPARE(shown(talk.engine().requests().at(1)), std::string("user: count\n"));
        QCOMPARE(talk.talk().siblings(1), (Turns{1, 2}));
    }
};

std::unique_ptr<QObject> makeWorkspaceBranchesTest()
{
    return std::make_unique<WorkspaceBranchesTest>();
}

#include "tst_branches.moc"
