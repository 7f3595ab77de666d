#pragma once

// m3 ask --endpoint: a question to a server, its answer as it is written, kept as a session.

#include "app/cli/session/continued_session.h"

#include <span>

namespace tf::cli {

/// Whether `m3 ask` is asked for a server: by name, or because the session that goes on was.
[[nodiscard]] bool asksServer(std::span<const std::string> arguments,
                              const std::optional<ContinuedSession>& continued);

/// Lines for the usage of m3 ask.
[[nodiscard]] std::string_view remoteAskHelp();

int runRemoteAsk(Options options, QuestionPlace place);

} // namespace tf::cli
