#include "tests/ui/transcript/sample.h"

namespace tf::test {

namespace {

using session::Part;
using session::PartKind;
using session::Session;
using session::Turn;
using session::TurnState;

constexpr std::int64_t kBegan = 1'763'733'720'000; // 21 Nov 2025, 14:02

constexpr const char* kReasoning =
    "The recording shows the spinner restarting at 02:13. That is the retry path, so the question "
    "is where the delay comes from.\n\nThe cap is applied **before** the jitter is added, which "
    "means `delay` can exceed `kMaxDelay`.";

constexpr const char* kAnswer = R"(At **02:13** the spinner restarts because the request is sent
again without waiting: the cap on the delay is lost when jitter is added. See
[the retry section of RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2) for which
methods may be repeated at all.

## What happens

1. `send()` fails with a time-out after 30 s.
2. `delayFor(attempt)` doubles the delay:
   - the first attempt waits 250 ms,
   - the sixth already 8 s.
3. The jitter is added *after* the cap, so the sum passes it.

```cpp src/net/retry.cpp
std::chrono::milliseconds Retry::delayFor(int attempt) const
{
    // The cap holds for the sum: jitter must not push the delay beyond it.
    const auto base = kFirstDelay * (1 << std::min(attempt, 16));
    const auto jitter = std::chrono::milliseconds(m_random.below(250));
    return std::min<std::chrono::milliseconds>(base + jitter, kMaxDelay);
}
```

| Attempt | Delay before | Delay now | Sent |
|--------:|-------------:|----------:|:-----|
| 1 | 250 ms | 250 ms | at once |
| 4 | 2.0 s | 2.0 s | after the cap check |
| 6 | 8.2 s | **5.0 s** | after the cap check |

> A client that retries without a limit turns a short outage into a long one.

- [x] Cap applied to the sum
- [ ] A test that fails without it
)";

constexpr const char* kPatch = R"(--- a/src/net/retry.cpp
+++ b/src/net/retry.cpp
@@ -41,6 +41,5 @@
     const auto base = kFirstDelay * (1 << attempt);
-    const auto capped = std::min(base, kMaxDelay);
-    return capped + jitter();
+    return std::min(base + jitter(), kMaxDelay);
 }
)";

Part part(PartKind kind, std::string text, std::string name = {})
{
    return {.kind = kind, .text = std::move(text), .name = std::move(name), .callId = "1"};
}

Turn turnOf(session::TurnId id, std::string question)
{
    Turn turn;
    turn.id = id;
    turn.question.parent = id - 1;
    turn.question.text = std::move(question);
    turn.question.settings.endpoint = "local";
    turn.question.settings.model = "MiniMax-M3";
    turn.beganAt = kBegan + id * 60'000;
    turn.endedAt = turn.beganAt + 18'000;
    turn.ending.state = TurnState::Finished;
    turn.ending.usage = {.prompt = 226'000, .cached = 210'000, .reasoning = 1'204, .answer = 738};
    return turn;
}

Session sessionOf(std::vector<Turn> turns)
{
    Session session;
    session.id = "0123456789abcdef0123456789abcdef";
    session.turns = std::move(turns);
    return session;
}

} // namespace

Session sampleSession()
{
    Turn first = turnOf(1,
                        "Where does the retry go wrong in the recording?\nThe spinner starts "
                        "again after about two minutes.");
    first.question.attachments = {{"1", "image/png", "spinner.png"},
                                  {"2", "video/mp4", "recording-2025-11-21.mp4"},
                                  {"3", "text/x-trifold-files", "billing @ 3f2c1a +2"}};
    first.parts = {part(PartKind::Reasoning, kReasoning), part(PartKind::Text, kAnswer)};
    Turn second = turnOf(2, "Please fix it.");
    second.parts = {
        part(PartKind::Reasoning, "A small patch is enough."),
        part(PartKind::ToolCall, R"({"path":"src/net/retry.cpp","lines":[38,48]})", "read_file"),
        part(PartKind::ToolResult, "    const auto base = …\n", "read_file"),
        part(PartKind::Text, "The cap now holds for the sum of delay and jitter:"),
        part(PartKind::Patch, kPatch, "src/net/retry.cpp")};
    return sessionOf({first, second});
}

std::string longAnswer(int numLines)
{
    std::string text;
    int line = 0;
    for (int piece = 0; line < numLines; ++piece) {
        text += "## Part " + std::to_string(piece) + "\n\n";
        for (int idx = 0; idx < 12; ++idx)
            text += "Line " + std::to_string(piece * 50 + idx)
                + " says **something** about `value` and goes on for a while so that it is as long "
                  "as a line of an answer.\n\n";
        text += "```cpp\n";
        for (int idx = 0; idx < 20; ++idx)
            text += "    const auto value" + std::to_string(idx) + " = compute("
                + std::to_string(piece) + ", \"text\"); // why\n";
        text += "```\n\n| a | b |\n|---|---|\n| one | two |\n| three | four |\n\n";
        line += 50;
    }
    return text;
}

Session longSession(int numLines)
{
    Turn turn = turnOf(1, "Tell me everything.");
    turn.parts = {part(PartKind::Text, longAnswer(numLines))};
    return sessionOf({turn});
}

Session hebrewSession()
{
    Turn turn = turnOf(1, "איפה הניסיון החוזר משתבש?");
    turn.parts = {
        part(PartKind::Text,
             "## מה קורה\n\nהבקשה נשלחת שוב ללא המתנה, ראו `retry.cpp`:\n\n- הניסיון הראשון "
             "ממתין 250 אלפיות שנייה\n- השישי כבר 8 שניות\n\n```cpp\nreturn "
             "std::min(base + jitter, kMaxDelay);\n```\n\nThe rest of it is in English.\n\n| "
             "ניסיון | זמן |\n|---|---|\n| 1 | 250 ms |\n| 6 | 5 s |\n")};
    return sessionOf({turn});
}

Session treeSession(const std::vector<session::TurnId>& parents)
{
    std::vector<Turn> turns;
    for (const session::TurnId parent : parents) {
        const auto id = static_cast<session::TurnId>(turns.size()) + 1;
        Turn& turn = turns.emplace_back(turnOf(id, "Question " + std::to_string(id)));
        turn.question.parent = parent;
        turn.parts = {part(PartKind::Text, "Answer " + std::to_string(id) + ".")};
    }
    return sessionOf(std::move(turns));
}

Session mediaSession()
{
    Turn turn = turnOf(1, "What differs between the two, and when does it break?");
    auto& all = turn.question.attachments;
    all.push_back({"p", "image/png", "before the change.png"});
    for (int frame = 0; frame < 30; ++frame) {
        all.push_back({frame == 0 ? "c" : "f" + std::to_string(frame), "image/png", "retry.mp4"});
        all.back().clip = 1;
        all.back().seconds = std::to_string(frame * 1.5);
    }
    all.push_back({"v", "video/mp4", "whole recording.mp4"});
    all.push_back({"gone", "image/png", "gone.png"});
    all.push_back({"t", "text/plain", "notes.txt"});
    turn.parts = {part(PartKind::Text, "It breaks at [02:13].")};
    return sessionOf({turn});
}

workspace::KeptMedium shownMedium(int width, int height)
{
    workspace::KeptMedium medium;
    medium.state = workspace::KeptMedium::State::Shown;
    medium.width = width;
    medium.height = height;
    medium.bytes = 2'300'000;
    medium.tokens = 1702;
    medium.preview.width = 192;
    medium.preview.height = 192 * height / width;
    std::vector<std::uint8_t> rgb;
    for (int y = 0; y < medium.preview.height; ++y) {
        for (int x = 0; x < medium.preview.width; ++x)
            for (const int shade : {60 + x / 2, 110 + y, 200 - x / 3})
                rgb.push_back(static_cast<std::uint8_t>(shade));
    }
    medium.preview.rgb = std::make_shared<const std::vector<std::uint8_t>>(std::move(rgb));
    return medium;
}

Session failedSession()
{
    const char* reasons[] = {
        "the server answered 401 (code 1004): login fail: Please carry the API secret key",
        "api.example.org: connection refused",
        "the server answered 503: upstream connect error or disconnect/reset before headers",
        "the server answered 400: This model's maximum context length is 524,288 tokens",
        "the connection was lost after 214 pieces of the answer",
    };
    std::vector<Turn> turns;
    for (const char* reason : reasons) {
        Turn& turn = turns.emplace_back(turnOf(std::ssize(turns) + 1, "And then?"));
        turn.question.settings.endpoint = "work";
        turn.ending.state = TurnState::Failed;
        turn.ending.reason = reason;
    }
    turns.back().parts = {part(PartKind::Text, "It looks into the prefix cache first and")};
    return sessionOf(std::move(turns));
}

Session brokenSession()
{
    Turn first = turnOf(1, "What does the scheduler do when a page is missing?");
    first.parts = {part(PartKind::Text, "It looks into the prefix cache first and")};
    first.ending.state = TurnState::Interrupted;
    Turn second = turnOf(2, "And then?");
    second.ending.state = TurnState::Failed;
    second.ending.reason = "HTTP 502 from api.example.org: upstream connect error or disconnect";
    return sessionOf({first, second});
}

} // namespace tf::test
