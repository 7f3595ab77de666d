#pragma once

// Finds the verb that a command line names and runs it; answers --help and --version.

#include "app/cli/verb.h"

#include <vector>

namespace tf::cli {

/// Requires: `arguments` without the program's name. Returns the exit code.
int runCommandLine(std::span<const Verb> verbs, std::span<const std::string> arguments);

/// "m3: message" on standard error, with how to get help; returns kMisused.
int misused(std::string_view verb, std::string_view message);

/// "m3: message" on standard error; returns kFailed.
int failed(std::string_view message);

} // namespace tf::cli
