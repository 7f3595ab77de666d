#pragma once

// What is otherwise now than in what was sent: files added, changed and removed since an answer.
//
// A follow-up sends these alone: what stands in the prompt already stays as it is, and the model's
// prefix cache with it. Thread: any.

#include "app/ingest/pack/pack.h"

#include <span>

namespace tf::ingest {

struct Changes {
    std::vector<std::size_t> added; ///< entries of the listing
    std::vector<std::size_t> changed;
    std::vector<std::string> removed; ///< paths; of files that are gone or left out now
    /// Included entries whose content nobody has read yet, so that nobody can say.
    std::vector<std::size_t> unread;

    [[nodiscard]] bool empty() const
    {
        return added.empty() && changed.empty() && removed.empty() && unread.empty();
    }
    bool operator==(const Changes&) const = default;
};

/// `sent`: the manifests of all turns up to the answer, the first one first; later items of a path
/// count. What a turn cut off is not "added" by the next one: `cuts` names those paths.
[[nodiscard]] Changes changesSince(std::span<const session::ManifestItem> sent,
                                   const std::vector<Cut>& cuts, const Listing& listing);

/// A plan of added and changed files alone; their removal is said in the text's last line.
[[nodiscard]] PackPlan planChanges(const Listing& listing, const Changes& changes,
                                   const Counts& counts, const CountText& count = roughCount);

/// The manifest names what is gone as well, without content, so that it is said once.
/// Requires: `plan` is planChanges() of these.
Result<Pack> writeChanges(const Listing& listing, const Changes& changes, const PackPlan& plan,
                          const ReadFile& read);

} // namespace tf::ingest
