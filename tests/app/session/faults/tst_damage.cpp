// Stores with flipped bits, cut ends and blank blocks. TRIFOLD_DAMAGES=1000 for the long run.

#include "app/session/replay.h"
#include "app/session/store/event_rows.h"
#include "kernels/base/words.h"
#include "tests/app/session/faults/tests.h"
#include "tests/app/session/samples.h"
#include "tests/support/test_table.h"

#include <map>

using namespace tf;
using namespace tf::session;

namespace {

std::string damaged(test::Gen& gen, std::string bytes)
{
    switch (gen.below(3)) {
    case 0:
        for (auto count = gen.between(1, 20); count > 0; --count)
            bytes[gen.below(bytes.size())] ^= static_cast<char>(1 << gen.below(8));
        return bytes;
    case 1:
        return bytes.substr(0, gen.below(bytes.size()));
    default:
        const auto size = static_cast<std::size_t>(512) << gen.below(6);
        const auto begin = gen.below(bytes.size() / 512) * 512;
        bytes.replace(begin, std::min(size, bytes.size() - begin),
                      std::string(std::min(size, bytes.size() - begin), '\0'));
        return bytes;
    }
}

std::map<Seq, EventRow> eventsIn(const std::filesystem::path& path)
{
    std::map<Seq, EventRow> rows;
    Database database = MUST(Database::open(path, Mode::Read, ""));
    MUST(eachEvent(database, [&rows](const Event& event) -> Result<> {
        rows[event.seq] = TRY(rowOf(event));
        return {};
    }));
    return rows;
}

} // namespace

class SessionDamageTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        test::Gen gen(3, 200);
        {
            const auto journal = m_whole.open();
            for (int session = 0; session < 4; ++session) {
                const auto id = MUST(journal->create({gen.text(), {}}));
                for (int turn = 0; turn < 12; ++turn)
                    test::addTurn(*journal, id, gen.text(),
                                  gen.text() + std::string(gen.below(6000), 'a'));
            }
        }
        m_bytes = test::contentOf(m_whole.files().database());
        m_events = eventsIn(m_whole.files().database());
    }

    void whatCanBeReadIsKept()
    {
        const int numFiles = std::max(qEnvironmentVariableIntValue("TRIFOLD_DAMAGES"), 100);
        test::Gen gen(4, 64);
        std::size_t recovered = 0;
        int numRescued = 0;
        for (int file = 0; file < numFiles; ++file) {
            const std::string bytes = damaged(gen, m_bytes);
            const test::StoreFolder folder;
            std::filesystem::create_directories(folder.place().folder);
            test::put(folder.files().database(), bytes);
            const std::string wrong = wrongAfter(folder, bytes, recovered, numRescued);
            QVERIFY2(wrong.empty(), words("file ", file, ": ", wrong).c_str());
        }
        std::printf(
            "damaged files: %d, rescued: %d, 0 crashes; %.1f %% of their events recovered\n",
            numFiles, numRescued,
            100.0 * static_cast<double>(recovered)
                / static_cast<double>(m_events.size() * static_cast<std::size_t>(numFiles)));
        QVERIFY(numRescued > numFiles / 2);
    }

private:
    /// Nothing false is believed, nothing readable is dropped, the damaged file is kept.
    std::string wrongAfter(const test::StoreFolder& folder, const std::string& bytes,
                           std::size_t& recovered, int& numRescued)
    {
        std::optional<Rescued> rescued;
        {
            auto journal = Journal::open(folder.place());
            if (!journal)
                return journal.error().text;
            rescued = (*journal)->report().rescued;
            if (auto made = (*journal)->create({"after", {}}); !made)
                return made.error().text;
        }
        auto events = eventsIn(folder.files().database());
        events.erase(std::prev(events.end()));
        for (const auto& [seq, row] : events) {
            const bool isInterruption = !m_events.contains(seq);
            if (!isInterruption && m_events.at(seq).sum != row.sum && row.kind != "turnEnded")
                return words("event ", seq, " is another one");
        }
        recovered += std::min(events.size(), m_events.size());
        if (!rescued)
            return events.size() >= m_events.size() ? "" : "events are gone and nobody was told";
        ++numRescued;
        if (test::contentOf(rescued->aside) != bytes)
            return "the damaged file was changed";
        const bool isCounted =
            rescued->events <= static_cast<std::int64_t>(events.size()) && !rescued->reason.empty();
        return isCounted ? "" : "the counts are wrong";
    }

    test::StoreFolder m_whole;
    std::string m_bytes;
    std::map<Seq, EventRow> m_events;
};

std::unique_ptr<QObject> makeSessionDamageTest()
{
    return std::make_unique<SessionDamageTest>();
}

#include "tst_damage.moc"
