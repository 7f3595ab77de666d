// Every call that writes, syncs, opens or renames fails in its turn, in every way: what was
// acknowledged is there afterwards, what was refused was refused in words, nothing is damaged.

#include "app/session/store.h"
#include "kernels/base/words.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/faults/failing_disk.h"
#include "tests/app/session/faults/life.h"
#include "tests/app/session/faults/tests.h"
#include "tests/support/test_table.h"

#include <atomic>

using namespace tf;
using namespace tf::session;
using test::awaited;

namespace fs = std::filesystem;

namespace {

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
        const char* faults[] = {"EIO", "ENOSPC", "short write"};
        const char* lastings[] = {"once", "from then on"};
        for (int before = 0; before < 4; ++before)
            for (int fault = 0; fault < 3; ++fault)
                for (int lasting = 0; lasting < 2; ++lasting)
                    QTest::addRow("%s, %s, %s", test::kBefores[before], faults[fault],
                                  lastings[lasting])
                        << before << fault << lasting;
    }
    void everyCallFails()
    {
        QFETCH(int, before);
        QFETCH(int, fault);
        QFETCH(int, lasting);
        const auto whole = test::makeScene(static_cast<test::Before>(before));
        std::int64_t numFailed = 0;
        for (std::int64_t call = 1; call < kManyCalls; ++call) {
            const auto scene = test::copyOf(*whole);
            scene->place.vfs = test::failingVfs();
            test::setFaultPlan(
                {call, static_cast<test::Fault>(fault), static_cast<test::Lasting>(lasting)});
            test::live(*scene);
            const bool wasFailed = test::wasFailed();
            test::setFaultPlan({});
            const std::string wrong = test::wrongAfter(*scene);
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
        QVERIFY(!journal->report().withoutLog.empty());
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
