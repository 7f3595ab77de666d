#pragma once

// What the user says of a repository: whether it may go to a server, and to which.
//
// Kept in the settings by the repository's place, never inside of it: nothing that a repository
// contains has a say in what becomes of it. Thread: any.

#include "kernels/base/result.h"

#include <string>
#include <vector>

namespace tf::settings {

enum class Leaving : std::uint8_t { Never, Ask, Hosts };

struct RepositoryRule {
    std::string root; ///< the folder or archive from "/", or the address it is fetched from
    Leaving leaving = Leaving::Never;
    std::vector<std::string> hosts; ///< of Hosts

    bool operator==(const RepositoryRule&) const = default;
};

/// The names that stand in the file for each Leaving, in its order.
inline constexpr const char* kLeavingNames[] = {"never", "ask", "hosts"};

/// As rules name it: without links and dots. Blocks: on the disk.
[[nodiscard]] std::string rootOf(const std::string& sourceAsNamed);

/// Those that hold for a source: of the nearest folder that it lies in, and of all that lie in it,
/// since they go along.
[[nodiscard]] std::vector<RepositoryRule> rulesFor(const std::vector<RepositoryRule>& rules,
                                                   const std::string& root);

/// Whether the user was asked, and agreed.
enum class Agreed : std::uint8_t { No, Yes };

/// Denied, with the reason, unless all rules for the source let it go to that host.
Result<> mayLeave(const std::vector<RepositoryRule>& rules, const std::string& root,
                  const std::string& host, Agreed agreed);

/// One rule in words: "never goes to a server".
[[nodiscard]] std::string inWords(const RepositoryRule& rule);

} // namespace tf::settings
