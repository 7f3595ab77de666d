// The store held against a plain model: whatever is done, it reads what replaying the events gives.

#include "app/session/replay.h"
#include "kernels/base/words.h"
#include "tests/app/session/samples.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

#include <map>

using namespace tf;
using namespace tf::session;

namespace {

/// Answers that are still being written when the store is closed are interrupted at the next start.
void interruptAll(std::map<SessionId, Session>& sessions)
{
    for (auto& [id, session] : sessions) {
        for (Turn& turn : session.turns) {
            if (turn.ending.state == TurnState::Streaming)
                turn.ending = {TurnState::Interrupted, "Trifold ended before the answer did", {}};
        }
    }
}

std::string difference(const std::vector<Session>& got, const std::map<SessionId, Session>& wanted)
{
    if (got.size() != wanted.size())
        return words(got.size(), " sessions instead of ", wanted.size());
    for (Session session : got) {
        const Session& want = wanted.at(session.id);
        for (std::size_t idx = 0; idx < session.turns.size() && idx < want.turns.size(); ++idx) {
            // The moment of an interruption is that of the last event, whichever that was.
            if (want.turns[idx].ending.state == TurnState::Interrupted)
                session.turns[idx].endedAt = want.turns[idx].endedAt;
        }
        if (!(session == want))
            return words("session ", session.id, " differs");
    }
    return {};
}

} // namespace

class SessionJournalTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reopeningGivesWhatWasDone()
    {
        const auto report = test::forAll(
            12,
            [](test::Gen& gen) -> std::string {
                const test::StoreFolder folder;
                std::map<SessionId, Session> model;
                auto journal = folder.open();
                for (int batch = 0; batch < 4; ++batch) {
                    const SessionId id(1, static_cast<char>('a' + gen.below(3)));
                    auto events = test::makeEvents(gen, id, gen.size());
                    MUST(journal->append(events));
                    for (const Event& event : events)
                        apply(model[id], event);
                    if (auto wrong = difference(folder.sessions(), model); !wrong.empty())
                        return "open: " + wrong;
                    if (!gen.oneIn(2))
                        continue;
                    journal.reset();
                    journal = folder.open();
                    interruptAll(model);
                    if (auto wrong = difference(folder.sessions(), model); !wrong.empty())
                        return "reopened: " + wrong;
                }
                MUST(journal->rebuild());
                if (auto wrong = difference(folder.sessions(), model); !wrong.empty())
                    return "rebuilt: " + wrong;
                return {};
            },
            24);
        QVERIFY2(report.empty(), report.c_str());
    }

    void aBatchIsStoredWholeOrNotAtAll()
    {
        const test::StoreFolder folder;
        const auto journal = folder.open();
        const auto id = MUST(journal->create({"kept", {}}));
        const std::vector<Event> events = {
            {.session = id, .change = Renamed{"kept", "lost"}},
            {.session = id, .change = Renamed{"lost", "\xff"}},
        };
        const auto stored = journal->append(events);
        QVERIFY(!stored);
        QVERIFY(stored.error().code == Code::BadInput);
        QCOMPARE(folder.sessions().at(0).title, std::string("kept"));
        QVERIFY(journal->change(id, Renamed{"", "next"}).has_value());
        QCOMPARE(folder.sessions().at(0).title, std::string("next"));
    }

    void editingAndRetryingMakeSiblings()
    {
        const test::StoreFolder folder;
        const auto journal = folder.open();
        const auto id = MUST(journal->create({"", {}}));
        const TurnId first = test::addTurn(*journal, id, "one", "1");
        const TurnId second = test::addTurn(*journal, id, "two", "2", first);
        const TurnId edited = test::addTurn(*journal, id, "two!", "2!", first);
        const auto turns = folder.sessions().at(0).turns;
        QCOMPARE(turns.size(), std::size_t(3));
        QCOMPARE(turns[1].id, second);
        QCOMPARE(turns[1].parts.at(0).text, std::string("2"));
        QCOMPARE(turns[2].id, edited);
        QCOMPARE(turns[2].question.parent, first);
        QVERIFY(journal->begin(id, {.parent = 99}).error().code == Code::NotFound);
        QVERIFY(journal->begin("nobody", {}).error().code == Code::NotFound);
    }

    void undoWorksAfterARestart()
    {
        const test::StoreFolder folder;
        auto journal = folder.open();
        const auto id = MUST(journal->create({"first", {}}));
        const TurnId turn = test::addTurn(*journal, id, "q", "a");
        MUST(journal->change(id, Renamed{"", "second"}));
        MUST(journal->change(id, TurnRemoved{turn, false, true}));
        MUST(journal->change(id, Trashed{0, 5}));
        journal.reset();
        journal = folder.open();
        QCOMPARE(folder.sessions().at(0).trashedAt, 5);
        QVERIFY(journal->undo(id).has_value());
        QCOMPARE(folder.sessions().at(0).trashedAt, 0);
        QVERIFY(folder.sessions().at(0).turns.at(0).removed);
        QVERIFY(journal->undo(id).has_value());
        QVERIFY(!folder.sessions().at(0).turns.at(0).removed);
        QVERIFY(journal->undo(id).has_value());
        QCOMPARE(folder.sessions().at(0).title, std::string("first"));
        QVERIFY(journal->undo(id).error().code == Code::NotFound);
    }

    void aDeskIsKeptAsItWasLast()
    {
        const test::StoreFolder folder;
        auto journal = folder.open();
        const auto id = MUST(journal->create({"", {}}));
        MUST(journal->keepDesk(id, {"a long dra", 0, ""}));
        const Desk desk = {std::string("a long draft\0!", 14), 3, "{\"scroll\":12}"};
        MUST(journal->keepDesk(id, desk));
        journal.reset();
        journal = folder.open();
        QVERIFY(folder.sessions().at(0).desk == desk);
    }

    void purgingRemovesOnlyOldTrash()
    {
        const test::StoreFolder folder;
        const auto journal = folder.open();
        const auto old = MUST(journal->create({"old", {}}));
        test::addTurn(*journal, old, "needle", "needle");
        const auto young = MUST(journal->create({"young", {}}));
        const auto kept = MUST(journal->create({"kept", {}}));
        test::addTurn(*journal, kept, "needle", "needle");
        MUST(journal->change(old, Trashed{0, 1000}));
        MUST(journal->change(young, Trashed{0, 2000}));
        QCOMPARE(MUST(journal->purge(1500)).sessions, 1);
        const auto sessions = folder.sessions();
        QCOMPARE(sessions.size(), std::size_t(2));
        Reader reader = folder.read();
        QCOMPARE(MUST(reader.search({"needle"})).size(), std::size_t(2));
        QVERIFY(reader.load(old).error().code == Code::NotFound);
        MUST(journal->rebuild());
        QCOMPARE(folder.sessions().size(), std::size_t(2));
    }

    /// A purge of the newest session makes no room for others under its numbers.
    void noNumberIsGivenTwice()
    {
        const test::StoreFolder folder;
        auto journal = folder.open();
        const auto gone = MUST(journal->create({"gone", {}}));
        const Seq last = MUST(journal->change(gone, Trashed{0, 1}));
        QCOMPARE(MUST(journal->purge(2)).sessions, 1);
        journal.reset();
        journal = folder.open();
        const auto id = MUST(journal->create({"next", {}}));
        QVERIFY(MUST(journal->change(id, Renamed{"", "renamed"})) > last + 2);
        QVERIFY(!journal->change(id, SessionPurged{}));
    }

    void whatNothingMentionsIsSwept()
    {
        const test::StoreFolder folder;
        const auto journal = folder.open();
        const auto id = MUST(journal->create({"", {}}));
        const auto used = MUST(journal->blobs().put("used"));
        const auto unused = MUST(journal->blobs().put("unused"));
        const auto fresh = MUST(journal->blobs().put("fresh"));
        const auto ready = MUST(journal->blobs().put("lies ready for a question"));
        Desk desk;
        desk.view = "{\"tray\":[{\"blob\":\"" + ready + "\"}]}";
        MUST(journal->keepDesk(id, desk));
        QCOMPARE(MUST(journal->blobs().put("used")), used);
        MUST(journal->begin(id, {.attachments = {{used, "text/plain", "a.txt"}}}));
        const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(2);
        for (const auto& blob : {used, unused, ready})
            std::filesystem::last_write_time(
                folder.files().blobs() / blob.substr(0, 2) / blob.substr(2), old);
        MUST(journal->change(MUST(journal->create({"", {}})), Trashed{0, 1}));
        const auto purged = MUST(journal->purge(2));
        QCOMPARE(purged.swept.blobs, 1);
        QCOMPARE(purged.swept.bytes, 6);
        QCOMPARE(MUST(journal->blobs().get(used)), std::string("used"));
        QCOMPARE(MUST(journal->blobs().get(fresh)), std::string("fresh"));
        QVERIFY(journal->blobs().get(ready));
        QVERIFY(journal->blobs().get(unused).error().code == Code::NotFound);
        QVERIFY(journal->blobs().get("../../etc/passwd").error().code == Code::NotFound);
    }

    void aBlobThatWasChangedIsNotBelieved()
    {
        const test::StoreFolder folder;
        const auto journal = folder.open();
        const auto id = MUST(journal->blobs().put("as it was"));
        test::put(folder.files().blobs() / id.substr(0, 2) / id.substr(2), "as it is!");
        QVERIFY(journal->blobs().get(id).error().code == Code::Corrupt);
    }

    void anAnswerThatWasCutOffIsInterrupted()
    {
        const test::StoreFolder folder;
        {
            const auto journal = folder.open();
            const auto id = MUST(journal->create({"", {}}));
            const TurnId turn = MUST(journal->begin(id, {.text = "q"}));
            const Event grew = {.session = id,
                                .time = 77,
                                .change = PartsGrew{turn, {{PartKind::Text, "half an", "", ""}}}};
            MUST(journal->append({&grew, 1}));
        }
        const auto journal = folder.open();
        QCOMPARE(journal->report().interrupted, 1);
        const Turn turn = folder.sessions().at(0).turns.at(0);
        QVERIFY(turn.ending.state == TurnState::Interrupted);
        QVERIFY(!turn.ending.reason.empty());
        QCOMPARE(turn.parts.at(0).text, std::string("half an"));
        Reader reader = folder.read();
        QCOMPARE(MUST(reader.search({"half"})).size(), std::size_t(1));
    }
};

std::unique_ptr<QObject> makeSessionJournalTest()
{
    return std::make_unique<SessionJournalTest>();
}

#include "tst_journal.moc"
