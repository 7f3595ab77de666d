#pragma once

// A tool of somebody else, run over files in a box: no network, no home, no environment of ours.
//
// bubblewrap gives it its programs, one writable folder and nothing else; time and what it says are
// limited. Never without the box. Thread: any. Blocks: until it is over.

#include "kernels/base/cancel.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace tf::works {

inline constexpr const char* kToolFolder = "/work"; ///< in the box

struct ToolRun {
    std::filesystem::path program; ///< its whole path
    std::vector<std::string> arguments;
    std::filesystem::path folder; ///< a copy: it may be written to
    std::string subfolder = {}; ///< of it, to start in
    std::filesystem::path box = "/usr/bin/bwrap";
    std::chrono::milliseconds mostTime = std::chrono::seconds(60);
};

struct ToolEnd {
    int exitCode = 0; ///< -1: it was ended
    bool isLate = false; ///< it took too long
    std::string said; ///< the last of it, both streams together
};

/// Unsupported without a box; NotFound where the tool is none of this machine.
Result<ToolEnd> runTool(const ToolRun& run, const CancelToken& cancel);

/// Of bubblewrap, with the tool's behind them.
[[nodiscard]] std::vector<std::string> boxArguments(const ToolRun& run);

} // namespace tf::works
