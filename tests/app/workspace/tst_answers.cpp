// An answer that comes: in the value at once, told at most once a frame, ended in every way.

#include "tests/app/workspace/talk.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace tf;
using namespace tf::session;
using test::shown;
using test::Talk;
using workspace::Conversation;
using workspace::Trouble;

class WorkspaceAnswersTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerGrowsInItsOrderAndIsKept()
    {
        Talk talk;
        talk.ask("why?");
        QCOMPARE(talk.talk().branch(), std::vector<TurnId>{1});
        QCOMPARE(talk.talk().running()->turn, TurnId(1));
        QVERIFY(!talk.talk().running()->firstWord);
        talk.engine().think("hm");
        talk.engine().text("Be");
        talk.engine().text("cause.");
        talk.engine().say(wire::ReplyEvent{
            .kind = wire::ReplyEvent::Kind::Call, .text = "{}", .id = "c1", .name = "look"});
        QTRY_COMPARE(talk.answer(1), std::string("think{hm}Because.look({})"));
        QVERIFY(talk.talk().running()->firstWord);
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.told, QStringList{QStringLiteral("ended 1")});
        const Session kept = talk.kept();
        QCOMPARE(kept.title, std::string("why?"));
        QCOMPARE(kept.turns.size(), std::size_t(1));
        QCOMPARE(test::shownAnswer(kept.turns[0]), std::string("think{hm}Because.look({})"));
        QVERIFY(kept.turns[0].ending.state == TurnState::Finished);
        QCOMPARE(kept.turns[0].ending.usage.prompt, std::int64_t(7));
        QCOMPARE(kept.turns[0].question, talk.turn(1).question);
    }

    void aQuestionIsShownBeforeTheEngineHasIt()
    {
        Talk talk;
        QSignalSpy branches(&talk.talk(), &Conversation::branchChanged);
        talk.talk().ask({"now", Talk::settings(), {}, {}});
        QCOMPARE(branches.count(), 1);
        QCOMPARE(talk.turn(1).question.text, std::string("now"));
        QVERIFY(talk.turn(1).ending.state == TurnState::Streaming);
    }

    void earlierTurnsGoAlong()
    {
        Talk talk;
        talk.exchange("one?", "1");
        talk.exchange("two?", "2");
        QCOMPARE(shown(talk.engine().requests().at(1)),
                 std::string("user: one?\nassistant: 1\nuser: two?\n"));
        QCOMPARE(talk.engine().requests().at(1).model, std::string("m"));
    }

    /// Two thousand pieces a second, as they come out of a fast server.
    void signalsComeAtMostOnceAFrame()
    {
        Talk talk;
        talk.ask("fast");
        QSignalSpy grew(&talk.talk(), &Conversation::turnGrew);
        std::size_t numSeen = 0;
        QObject::connect(&talk.talk(), &Conversation::turnGrew, this,
                         [&](TurnId id) { numSeen = talk.answer(id).size(); });
        QElapsedTimer time;
        time.start();
        int numSaid = 0;
        while (numSaid < 1000) {
            while (numSaid < 2 * time.elapsed() && numSaid < 1000)
                talk.engine().text("x"), ++numSaid;
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        }
        const double seconds = static_cast<double>(time.elapsed()) / 1000;
        QTRY_COMPARE(numSeen, std::size_t(1000));
        QVERIFY2(grew.count() <= 70 * seconds + 3, qPrintable(QString::number(grew.count())));
        QVERIFY2(grew.count() >= 5, qPrintable(QString::number(grew.count())));
        const auto numTold = grew.count();
        QTest::qWait(50);
        QCOMPARE(grew.count(), numTold); // nothing comes while nothing grows
    }

    void theLastWordsAreToldBeforeTheEnd()
    {
        Talk talk;
        talk.ask("?");
        std::string seen;
        QObject::connect(&talk.talk(), &Conversation::turnGrew, this,
                         [&](TurnId id) { seen = talk.answer(id); });
        std::string atEnd;
        QObject::connect(&talk.talk(), &Conversation::turnEnded, this, [&] { atEnd = seen; });
        for (const char* piece : {"a", "b", "c"})
            talk.engine().text(piece);
        talk.engine().done();
        QTRY_COMPARE(atEnd, std::string("abc"));
    }

    void textThatWasReasoningIsRewrittenAndKeptSo()
    {
        Talk talk;
        talk.ask("?");
        QSignalSpy rewritten(&talk.talk(), &Conversation::turnRewritten);
        talk.engine().text("let me see");
        QTRY_COMPARE(talk.answer(1), std::string("let me see"));
        QTRY_COMPARE(test::shownAnswer(talk.kept().turns[0]), std::string("let me see"));
        talk.engine().say(wire::ReplyEvent{.kind = wire::ReplyEvent::Kind::TextWasThink});
        talk.engine().text("Yes.");
        talk.engine().done();
        QTRY_COMPARE(rewritten.count(), 1);
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.answer(1), std::string("think{let me see}Yes."));
        QCOMPARE(test::shownAnswer(talk.kept().turns[0]), talk.answer(1));
        talk.restart();
        QCOMPARE(talk.answer(1), std::string("think{let me see}Yes."));
    }

    void stopKeepsWhatCame()
    {
        Talk talk;
        talk.ask("long");
        talk.engine().text("half an ");
        QTRY_COMPARE(talk.answer(1), std::string("half an "));
        talk.engine().text("answer"); // on its way when the user stops
        talk.talk().stop();
        QVERIFY(!talk.talk().running());
        QCOMPARE(talk.answer(1), std::string("half an answer"));
        QCOMPARE(talk.engine().numCancelled(), 1);
        talk.engine().text(" too late");
        QTest::qWait(5);
        const Turn kept = talk.kept().turns.at(0);
        QCOMPARE(test::shownAnswer(kept), std::string("half an answer"));
        QVERIFY(kept.ending.state == TurnState::Interrupted);
        QCOMPARE(talk.told, QStringList{QStringLiteral("ended 1")});
    }

    void stoppingBeforeTheEngineHasItKeepsTheQuestion()
    {
        Talk talk;
        talk.talk().ask({"never mind", Talk::settings(), {}, {}});
        talk.talk().stop();
        const Turn kept = talk.kept().turns.at(0);
        QCOMPARE(kept.question.text, std::string("never mind"));
        QVERIFY(kept.ending.state == TurnState::Interrupted);
        QTest::qWait(5);
        QVERIFY(talk.engine().requests().empty());
    }

    /// The last window closes while words come.
    void whatStreamsWhenItGoesIsInterruptedAndThere()
    {
        Talk talk;
        talk.ask("long");
        talk.engine().text("cut");
        QTRY_COMPARE(talk.answer(1), std::string("cut"));
        talk.engine().text(" off");
        talk.restart();
        QCOMPARE(talk.answer(1), std::string("cut off"));
        QVERIFY(talk.turn(1).ending.state == TurnState::Interrupted);
        QCOMPARE(talk.talk().branch(), std::vector<TurnId>{1});
    }

    void anEndpointThatDiesLeavesWhatCame()
    {
        Talk talk;
        talk.ask("?");
        talk.engine().text("so far");
        wire::Trouble said;
        said.status = 503;
        talk.engine().say(endpoint::Failed{Error(Code::Network, "the server went away"), said, 1});
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.told,
                 (QStringList{QStringLiteral("asking: the server went away"),
                              QStringLiteral("ended 1")}));
        const Trouble* trouble = talk.talk().troubleOf(1);
        QVERIFY(trouble != nullptr);
        QCOMPARE(trouble->said->status, std::int64_t(503));
        const Turn kept = talk.kept().turns.at(0);
        QCOMPARE(test::shownAnswer(kept), std::string("so far"));
        QVERIFY(kept.ending.state == TurnState::Failed);
        QCOMPARE(kept.ending.reason, std::string("the server went away"));
    }

    void aBusyServerSaysWhenItMayBeAskedAgain()
    {
        Talk talk;
        talk.ask("?");
        talk.engine().say(
            endpoint::Retrying{2, std::chrono::seconds(8), Error(Code::Busy, "busy")});
        QTRY_VERIFY(talk.talk().running()->retryAt.has_value());
        QVERIFY(*talk.talk().running()->retryAt > std::chrono::steady_clock::now());
        talk.engine().say(
            endpoint::Failed{Error(Code::Busy, "busy"), {}, 0, std::chrono::seconds(90)});
        QTRY_VERIFY(!talk.talk().running());
        const Trouble* trouble = talk.talk().troubleOf(1);
        QCOMPARE(trouble->numRetries, 2);
        const auto left = *trouble->retryAt - std::chrono::steady_clock::now();
        QVERIFY(left > std::chrono::seconds(60));
    }

    void anEngineThatCannotBeOpenedIsAnAnswerThatFailed()
    {
        Talk talk;
        talk.openError.emplace(Code::Denied, "the keyring is locked: unlock it and retry");
        talk.talk().ask({"?", Talk::settings(), {}, {}});
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.told.first(),
                 QStringLiteral("asking: the keyring is locked: unlock it and retry"));
        QCOMPARE(talk.kept().turns.at(0).question.text, std::string("?"));
        talk.openError.reset();
        talk.talk().retry(1, Talk::settings());
        QVERIFY(talk.waitForRequests(1));
    }

    void whatIsKnownOfTheRunningAnswerIsTold()
    {
        Talk talk;
        talk.ask("?");
        QSignalSpy running(&talk.talk(), &Conversation::runningChanged);
        talk.engine().say(endpoint::Progress{endpoint::Stage::ReadingPrompt, 3, 9});
        talk.engine().say(endpoint::Note{"thinking cannot be switched"});
        talk.engine().say(endpoint::Waiting{std::chrono::milliseconds(10'000)});
        QTRY_COMPARE(talk.talk().running()->silent.count(), std::int64_t(10'000));
        QCOMPARE(talk.talk().running()->progress->done, std::int64_t(3));
        QCOMPARE(talk.talk().running()->notes.size(), std::size_t(1));
        QTRY_VERIFY(running.count() > 0);
        talk.engine().text("word");
        QTRY_COMPARE(talk.answer(1), std::string("word"));
        QVERIFY(!talk.talk().running()->progress);
        QCOMPARE(talk.talk().running()->silent.count(), std::int64_t(0));
    }
};

std::unique_ptr<QObject> makeWorkspaceAnswersTest()
{
    return std::make_unique<WorkspaceAnswersTest>();
}

#include "tst_answers.moc"
