#pragma once

// One thing that m3 can do: its name, its help, and the function that does it.

#include <span>
#include <string>
#include <string_view>

namespace tf::cli {

/// What a verb hands to the shell.
enum ExitCode : int {
    kDone = 0,
    kFailed = 1, ///< the world failed; the reason is on standard error
    kMisused = 2, ///< the command line makes no sense; so is what would
};

struct Verb {
    std::string_view name;
    std::string_view summary; ///< half a line in the list of verbs
    std::string_view usage; ///< the whole help of this verb, ending in a newline
    int (*run)(std::span<const std::string> arguments); ///< without the verb's own name
};

} // namespace tf::cli
