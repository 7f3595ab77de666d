// A store of many messages: to open it, list it and load of it, how long each question of a search
// takes, and the 95th percentile of all.
//
// usage: bench_session_search [MESSAGES [WORDS]]     (100000 messages of 20 to 120 words)
//
// 1000000 54 makes a file of about 2 GB, in memory where the machine can (/dev/shm).

#include "kernels/base/words.h"
#include "tests/app/session/samples.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <sys/resource.h>

using namespace tf;
using namespace tf::session;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kTurnsASession = 100;
constexpr int kRuns = 40;

double msSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Few words are common and many are rare, as in any language.
std::string wordAt(std::size_t rank)
{
    constexpr std::string_view kCommon[] = {"the", "of", "and", "to", "a", "in", "is", "that"};
    if (rank < std::size(kCommon))
        return std::string(kCommon[rank]);
    switch (rank % 7) {
    case 0:
        return words("snake_case_", rank % 997);
    case 1:
        return words("camelCaseName", rank % 983);
    case 2:
        return words("tf::session::name", rank % 991);
    case 3:
        return words("app/session/file", rank % 977, ".cpp");
    default:
        return words("word", rank);
    }
}

std::string messageOf(test::Gen& gen, int mostWords)
{
    std::string text;
    for (auto count = gen.between(mostWords / 6, mostWords); count > 0; --count) {
        const auto rank = static_cast<std::size_t>(std::pow(30'000.0, gen.unit()) - 1);
        text += wordAt(rank) + " ";
        if (gen.oneIn(12)) {
            for (int idx = 0; idx < 8; ++idx)
                test::appendUtf8(text,
                                 static_cast<char32_t>(0x4e00 + std::pow(3000.0, gen.unit())));
        }
    }
    return text;
}

void fill(const test::StoreFolder& folder, int numMessages, int mostWords)
{
    const auto journal = folder.open();
    test::Gen gen(1, 64);
    for (int turns = 0; turns * 2 < numMessages; turns += kTurnsASession) {
        Session session = {.title = words("session ", turns / kTurnsASession)};
        for (TurnId id = 1; id <= kTurnsASession; ++id) {
            session.turns.push_back({.id = id, .question = {.text = messageOf(gen, mostWords)}});
            session.turns.back().parts = {{PartKind::Text, messageOf(gen, mostWords), "", ""}};
            session.turns.back().ending.state = TurnState::Finished;
        }
        MUST(journal->adopt({std::move(session)}));
    }
}

long peakMegabytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// One step of a start, against its limit.
bool isInTime(const char* what, Clock::time_point begin, double limitMs)
{
    const double took = msSince(begin);
    std::printf("%-24s %9.1f ms, limit %.0f ms: %s\n", what, took, limitMs,
                took <= limitMs ? "ok" : "MISSED");
    return took <= limitMs;
}

/// What a start and a click do.
bool openListLoad(const test::StoreFolder& folder)
{
    auto begin = Clock::now();
    const auto journal = folder.open();
    Reader reader = folder.read();
    bool isGood = isInTime("open", begin, 2000);
    begin = Clock::now();
    const auto lines = MUST(reader.list(Shelf::Kept));
    isGood &= isInTime("list", begin, 1000);
    begin = Clock::now();
    const Session session = MUST(reader.load(lines.at(lines.size() / 2).id));
    isGood &= isInTime("load a session", begin, 200);
    const auto newest = MUST(journal->create({"one more", {}}));
    begin = Clock::now();
    test::addTurn(*journal, newest, "a question", "an answer");
    isGood &= isInTime("add a turn", begin, 200);
    std::printf("%zu sessions, %zu turns in one, at most %ld MB of memory so far\n", lines.size(),
                session.turns.size(), peakMegabytes());
    return isGood && session.turns.size() == kTurnsASession;
}

} // namespace

int main(int argc, char** argv)
{
    const int numMessages = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int mostWords = argc > 2 ? std::atoi(argv[2]) : 120;
    const double limitMs = numMessages > 100'000 ? 200 : 30;
    const test::StoreFolder folder;
    const auto filling = Clock::now();
    fill(folder, numMessages, mostWords);
    std::printf("%d messages kept in %.1f s, a file of %.0f MB\n", numMessages,
                msSince(filling) / 1000,
                static_cast<double>(std::filesystem::file_size(folder.files().database())) / 1e6);
    const bool isOpenedWell = openListLoad(folder);
    Reader reader = folder.read();
    std::string commonPair;
    test::appendUtf8(commonPair, 0x4e01);
    test::appendUtf8(commonPair, 0x4e02);
    const std::string questions[] = {"the",           "the of and",
                                     "\"of the\"",    "word4711",
                                     "snake_case_7",  "camelCaseName982",
                                     "name",          "tf::session::name12",
                                     "session",       "app/session/file3.cpp",
                                     "the word29000", commonPair,
                                     "nothingofthe",  commonPair.substr(0, 3)};
    std::vector<double> all;
    for (const std::string& question : questions) {
        std::vector<double> times;
        std::size_t numFound = 0;
        for (int run = 0; run < kRuns; ++run) {
            const auto begin = Clock::now();
            numFound = MUST(reader.search({question, LastWord::Open})).size();
            times.push_back(msSince(begin));
        }
        std::sort(times.begin(), times.end());
        all.insert(all.end(), times.begin(), times.end());
        std::printf("%-24s %3zu found  median %6.2f ms  p95 %6.2f ms\n", question.c_str(), numFound,
                    times[kRuns / 2], times[kRuns * 95 / 100]);
    }
    std::sort(all.begin(), all.end());
    const double p95 = all[all.size() * 95 / 100];
    std::printf(
        "search over %d messages, p95 %.2f ms, limit %.0f ms: %s; at most %ld MB of memory\n",
        numMessages, p95, limitMs, p95 <= limitMs ? "ok" : "MISSED", peakMegabytes());
    return isOpenedWell && p95 <= limitMs ? 0 : 1;
}
