// Every call that writes, syncs, opens or renames fails in its turn, in every way: what was
// acknowledged is there afterwards, what was refused was refused in words, nothing is damaged.

#include "app/session/store.h"
#include "kernels/base/words.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/faults/failing_disk.h"
#include "tests/app/session/faults/tests.h"
#include "tests/app/session/samples.h"
#include "tests/support/test_table.h"

#include <atomic>

using namespace tf;
using namespace tf::session;
using test::awaited;

namespace fs = std::filesystem;

namespace {

/// What was done and acknowledged before and while the disk failed.
struct Done {
    SessionId session;
    std::string blob;
    bool renamed = false;
    bool begun = false;
    bool grew = false;
    bool ended = false;
    bool desk = false;
    std::string silent; ///< a failure without words
};

/// True when it went well; a failure must have words.
template <class T>
bool went(Done& done, const Result<T>& result)
{
    if (!result && result.error().text.empty())
        done.silent = "an error without words";
    return result.has_value();
}

/// A day in the life of a store, in which every step may fail by itself.
void use(const StorePlace& place, Done& done)
{
    auto journal = Journal::open(place);
    if (!went(done, journal))
        return;
    Journal& store = **journal;
    done.renamed = went(done, store.change(done.session, Renamed{"", "renamed"}));
    const auto turn = store.begin(done.session, {.text = "asked"});
    done.begun = went(done, turn);
    if (turn) {
        const Event grew = {.session = done.session,
                            .time = 5,
                            .change = PartsGrew{*turn, {{PartKind::Text, "answered", "", ""}}}};
        done.grew = went(done, store.append({&grew, 1}));
        if (!done.grew) // once more the same, as streams do
            done.grew = went(done, store.append({&grew, 1}));
        done.ended = went(done, store.end(done.session, *turn, {}));
    }
    done.desk = went(done, store.keepDesk(done.session, {"draft", 0, ""}));
    const auto blob = store.blobs().put("content");
    if (went(done, blob))
        done.blob = *blob;
}

std::string wrongAfter(const StorePlace& place, const Done& done)
{
    if (!done.silent.empty())
        return done.silent;
    const auto journal = Journal::open(place);
    if (!journal)
        return "does not open any more: " + journal.error().text;
    if ((*journal)->report().rescued)
        return "was damaged: " + (*journal)->report().rescued->reason;
    Reader reader = MUST(Reader::open(place));
    const Session kept = MUST(reader.load(done.session));
    if (done.renamed && kept.title != "renamed")
        return "the new title is gone";
    if (kept.turns.empty() || kept.turns[0].question.text != "before")
        return "what was there before is gone";
    if (done.begun && kept.turns.size() != 2)
        return "the question is gone";
    const bool isLonger = kept.turns.size() > 1 && !kept.turns[1].parts.empty();
    if (done.grew && (!isLonger || kept.turns[1].parts[0].text != "answered"))
        return "the answer is gone, or there twice";
    if (done.ended && kept.turns[1].ending.state != TurnState::Finished)
        return "the end is gone";
    if (done.desk && kept.desk.draft != "draft")
        return "the draft is gone";
    if (!done.blob.empty() && !(*journal)->blobs().get(done.blob))
        return "the content is gone";
    return {};
}

enum class Before : std::uint8_t { Left, Killed, Damaged, Older };

struct Scene {
    test::StoreFolder folder;
    StorePlace place = folder.place();
    Done done;
};

/// A schema whose next version is the one that stores have here: what opens an older store.
const Schema& nextSchema()
{
    static const Schema schema = [] {
        Schema next = currentSchema();
        next.version += 1;
        next.migrations.push_back({next.version, "CREATE TABLE later(id INTEGER PRIMARY KEY);"});
        return next;
    }();
    return schema;
}

/// A store as its last writer left it, made once and copied for each call that fails.
std::unique_ptr<Scene> makeScene(Before before)
{
    auto scene = std::make_unique<Scene>();
    const StoreFiles files = scene->folder.files();
    {
        const auto journal = scene->folder.open();
        scene->done.session = MUST(journal->create({"first", {}}));
        test::addTurn(*journal, scene->done.session, "before", "ok");
        if (before == Before::Killed) // a copy of the living store is what a kill leaves
            fs::copy(files.folder, files.folder.native() + ".killed", fs::copy_options::recursive);
    }
    if (before == Before::Killed) {
        fs::remove_all(files.folder);
        fs::rename(files.folder.native() + ".killed", files.folder);
    }
    if (before == Before::Damaged) {
        std::string bytes = test::contentOf(files.database());
        bytes.replace(0, 100, std::string(100, '\xff'));
        test::put(files.database(), bytes);
    }
    return scene;
}

std::unique_ptr<Scene> copyOf(const Scene& scene, Before before)
{
    auto copy = std::make_unique<Scene>();
    copy->done = scene.done;
    const StoreFiles from = scene.folder.files();
    const StoreFiles to = copy->folder.files();
    fs::copy(from.folder, to.folder, fs::copy_options::recursive);
    fs::last_write_time(to.database(), fs::last_write_time(from.database()));
    copy->place.vfs = test::failingVfs();
    if (before == Before::Older)
        copy->place.schema = &nextSchema();
    return copy;
}

/// More than any of these lives makes.
constexpr std::int64_t kManyCalls = 1000;

} // namespace

class SessionIoFaultsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCallFails_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("lasting");
        const char* befores[] = {"left in order", "killed", "damaged", "older"};
        const char* faults[] = {"EIO", "ENOSPC", "short write"};
        const char* lastings[] = {"once", "from then on"};
        for (int before = 0; before < 4; ++before)
            for (int fault = 0; fault < 3; ++fault)
                for (int lasting = 0; lasting < 2; ++lasting)
                    QTest::addRow("%s, %s, %s", befores[before], faults[fault], lastings[lasting])
                        << before << fault << lasting;
    }
    void everyCallFails()
    {
        QFETCH(int, before);
        QFETCH(int, fault);
        QFETCH(int, lasting);
        const auto whole = makeScene(static_cast<Before>(before));
        std::int64_t numFailed = 0;
        for (std::int64_t call = 1; call < kManyCalls; ++call) {
            const auto scene = copyOf(*whole, static_cast<Before>(before));
            test::setFaultPlan(
                {call, static_cast<test::Fault>(fault), static_cast<test::Lasting>(lasting)});
            use(scene->place, scene->done);
            const bool wasFailed = test::wasFailed();
            test::setFaultPlan({});
            // A store that was damaged before is rescued, then or now.
            if (static_cast<Before>(before) == Before::Damaged)
                (void)Journal::open(scene->place);
            const std::string wrong = wrongAfter(scene->place, scene->done);
            QVERIFY2(wrong.empty(), words("call ", call, ": ", wrong).c_str());
            if (!wasFailed)
                break;
            ++numFailed;
        }
        std::printf("%s: %lld calls failed in turn\n", QTest::currentDataTag(),
                    static_cast<long long>(numFailed));
        QVERIFY(numFailed > 10 && numFailed < kManyCalls - 1);
    }

    /// Text that comes while the disk refuses it waits in memory, and is all there in the end,
    /// once.
    void aStreamOutlivesARefusingDisk_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("full") << int(test::Fault::Full);
        QTest::newRow("failing") << int(test::Fault::Io);
    }
    void aStreamOutlivesARefusingDisk()
    {
        QFETCH(int, fault);
        const test::StoreFolder folder;
        StorePlace place = folder.place();
        place.vfs = test::failingVfs();
        std::atomic<int> numTroubles = 0;
        {
            const auto store =
                MUST(Store::open({.place = place,
                                  .flushAfter = std::chrono::milliseconds(5),
                                  .trouble = [&numTroubles](const Error&) { ++numTroubles; }}));
            const auto id = MUST(awaited<SessionId>([&](auto to) { store->create({}, to); }));
            const auto turn = MUST(awaited<TurnId>([&](auto to) { store->begin(id, {}, to); }));
            store->stream(id, turn, {PartKind::Text, "one ", "", ""});
            test::setFaultPlan({1, static_cast<test::Fault>(fault), test::Lasting::FromThenOn});
            store->stream(id, turn, {PartKind::Text, "two ", "", ""});
            QTRY_VERIFY_WITH_TIMEOUT(numTroubles > 0, 10'000);
            store->stream(id, turn, {PartKind::Text, "three", "", ""});
            test::setFaultPlan({});
            MUST(awaited<Seq>([&](auto to) { store->end(id, turn, {}, to); }));
        }
        const Turn turn = folder.sessions().at(0).turns.at(0);
        QCOMPARE(turn.parts.at(0).text, std::string("one two three"));
        QVERIFY(turn.ending.state == TurnState::Finished);
    }

    void withoutSharedMemoryThereIsNoLog()
    {
        const test::StoreFolder folder;
        StorePlace place = folder.place();
        place.vfs = test::failingVfs();
        test::setFaultPlan({.sharedMemory = test::SharedMemory::Missing});
        const auto journal = MUST(Journal::open(place));
        QVERIFY(journal->report().withoutLog);
        const auto id = MUST(journal->create({"kept", {}}));
        Reader reader = MUST(Reader::open(place));
        QCOMPARE(MUST(reader.load(id)).title, std::string("kept"));
        QVERIFY(!fs::exists(folder.files().log()));
        test::setFaultPlan({});
    }
};

std::unique_ptr<QObject> makeSessionIoFaultsTest()
{
    return std::make_unique<SessionIoFaultsTest>();
}

#include "tst_io_faults.moc"
