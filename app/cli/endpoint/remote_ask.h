#pragma once

// m3 ask --endpoint: a question to a server, its answer as it is written, kept as a session.

#include <span>
#include <string>
#include <string_view>

namespace tf::cli {

/// Whether `m3 ask` is asked for a server.
[[nodiscard]] bool asksServer(std::span<const std::string> arguments);

/// Lines for the usage of m3 ask.
[[nodiscard]] std::string_view remoteAskHelp();

int runRemoteAsk(std::span<const std::string> arguments);

} // namespace tf::cli
