#include "tests/ui/shots/prepared_talks.h"

#include "tests/ui/transcript/sample.h"

namespace tf::test {

namespace {

using session::PartKind;
using session::Session;
using session::Turn;
using session::TurnId;
using session::TurnState;

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr std::int64_t kNow = 1'763'735'400'000; // 21 Nov 2025, 14:30, as the pinned clock

struct TalkRow {
    const char* title;
    std::int64_t ago; ///< milliseconds before now
    int numTurns;
    bool isTrashed = false;
};

constexpr TalkRow kTalks[] = {
    {"Why does the spinner restart?", 21 * kMinute, 2},
    {"Terraform from the whiteboard of the outage review, second half", 95 * kMinute, 11},
    {"retry.cpp", 5 * 60 * kMinute, 1},
    {"Recording of the checkout", kDay, 4},
    {"Pflichtenheft für die Abrechnungsschnittstelle", kDay + 40 * kMinute, 7},
    {"Где теряется предел ожидания?", 3 * kDay, 3},
    {"Unicode in paths: /srv/ünïcode/very_long_folder_name/without_any_space", 5 * kDay, 2},
    {"Diagram of the billing service", 9 * kDay, 26},
    {"", 11 * kDay, 1},
    {"Which tests are slow, and why", 16 * kDay, 5},
    {"מדריך לתיקון", 40 * kDay, 2},
    {"The first question", 70 * kDay, 1},
    {"A test of an endpoint", 2 * kDay, 1, true},
    {"Old notes on the importer", 6 * kDay, 9, true},
};

Turn shortTurn(TurnId id, TurnId parent, const char* question, const char* answer)
{
    Turn turn;
    turn.id = id;
    turn.question.parent = parent;
    turn.question.text = question;
    turn.question.settings.endpoint = "work";
    turn.question.settings.model = "MiniMax-M3";
    turn.parts = {{.kind = PartKind::Text, .text = answer, .name = {}, .callId = {}}};
    turn.ending.state = TurnState::Finished;
    turn.ending.usage = {.prompt = 1'420, .cached = 0, .reasoning = 0, .answer = 31};
    return turn;
}

/// As if it was asked with "work", its last turn so long ago.
Session dated(Session session, const char* id, const char* title, std::int64_t ago)
{
    session.id = id;
    session.title = title;
    session.settings.request.endpoint = "work";
    session.settings.request.model = "MiniMax-M3";
    session.createdAt = kNow - ago - kMinute * 60;
    std::int64_t began = kNow - ago - static_cast<std::int64_t>(session.turns.size()) * kMinute;
    for (Turn& turn : session.turns) {
        turn.question.settings.endpoint = "work";
        turn.beganAt = began;
        turn.endedAt = began + 18'000;
        began += kMinute;
    }
    return session;
}

std::string idOf(std::size_t number)
{
    std::string id(32, '0');
    id[30] = static_cast<char>('a' + number / 10);
    id[31] = static_cast<char>('0' + number % 10);
    return id;
}

} // namespace

std::vector<Session> preparedTalks()
{
    std::vector<Session> talks;
    for (const TalkRow& row : kTalks) {
        Session talk;
        for (TurnId turn = 1; turn <= row.numTurns; ++turn)
            talk.turns.push_back(shortTurn(turn, turn - 1, "Where does the spinner restart?",
                                           "It restarts where the retry begins again."));
        if (talks.empty())
            talk = sampleSession();
        talk = dated(talk, idOf(talks.size()).c_str(), row.title, row.ago);
        talk.trashedAt = row.isTrashed ? kNow - row.ago : 0;
        talks.push_back(std::move(talk));
    }
    return talks;
}

Session branchedTalk()
{
    Session talk;
    talk.turns = {
        shortTurn(1, 0, "Where does the retry go wrong?",
                  "The cap is lost in `net/retry.cpp`: jitter is added after it was applied."),
        shortTurn(2, 1, "Fix it.", "Apply the cap to the sum of delay and jitter."),
        shortTurn(3, 1, "Fix it, and write a test.",
                  "Apply the cap to the sum.\n\n```cpp\nQVERIFY(delayFor(9) <= kMaxDelay);\n```"),
        shortTurn(4, 3, "Which other places do the same?",
                  "1. `net/poll.cpp`\n2. `sync/lease.cpp`\n\nBoth add their jitter last."),
        shortTurn(5, 2, "Which other places do the same?", "`net/poll.cpp` does."),
        shortTurn(6, 4, "Mend them too.", "Done: two files, six lines."),
    };
    return dated(std::move(talk), "b0000000000000000000000000000001", "Where the cap is lost",
                 4 * kMinute);
}

Session stoppedTalk()
{
    Session talk = brokenSession();
    talk.turns.resize(1);
    return dated(std::move(talk), "b0000000000000000000000000000002", "A test for the retry",
                 4 * kMinute);
}

Session failedTalk()
{
    return dated(brokenSession(), "b0000000000000000000000000000003", "A test for the retry",
                 4 * kMinute);
}

Session longTalk()
{
    return dated(longSession(600), "b0000000000000000000000000000004", "Everything about it",
                 4 * kMinute);
}

Session hebrewTalk()
{
    return dated(hebrewSession(), "b0000000000000000000000000000005", "איפה הניסיון החוזר משתבש?",
                 4 * kMinute);
}

} // namespace tf::test
