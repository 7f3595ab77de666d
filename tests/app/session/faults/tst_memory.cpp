// Every allocation that SQLite makes fails in its turn: what was acknowledged is there afterwards,
// what was refused was refused in words, and no store is taken for damaged. TRIFOLD_MEMORY=1 with
// QTEST_FUNCTION_TIMEOUT=1200000 fails each of them, else every few.

#include "kernels/base/words.h"
#include "tests/app/session/faults/failing_memory.h"
#include "tests/app/session/faults/life.h"
#include "tests/app/session/faults/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::session;

namespace {

/// More than any of these lives makes.
constexpr std::int64_t kManyAllocations = 1'000'000;
constexpr std::int64_t kStride = 31; ///< a prime, so that it keeps in step with no loop

/// A life and a look back at it; what is read must be true.
void liveAndLook(test::Scene& scene)
{
    test::live(scene);
    auto reader = Reader::open(scene.place);
    const auto kept = reader ? reader->load(scene.done.session) : reader.error();
    if (!kept && kept.error().text.empty())
        scene.done.wrong = "an error without words";
    const bool isHalf = kept && (kept->turns.empty() || kept->turns[0].question.text != "before");
    if (isHalf && scene.before != test::Before::Damaged)
        scene.done.wrong = "half a session was read";
}

/// An event that does not fit its sum, and a draft that can still be read.
void spoil(const test::Scene& scene)
{
    const auto path = scene.folder.files().database();
    {
        const auto journal = scene.folder.open();
        MUST(journal->keepDesk(scene.done.session, {"draft", 0, ""}));
    }
    std::string bytes = test::contentOf(path);
    for (auto at = bytes.find("before"); at != std::string::npos; at = bytes.find("before", at))
        bytes[at] = 'B';
    test::put(path, bytes);
}

} // namespace

class SessionMemoryTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyAllocationFails_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<qint64>("numFailing");
        for (int before = 0; before < 4; ++before) {
            QTest::addRow("%s, once", test::kBefores[before]) << before << qint64(1);
            QTest::addRow("%s, fifty times", test::kBefores[before]) << before << qint64(50);
        }
    }
    void everyAllocationFails()
    {
        QFETCH(int, before);
        QFETCH(qint64, numFailing);
        const bool all = qEnvironmentVariableIntValue("TRIFOLD_MEMORY") != 0;
        const auto whole = test::makeScene(static_cast<test::Before>(before));
        std::int64_t numFailed = 0;
        std::int64_t call = 1;
        for (; call < kManyAllocations; call += all ? 1 : kStride) {
            const auto scene = test::copyOf(*whole);
            test::setMemoryPlan({call, numFailing});
            liveAndLook(*scene);
            const bool didFail = test::didMemoryFail();
            test::setMemoryPlan({});
            const std::string wrong = test::wrongAfter(*scene);
            QVERIFY2(wrong.empty(), words("allocation ", call, ": ", wrong).c_str());
            if (!didFail)
                break;
            ++numFailed;
        }
        std::printf("%s: %lld of %lld allocations failed in turn\n", QTest::currentDataTag(),
                    static_cast<long long>(numFailed), static_cast<long long>(call - 1));
        QVERIFY(numFailed > 10 && call < kManyAllocations);
    }

    /// A rescue is done with all that can be read, or not yet.
    void aRescueKeepsTheDraft()
    {
        const auto whole = test::makeScene(test::Before::Left);
        spoil(*whole);
        bool didFail = true;
        for (std::int64_t call = 1; didFail; call += kStride) {
            QVERIFY(call < kManyAllocations);
            const auto scene = test::copyOf(*whole);
            test::setMemoryPlan({call, 1});
            (void)Journal::open(scene->place);
            didFail = test::didMemoryFail();
            test::setMemoryPlan({});
            MUST(Journal::open(scene->place));
            Reader reader = MUST(Reader::open(scene->place));
            const Session kept = MUST(reader.load(scene->done.session));
            QVERIFY2(kept.desk.draft == "draft", words("allocation ", call).c_str());
        }
    }
};

std::unique_ptr<QObject> makeSessionMemoryTest()
{
    return std::make_unique<SessionMemoryTest>();
}

#include "tst_memory.moc"
