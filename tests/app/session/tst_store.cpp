// The sessions as other rooms use them: commands that never wait, answers from other threads.

#include "app/session/store.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

#include <future>

using namespace tf;
using namespace tf::session;
using test::awaited;

class SessionStoreTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aConversationIsKept()
    {
        const test::StoreFolder folder;
        SessionId id;
        {
            const auto store = MUST(Store::open({.place = folder.place()}));
            id = MUST(awaited<SessionId>([&](auto to) { store->create({"talk", {}}, to); }));
            const TurnId turn =
                MUST(awaited<TurnId>([&](auto to) { store->begin(id, {.text = "hello"}, to); }));
            for (const char* text : {"Good", " day", "!"})
                store->stream(id, turn, {PartKind::Text, text, "", ""});
            MUST(awaited<Seq>([&](auto to) { store->end(id, turn, {}, to); }));
            const auto found =
                MUST(awaited<std::vector<Found>>([&](auto to) { store->search({"day"}, to); }));
            QCOMPARE(found.size(), std::size_t(1));
            MUST(awaited<void>([&](auto to) { store->keepDesk(id, {"next", 0, ""}, to); }));
        }
        const auto store = MUST(Store::open({.place = folder.place()}));
        const auto session = MUST(awaited<Session>([&](auto to) { store->load(id, to); }));
        QCOMPARE(session.turns.at(0).parts.at(0).text, std::string("Good day!"));
        QCOMPARE(session.desk.draft, std::string("next"));
        QCOMPARE(store->report().interrupted, 0);
    }

    void streamedTextIsKeptWithinItsTime()
    {
        const test::StoreFolder folder;
        const auto store = MUST(
            Store::open({.place = folder.place(), .flushAfter = std::chrono::milliseconds(20)}));
        const auto id = MUST(awaited<SessionId>([&](auto to) { store->create({}, to); }));
        const TurnId turn = MUST(awaited<TurnId>([&](auto to) { store->begin(id, {}, to); }));
        store->stream(id, turn, {PartKind::Text, "kept", "", ""});
        const auto isKept = [&] {
            const auto session = MUST(awaited<Session>([&](auto to) { store->load(id, to); }));
            return !session.turns.at(0).parts.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKept(), 2000);
    }

    /// What streams when the program ends in good order is there, though its time had not come.
    void whatStreamsAtTheEndIsKept()
    {
        const test::StoreFolder folder;
        {
            const auto store =
                MUST(Store::open({.place = folder.place(), .flushAfter = std::chrono::hours(1)}));
            const auto id = MUST(awaited<SessionId>([&](auto to) { store->create({}, to); }));
            const TurnId turn = MUST(awaited<TurnId>([&](auto to) { store->begin(id, {}, to); }));
            store->stream(id, turn, {PartKind::Text, "cut \xe4\xb8", "", ""});
        }
        QCOMPARE(folder.sessions().at(0).turns.at(0).parts.at(0).text,
                 std::string("cut \xef\xbf\xbd"));
    }

    void besideAWriterItReads()
    {
        const test::StoreFolder folder;
        const auto writer = MUST(Store::open({.place = folder.place()}));
        const auto id = MUST(awaited<SessionId>([&](auto to) {
            writer->create({"seen", {}}, to);
        }));
        QVERIFY(Store::open({.place = folder.place()}).error().code == Code::Busy);
        const auto reader = MUST(Store::open({.place = folder.place(), .access = Access::Read}));
        QCOMPARE(MUST(awaited<Session>([&](auto to) { reader->load(id, to); })).title,
                 std::string("seen"));
        const auto refused = awaited<Seq>([&](auto to) {
            reader->change(id, Renamed{"", "x"}, to);
        });
        QVERIFY(refused.error().code == Code::Busy);
    }

    void importIsAllOrNothing()
    {
        const test::StoreFolder folder;
        const auto store = MUST(Store::open({.place = folder.place()}));
        test::Gen gen(7, 20);
        const Document document = {{test::makeSession(gen), test::makeSession(gen)}, {}};
        const std::string text = writeDocument(document);
        const auto cut =
            awaited<Imported>([&](auto to) { store->import(text.substr(0, text.size() / 2), to); });
        QVERIFY(cut.error().code == Code::BadInput);
        QVERIFY(folder.sessions().empty());
        const auto imported = MUST(awaited<Imported>([&](auto to) { store->import(text, to); }));
        QCOMPARE(imported.sessions.size(), std::size_t(2));
        const auto again =
            MUST(awaited<std::string>([&](auto to) { store->exportJson(imported.sessions, to); }));
        QVERIFY(MUST(readDocument(again)) == document);
    }

    /// Asked from several threads at once; each sees its own order.
    void manyThreadsAsk()
    {
        const test::StoreFolder folder;
        const auto store = MUST(Store::open({.place = folder.place()}));
        std::vector<std::future<void>> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.push_back(std::async(std::launch::async, [&store] {
                const auto id = MUST(awaited<SessionId>([&](auto to) { store->create({}, to); }));
                for (int idx = 0; idx < 20; ++idx) {
                    const auto title = std::to_string(idx);
                    MUST(awaited<Seq>([&](auto to) { store->change(id, Renamed{"", title}, to); }));
                    const auto seen = MUST(awaited<Session>([&](auto to) { store->load(id, to); }));
                    CHECK(seen.title == title, "a read sees what was answered before it");
                }
            }));
        for (auto& thread : threads)
            thread.get();
        QCOMPARE(folder.sessions().size(), std::size_t(4));
    }
};

std::unique_ptr<QObject> makeSessionStoreTest()
{
    return std::make_unique<SessionStoreTest>();
}

#include "tst_store.moc"
