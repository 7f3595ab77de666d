#pragma once

// What the external git may see and do: nothing of this machine but its own programs and libraries.
//
// bubblewrap gives it a root of its own, no home, no processes, no network unless it is needed, and
// one writable folder. The values here are that box as arguments; who runs them is GitRun.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tf::ingest {

inline constexpr const char* kPlaceInBox = "/source";
inline constexpr const char* kBundleInBox = "/bundle";

enum class BoxNetwork : std::uint8_t {
    None,
    ThisMachine, ///< neither proxy nor redirects
    Any,
};

struct GitBox {
    std::filesystem::path place = {}; ///< the one writable folder, kPlaceInBox inside
    std::filesystem::path bundle = {}; ///< kBundleInBox inside; empty: none
    std::filesystem::path caFile = {}; ///< empty: the system's authorities alone
    BoxNetwork network = BoxNetwork::None;
    std::string protocol = {}; ///< the only one that git may speak
    std::int64_t mostFileBytes = 0;
};

/// Of bubblewrap, with git's behind them.
[[nodiscard]] std::vector<std::string> boxArguments(const GitBox& box,
                                                    const std::vector<std::string>& git);
/// All that git gets to know of ours is the proxy.
[[nodiscard]] std::vector<std::string> boxEnvironment(const GitBox& box);

} // namespace tf::ingest
