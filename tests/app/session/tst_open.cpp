// What a store is found as: newer, older, locked, damaged, gone, or in a place that cannot do much.

#include "app/session/store/rescue.h"
#include "tests/app/session/samples.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace tf;
using namespace tf::session;

namespace fs = std::filesystem;

namespace {

/// A store with one finished turn, closed.
SessionId fill(const test::StoreFolder& folder)
{
    const auto journal = folder.open();
    const auto id = MUST(journal->create({"title", {}}));
    test::addTurn(*journal, id, "question", "answer");
    return id;
}

std::string versionBytes(int version)
{
    return {'\0', '\0', '\0', static_cast<char>(version)};
}

/// As if the next schema had a column more.
Schema nextSchema(const char* sql)
{
    Schema schema = currentSchema();
    schema.version += 1;
    schema.migrations.push_back({schema.version, sql});
    return schema;
}

} // namespace

class SessionOpenTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aNewerStoreIsRefusedUntouched()
    {
        const test::StoreFolder folder;
        fill(folder);
        std::string bytes = test::contentOf(folder.files().database());
        bytes.replace(60, 4, versionBytes(99));
        test::put(folder.files().database(), bytes);
        const std::string lock = test::contentOf(folder.files().lock());
        const auto journal = Journal::open(folder.place());
        QVERIFY(!journal);
        QVERIFY(journal.error().code == Code::Unsupported);
        QVERIFY(journal.error().text.find("99") != std::string::npos);
        QVERIFY(test::contentOf(folder.files().database()) == bytes);
        QCOMPARE(test::contentOf(folder.files().lock()), lock);
        QVERIFY(!fs::exists(folder.files().log()));
        QVERIFY(Reader::open(folder.place()).error().code == Code::Unsupported);
    }

    void anOlderStoreIsBackedUpAndMigrated()
    {
        const test::StoreFolder folder;
        fill(folder);
        const Schema next = nextSchema("ALTER TABLE event ADD COLUMN device TEXT;");
        StorePlace place = folder.place();
        place.schema = &next;
        {
            const auto journal = MUST(Journal::open(place));
            const auto backup = journal->report().backup;
            QVERIFY(fs::exists(backup));
            QCOMPARE(MUST(readHeader(backup)).version, currentSchema().version);
            Reader reader = MUST(Reader::open(place));
            const auto lines = MUST(reader.list(Shelf::Kept));
            QCOMPARE(lines.at(0).title, std::string("title"));
            QCOMPARE(MUST(reader.search({"answer"})).size(), std::size_t(1));
            // The backup is a store that the older program opens.
            fs::create_directory(place.folder / "old");
            fs::copy_file(backup, place.folder / "old/sessions.db");
        }
        const auto old = MUST(Journal::open({.folder = place.folder / "old"}));
        QVERIFY(!old->report().rescued);
        QVERIFY(Journal::open(folder.place()).error().code == Code::Unsupported);
    }

    void aMigrationThatFailsLeavesTheOldStore()
    {
        const test::StoreFolder folder;
        const auto id = fill(folder);
        const Schema next =
            nextSchema("ALTER TABLE event ADD COLUMN device TEXT; SELECT nonsense;");
        {
            Database database = MUST(Database::open(folder.files().database(), Mode::Write, ""));
            QVERIFY(!migrate(database, next, 1).has_value());
        }
        const auto journal = folder.open();
        QVERIFY(!journal->report().rescued);
        QCOMPARE(folder.sessions().at(0).id, id);
    }

    void aSecondWriterIsRefusedAndMayRead()
    {
        const test::StoreFolder folder;
        auto first = folder.open();
        const auto id = MUST(first->create({"mine", {}}));
        const auto second = Journal::open(folder.place());
        QVERIFY(!second);
        QVERIFY(second.error().code == Code::Busy);
        QVERIFY(second.error().text.find(std::to_string(getpid())) != std::string::npos);
        QCOMPARE(folder.sessions().at(0).id, id);
        first.reset();
        QVERIFY(Journal::open(folder.place()).has_value());
    }

    void aChildThatWasJustForkedDoesNotKeepTheStoreLocked()
    {
        const test::StoreFolder folder;
        auto journal = folder.open();
        const pid_t child = ::fork();
        if (child == 0) { // as between fork and exec, where descriptors are not closed yet
            ::pause();
            ::_exit(0);
        }
        QVERIFY(child > 0);
        journal.reset();
        const auto again = Journal::open(folder.place());
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY2(again.has_value(), again ? "" : again.error().text.c_str());
    }

    void aDamagedStoreIsSetAside_data()
    {
        QTest::addColumn<std::string>("content");
        QTest::newRow("64 KB of NULs") << std::string(65536, '\0');
        QTest::newRow("text") << std::string("these are my sessions");
        QTest::newRow("only a header") << std::string("SQLite format 3\0", 16);
    }
    void aDamagedStoreIsSetAside()
    {
        QFETCH(std::string, content);
        const test::StoreFolder folder;
        fill(folder);
        test::put(folder.files().database(), content);
        auto journal = folder.open();
        QVERIFY(journal->report().rescued.has_value());
        const Rescued rescued = *journal->report().rescued;
        QVERIFY(test::contentOf(rescued.aside) == content);
        QVERIFY(!rescued.reason.empty());
        QCOMPARE(rescued.events, 0);
        QVERIFY(journal->create({"goes on", {}}).has_value());
        journal.reset();
        QVERIFY(!folder.open()->report().rescued);
        QCOMPARE(folder.sessions().at(0).title, std::string("goes on"));
    }

    /// The header and the top of every tree are gone; the rows are still there.
    void eventsAreFoundWithoutTheTreeAboveThem()
    {
        const test::StoreFolder folder;
        std::vector<Session> wanted;
        {
            const auto journal = folder.open();
            const auto id = MUST(journal->create({"many", {}}));
            for (int turn = 0; turn < 60; ++turn)
                test::addTurn(*journal, id, "question " + std::to_string(turn),
                              std::string(300, 'x') + std::string(turn == 7 ? 20000 : 0, 'y'));
            wanted = folder.sessions();
        }
        std::string bytes = test::contentOf(folder.files().database());
        bytes.replace(0, 4096, std::string(4096, '\0'));
        test::put(folder.files().database(), bytes);
        const auto journal = folder.open();
        QVERIFY(journal->report().rescued.has_value());
        QCOMPARE(journal->report().rescued->turns, 60);
        QCOMPARE(journal->report().rescued->missing, 0);
        QVERIFY(folder.sessions() == wanted);
    }

    /// The log still has the pages of a session that was purged.
    void whatWasPurgedIsNeitherMissingNorBack()
    {
        const test::StoreFolder folder;
        const test::StoreFolder copy;
        const auto journal = folder.open();
        const auto gone = MUST(journal->create({"gone", {}}));
        test::addTurn(*journal, gone, "q", "a");
        MUST(journal->create({"kept", {}}));
        MUST(journal->change(gone, Trashed{0, 1}));
        QCOMPARE(MUST(journal->purge(2)).sessions, 1);
        fs::create_directories(copy.place().folder);
        test::put(copy.files().database(), std::string(4096, '\0'));
        fs::copy_file(folder.files().log(), copy.files().log());
        const auto rescued = copy.open();
        QVERIFY(rescued->report().rescued.has_value());
        QCOMPARE(rescued->report().rescued->missing, 0);
        QCOMPARE(rescued->report().rescued->sessions, 1);
        QCOMPARE(copy.sessions().at(0).title, std::string("kept"));
    }

    /// Before purges left an event, they left nothing but a gap in the numbers.
    void aStoreWithAGapOpensAndARescueTellsOfIt()
    {
        const test::StoreFolder folder;
        std::vector<Session> wanted;
        {
            const auto journal = folder.open();
            const auto gone = MUST(journal->create({"gone", {}}));
            test::addTurn(*journal, gone, "q", "a");
            const auto kept = MUST(journal->create({"kept", {}}));
            test::addTurn(*journal, kept, "question", "answer");
            wanted = {MUST(folder.read().load(kept))};
            Database database = MUST(Database::open(folder.files().database(), Mode::Write, ""));
            MUST(database.run("DELETE FROM event WHERE session = ?", std::string_view(gone)));
        }
        {
            const auto journal = folder.open();
            MUST(journal->rebuild());
            QVERIFY(!journal->report().rescued);
            QVERIFY(folder.sessions() == wanted);
            QVERIFY(journal->change(wanted[0].id, Trashed{0, 1}).has_value());
            QVERIFY(journal->undo(wanted[0].id).has_value());
        }
        std::string bytes = test::contentOf(folder.files().database());
        bytes.replace(0, 100, std::string(100, '\0'));
        test::put(folder.files().database(), bytes);
        const auto journal = folder.open();
        QVERIFY(journal->report().rescued.has_value());
        QCOMPARE(journal->report().rescued->missing, 4);
        QVERIFY(folder.sessions() == wanted);
    }

    void anEventThatWasChangedIsNotBelieved()
    {
        const test::StoreFolder folder;
        fill(folder);
        std::string bytes = test::contentOf(folder.files().database());
        for (auto at = bytes.find("answer"); at != std::string::npos;
             at = bytes.find("answer", at + 1))
            bytes[at] = 'A';
        test::put(folder.files().database(), bytes);
        const auto journal = folder.open();
        QVERIFY(journal->report().rescued.has_value());
        QCOMPARE(journal->report().rescued->missing, 1);
        const Turn turn = folder.sessions().at(0).turns.at(0);
        QCOMPARE(turn.question.text, std::string("question"));
        QVERIFY(turn.parts.empty());
    }

    void aRescueThatWasCutOffIsFinished()
    {
        const test::StoreFolder folder;
        fill(folder);
        const auto wanted = folder.sessions();
        const StoreFiles files = folder.files();
        const std::string bytes = test::contentOf(files.database());
        fs::rename(files.database(), files.rescued()); // the damaged one had just been set aside
        auto journal = folder.open();
        QVERIFY(folder.sessions() == wanted);
        journal.reset();
        test::put(files.rescued(), bytes); // it had not been yet
        test::put(files.database(), "damaged");
        journal = folder.open();
        QVERIFY(folder.sessions() == wanted);
    }

    void aStoreThatIsGoneLeavesItsLog()
    {
        const test::StoreFolder folder;
        test::StoreFolder other;
        {
            const auto journal = folder.open();
            const auto id = MUST(journal->create({"in the log", {}}));
            test::addTurn(*journal, id, "q", "a");
            fs::create_directories(other.place().folder);
            fs::copy_file(folder.files().log(), other.files().log());
        }
        const auto journal = other.open();
        QVERIFY(journal->report().rescued.has_value());
        QCOMPARE(other.sessions().at(0).title, std::string("in the log"));
        QCOMPARE(other.sessions().at(0).turns.size(), std::size_t(1));
    }

    void aLogFromElsewhereIsNoticed()
    {
        const test::StoreFolder folder;
        const test::StoreFolder other;
        fill(folder);
        const auto wanted = folder.sessions();
        {
            const auto journal = other.open();
            for (int idx = 0; idx < 20; ++idx)
                MUST(journal->create({std::string(900, 'z'), {}}));
            fs::copy_file(other.files().log(), folder.files().log(),
                          fs::copy_options::overwrite_existing);
        }
        const auto journal = folder.open();
        const auto sessions = folder.sessions();
        const bool isThere = std::any_of(sessions.begin(), sessions.end(),
                                         [&](const Session& one) { return one == wanted.at(0); });
        QVERIFY(journal->report().rescued.has_value());
        QVERIFY(isThere);
    }

    void withoutRightsItIsReadOnly()
    {
        const test::StoreFolder folder;
        const auto id = fill(folder);
        const auto path = folder.place().folder;
        chmod(path.c_str(), 0500);
        chmod(path.parent_path().c_str(), 0755);
        chmod(folder.files().database().c_str(), 0444);
        chmod(path.c_str(), 0555);
        const bool asNobody = geteuid() == 0;
        if (asNobody)
            QCOMPARE(seteuid(65534), 0);
        const auto journal = Journal::open(folder.place());
        auto reader = Reader::open(folder.place());
        const bool isRead = reader && reader->load(id).has_value();
        if (asNobody)
            QCOMPARE(seteuid(0), 0);
        chmod(path.c_str(), 0700);
        QVERIFY(!journal);
        QVERIFY(journal.error().code == Code::Denied);
        QVERIFY(isRead);
    }

    void aBackupIsAStore()
    {
        const test::StoreFolder folder;
        const test::StoreFolder other;
        const auto id = fill(folder);
        {
            const auto journal = folder.open();
            fs::create_directories(other.place().folder);
            MUST(journal->backUpTo(other.files().database()));
        }
        QVERIFY(!other.open()->report().rescued);
        QVERIFY(folder.sessions() == other.sessions());
    }
};

std::unique_ptr<QObject> makeSessionOpenTest()
{
    return std::make_unique<SessionOpenTest>();
}

#include "tst_open.moc"
