// A writer killed in the middle of its stream, again and again. TRIFOLD_KILLS=10000 for the long
// run.

#include "app/session/store/journal.h"
#include "app/session/store/reader.h"
#include "kernels/base/words.h"
#include "tests/app/session/faults/tests.h"
#include "tests/app/session/faults/told.h"
#include "tests/app/session/faults/writer.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <chrono>
#include <future>

using namespace tf;
using namespace tf::session;

namespace {

constexpr int kAtOnce = 4;
constexpr std::int64_t kMostLost = 250; ///< milliseconds of text

struct Tally {
    std::int64_t kills = 0;
    std::int64_t finished = 0;
    std::int64_t mostLost = 0;
    std::string wrong;
};

/// Looks at a store after a kill; what is wrong with it, or what was lost.
test::Losses lookAt(const StorePlace& place, const std::string& lines)
{
    const test::Told told = test::readTold(lines);
    auto journal = Journal::open(place);
    if (!journal)
        return {words("does not open: ", journal.error().text), 0};
    if ((*journal)->report().rescued)
        return {words("is malformed: ", (*journal)->report().rescued->reason), 0};
    if (told.session.empty())
        return {};
    Reader reader = MUST(Reader::open(place));
    const auto kept = reader.load(told.session);
    return kept ? test::compare(told, *kept) : test::Losses{kept.error().text, 0};
}

Tally killOften(int numKills, std::uint64_t seed)
{
    const QTemporaryDir folder;
    const StorePlace place = {.folder = folder.path().toStdString() + "/store"};
    test::Gen gen(seed, 64);
    Tally tally;
    for (; tally.kills < numKills && tally.wrong.empty(); ++tally.kills) {
        test::Writer writer(place.folder);
        tally.wrong = writer.runFor(std::chrono::milliseconds(gen.between(1, 250)));
        writer.kill();
        if (!tally.wrong.empty())
            break;
        const std::string lines = writer.lines();
        const test::Losses losses = lookAt(place, lines);
        for (const auto& [id, answer] : test::readTold(lines).turns)
            tally.finished += answer.ended ? 1 : 0;
        tally.mostLost = std::max(tally.mostLost, losses.milliseconds);
        tally.wrong = losses.wrong;
        if (losses.milliseconds > kMostLost)
            tally.wrong = words(losses.milliseconds, " ms of text lost");
    }
    return tally;
}

} // namespace

class SessionKillTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingFinishedIsLost()
    {
        const int numKills = std::max(qEnvironmentVariableIntValue("TRIFOLD_KILLS"), 200);
        std::vector<std::future<Tally>> runs;
        for (int run = 0; run < kAtOnce; ++run)
            runs.push_back(std::async(std::launch::async, killOften, numKills / kAtOnce,
                                      static_cast<std::uint64_t>(run + 1)));
        Tally all;
        for (auto& run : runs) {
            const Tally one = run.get();
            all.kills += one.kills;
            all.finished += one.finished;
            all.mostLost = std::max(all.mostLost, one.mostLost);
            all.wrong += one.wrong;
        }
        std::printf("kills: %lld, finished turns: %lld, 0 lost; at most %lld ms of text lost\n",
                    static_cast<long long>(all.kills), static_cast<long long>(all.finished),
                    static_cast<long long>(all.mostLost));
        QVERIFY2(all.wrong.empty(), all.wrong.c_str());
        QVERIFY(all.finished > numKills / 4);
    }
};

std::unique_ptr<QObject> makeSessionKillTest()
{
    return std::make_unique<SessionKillTest>();
}

#include "tst_kill.moc"
