// What the store refuses, loses or was never told: the conversation goes on, and says so.

#include "app/workspace/asking/composed.h"
#include "app/workspace/store_watch.h"
#include "tests/app/workspace/talk.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tf;
using namespace tf::session;
using test::awaited;
using test::shown;
using test::Talk;
using workspace::Conversation;

namespace {

/// Nothing that anybody could use.
constexpr const char* kSecret = "AKIAQ3EGRZJ4TPLM7XWB";

} // namespace

class WorkspaceKeepingTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aDraftSurvives()
    {
        Talk talk;
        talk.talk().keepDraft("half a thou");
        talk.talk().keepDraft("half a thought");
        QTRY_COMPARE(talk.kept().desk.draft, std::string("half a thought"));
        talk.talk().keepDraft("not yet written");
        talk.talk().keepView("y=7");
        talk.restart();
        QCOMPARE(talk.talk().session().desk.draft, std::string("not yet written"));
        QCOMPARE(talk.talk().session().desk.view, std::string("y=7"));
    }

    void aDraftIsWrittenOnceForManyKeys()
    {
        Talk talk;
        QSignalSpy changed(&talk.talk(), &Conversation::changed);
        for (int key = 0; key < 100; ++key)
            talk.talk().keepDraft(std::string(static_cast<std::size_t>(key + 1), 'x'));
        QTRY_COMPARE(talk.kept().desk.draft.size(), std::size_t(100));
        QCOMPARE(changed.count(), 1);
        QTest::qWait(200);
        QCOMPARE(changed.count(), 1);
    }

    /// Beside another process that writes.
    void withoutTheRightToWriteAnswersGoOnInMemory()
    {
        Talk writer;
        writer.exchange("kept?", "yes");
        (void)writer.kept();
        const auto reader = MUST(Store::open({.place = writer.place(), .access = Access::Read}));
        auto engine = std::make_shared<test::ScriptedEndpoint>();
        auto session = MUST(awaited<Session>([&](auto to) { reader->load(writer.id(), to); }));
        Conversation talk(*reader, std::move(session),
                          [&](const auto&, auto opened) { opened({engine}); });
        QSignalSpy troubled(&talk, &Conversation::troubled);
        for (std::size_t request = 1; request <= 2; ++request) {
            talk.ask({"more?", Talk::settings(), {}, {}});
            QTRY_COMPARE(engine->requests().size(), request);
            engine->text("here");
            engine->done();
            QTRY_VERIFY(!talk.running());
        }
        QCOMPARE(talk.branch(), (std::vector<TurnId>{1, 2, 3}));
        QCOMPARE(test::shownAnswer(*talk.turn(3)), std::string("here"));
        QCOMPARE(shown(engine->requests().at(1)),
                 std::string("user: kept?\nassistant: yes\nuser: more?\nassistant: here\n"
                             "user: more?\n"));
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(writer.kept().turns.size(), std::size_t(1));
    }

    void aSessionThatWasDeletedGoesOnInMemory()
    {
        Talk talk;
        talk.ask("one?");
        talk.engine().text("first ");
        QTRY_COMPARE(talk.answer(1), std::string("first "));
        (void)talk.kept(); // what follows is the answer alone
        MUST(awaited<Seq>([&](auto to) { talk.store().change(talk.id(), Trashed{0, 1}, to); }));
        MUST(awaited<Journal::Purged>([&](auto to) { talk.store().purge(2, to); }));
        talk.engine().text("and last");
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.answer(1), std::string("first and last"));
        QTRY_VERIFY2(talk.told.size() == 2, qPrintable(talk.told.join(QLatin1Char(';'))));
        QCOMPARE(talk.told.filter(QStringLiteral("keeping: ")).size(), 1);
        talk.exchange("two?", "still here");
        QCOMPARE(talk.answer(2), std::string("still here"));
        const auto lines = MUST(awaited<std::vector<SessionLine>>(
            [&](auto to) { talk.store().list(Shelf::Kept, to); }));
        QVERIFY(lines.empty()); // nothing of it came back
    }

    void aStoreThatRefusesIsToldOnceAndSoIsItsComingBack()
    {
        const QTemporaryDir folder;
        workspace::StoreWatch watch(folder.path().toStdString());
        QSignalSpy troubled(&watch, &workspace::StoreWatch::troubled);
        QSignalSpy mended(&watch, &workspace::StoreWatch::mended);
        for (int time = 0; time < 3; ++time)
            watch.noteStream(Error(Code::Busy, "the disk is full"));
        QTRY_COMPARE(troubled.count(), 1);
        watch.noteStream(Error(Code::Busy, "the disk is full"));
        QVERIFY(watch.trouble()->refusal == workspace::StoreRefusal::Full);
        QCOMPARE(watch.trouble()->folder, folder.path().toStdString());
        QVERIFY(watch.trouble()->freeBytes > 0);
        watch.noteStreamKept();
        QCOMPARE(mended.count(), 1);
        QVERIFY(!watch.trouble());
        watch.noteStreamKept();
        QCOMPARE(mended.count(), 1);
        QCOMPARE(troubled.count(), 1);
    }

    void aRefusalThatWasOverBeforeItWasLookedAtIsNotTold()
    {
        workspace::StoreWatch watch("/");
        QSignalSpy troubled(&watch, &workspace::StoreWatch::troubled);
        watch.noteStream(Error(Code::Busy, "once"));
        watch.noteStreamKept();
        QTest::qWait(100);
        QCOMPARE(troubled.count(), 0);
    }

    void aFolderThatCannotBeWrittenIsCalledThat()
    {
        workspace::StoreWatch watch("/proc/self/fd/nowhere");
        watch.noteStream(Error(Code::Busy, "disk I/O error"));
        QTRY_VERIFY(watch.trouble());
        QVERIFY(watch.trouble()->refusal == workspace::StoreRefusal::Denied);
    }

    void secretsStopAQuestionToAServer()
    {
        Talk talk;
        talk.talk().ask({kSecret, Talk::settings(), {}, {}});
        QTRY_VERIFY(!talk.talk().running());
        QVERIFY(talk.engine().requests().empty());
        QVERIFY(talk.talk().troubleOf(1)->error.code == Code::Denied);
        QVERIFY(talk.turn(1).ending.state == TurnState::Failed);
    }

    void theUsersWordSendsASecretAndItIsNotedThere()
    {
        Talk talk;
        talk.ask(kSecret, draft::LeakPolicy::Send);
        talk.engine().text("thank you");
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.kept().turns.at(0).question.overrides.size(), std::size_t(1));
        talk.ask("and?"); // the server has it already
        talk.talk().stop();
        talk.talk().ask({"and elsewhere?", Talk::settings("elsewhere"), {}, {}});
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.engine().requests().size(), std::size_t(2));
        talk.talk().retry(1, Talk::settings());
        QVERIFY(talk.waitForRequests(3));
    }

    void aSecretThatIsReplacedIsKeptSo()
    {
        Talk talk;
        talk.ask(kSecret, draft::LeakPolicy::Redact);
        const std::string sent = shown(talk.engine().requests().at(0));
        QVERIFY2(sent.find(kSecret) == std::string::npos, sent.c_str());
        QVERIFY(sent.find("REDACTED") != std::string::npos);
        QCOMPARE("user: " + talk.kept().turns.at(0).question.text + "\n", sent);
    }

    /// What was said to the model on this machine may not have left it yet.
    void earlierTurnsPassTheGateWhenTheyGoElsewhere()
    {
        Talk talk;
        talk.talk().ask({kSecret, Talk::settings(""), {}, {}});
        QVERIFY(talk.waitForRequests(1));
        talk.engine().text("a key");
        talk.engine().done();
        QTRY_VERIFY(!talk.talk().running());
        talk.talk().ask({"and?", Talk::settings(), {}, {}});
        QTRY_VERIFY(!talk.talk().running());
        QCOMPARE(talk.engine().requests().size(), std::size_t(1));
        talk.talk().retry(2, Talk::settings(), draft::LeakPolicy::Redact);
        QVERIFY(talk.waitForRequests(2));
        const std::string sent = shown(talk.engine().requests().at(1));
        QVERIFY2(sent.find(kSecret) == std::string::npos, sent.c_str());
        QVERIFY(sent.find("a key") != std::string::npos);
    }
};

std::unique_ptr<QObject> makeWorkspaceKeepingTest()
{
    return std::make_unique<WorkspaceKeepingTest>();
}

#include "tst_keeping.moc"
