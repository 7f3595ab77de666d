// What an answer costs the disk, in bytes given to the kernel; the length of the chat must not
// count.

#include "tests/app/session/faults/tests.h"
#include "tests/app/session/samples.h"
#include "tests/support/test_table.h"

#include <fstream>

using namespace tf;
using namespace tf::session;

namespace {

constexpr std::int64_t kMostBytes = 8 << 20;
constexpr int kTokens = 2000;
constexpr int kTokensAFlush = 5; ///< at 50 tokens a second, every 100 ms

std::int64_t bytesWritten()
{
    std::ifstream counters("/proc/self/io");
    std::string name;
    std::int64_t value = 0;
    while (counters >> name >> value) {
        if (name == "wchar:")
            return value;
    }
    return 0;
}

/// The bytes that one answer takes in a chat that holds `chatBytes` already.
std::int64_t costOfAnswer(std::size_t chatBytes)
{
    const test::StoreFolder folder;
    auto journal = folder.open();
    const auto id = MUST(journal->create({"chat", {}}));
    std::string text;
    for (int word = 0; text.size() < std::min<std::size_t>(chatBytes, 1 << 20); ++word)
        text += "word" + std::to_string(word % 5000) + " ";
    for (std::size_t size = 0; size < chatBytes; size += text.size())
        test::addTurn(*journal, id, "and then?", text);
    journal.reset(); // what came before is checkpointed
    journal = folder.open();
    const auto before = bytesWritten();
    const TurnId turn = MUST(journal->begin(id, {.text = "one more"}));
    for (int token = 0; token < kTokens; token += kTokensAFlush) {
        const Event event = {
            .session = id,
            .change = PartsGrew{turn, {{PartKind::Text, " five tokens of text here", "", ""}}}};
        MUST(journal->append({&event, 1}));
    }
    MUST(journal->end(id, turn, {}));
    journal.reset();
    return bytesWritten() - before;
}

} // namespace

class SessionWriteCostTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerCostsTheSameInAnyChat()
    {
        const auto inShort = costOfAnswer(5'000);
        const auto inLong = costOfAnswer(
            std::size_t(std::max(qEnvironmentVariableIntValue("TRIFOLD_CHAT_MB"), 6)) << 20);
        std::printf(
            "an answer of %d tokens writes %.2f MB in a short chat, %.2f MB in a long one\n",
            kTokens, static_cast<double>(inShort) / (1 << 20),
            static_cast<double>(inLong) / (1 << 20));
        QVERIFY(inShort > 0);
        QVERIFY(inShort <= kMostBytes);
        QVERIFY(inLong <= kMostBytes);
        QVERIFY(std::abs(inLong - inShort) * 10 <= inShort);
    }
};

std::unique_ptr<QObject> makeSessionWriteCostTest()
{
    return std::make_unique<SessionWriteCostTest>();
}

#include "tst_write_cost.moc"
