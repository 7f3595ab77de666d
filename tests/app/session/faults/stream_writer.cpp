// Streams answers into a store until it is killed, and tells on standard output what it did.
//
// usage: stream_writer FOLDER
//
//   session ID      a session was made
//   begun TURN      a turn is in the store
//   sent TEXT       handed to the store; TEXT is the time in milliseconds
//   ended TURN      the turn is finished and in the store
// A line is written with one call, so that what the reader has was really done.

#include "app/session/store.h"
#include "kernels/base/words.h"
#include "tests/app/session/awaited.h"

#include <unistd.h>

using namespace tf;
using namespace tf::session;
using test::awaited;

namespace {

void tell(const std::string& line)
{
    const std::string whole = line + "\n";
    CHECK(::write(1, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size()), "a pipe");
}

std::int64_t now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void answerOnce(Store& store, const SessionId& id, int numTokens)
{
    const auto turn =
        MUST(awaited<TurnId>([&](auto to) { store.begin(id, {.text = "go on"}, to); }));
    tell(words("begun ", turn));
    for (int token = 0; token < numTokens; ++token) {
        const std::string text = std::to_string(now());
        store.stream(id, turn, {PartKind::Text, text + " ", "", ""});
        tell("sent " + text);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    MUST(awaited<Seq>([&](auto to) { store.end(id, turn, {}, to); }));
    tell(words("ended ", turn));
}

} // namespace

int main(int argc, char** argv)
{
    CHECK(argc == 2, "usage: stream_writer FOLDER");
    const auto store = MUST(Store::open({.place = {.folder = argv[1]}}));
    const auto id = MUST(awaited<SessionId>([&](auto to) { store->create({"streamed", {}}, to); }));
    tell("session " + id);
    for (int turn = 0;; ++turn)
        answerOnce(*store, id, 10 + turn % 5 * 30);
}
