#pragma once

// Sessions as a user would have them after some weeks: titles short and long, of many days, some
// in the trash.

#include "app/session/session.h"

namespace tf::test {

/// The newest is the sample conversation.
[[nodiscard]] std::vector<session::Session> preparedTalks();
/// Asked three times in other words, and changed again below.
[[nodiscard]] session::Session branchedTalk();
[[nodiscard]] session::Session stoppedTalk();
[[nodiscard]] session::Session failedTalk();
[[nodiscard]] session::Session longTalk();
[[nodiscard]] session::Session hebrewTalk();

} // namespace tf::test
