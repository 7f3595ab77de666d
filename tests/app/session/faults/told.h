#pragma once

// What a stream_writer said that it did, held against the store that it left behind.

#include "app/session/session.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace tf::test {

struct Told {
    struct Answer {
        std::string text;
        bool ended = false;
    };
    session::SessionId session;
    std::map<session::TurnId, Answer> turns;
};

[[nodiscard]] Told readTold(std::string_view lines);

struct Losses {
    std::string wrong; ///< what should not be; empty when all is well
    std::int64_t milliseconds = 0; ///< of text that was sent last and is not there
};

/// Finished turns whole, the others a beginning of what was sent, nothing else.
[[nodiscard]] Losses compare(const Told& told, const session::Session& kept);

} // namespace tf::test
