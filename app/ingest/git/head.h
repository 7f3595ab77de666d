#pragma once

// What HEAD stands for: a branch, a commit, or a branch that has no commit yet.
//
// References are read by this parser alone, from files beneath the git folder; a reference that
// leads to others ends after five.

#include "app/ingest/git/object_name.h"
#include "app/ingest/reader/beneath/open_folder.h"

namespace tf::ingest {

struct Head {
    std::string branch; ///< "main"; empty: detached
    std::optional<ObjectName> commit; ///< nothing: the branch is not born yet
};

/// Corrupt when it makes no sense; Unsupported when names are SHA-256.
Result<Head> readHead(const OpenFolder& git);

/// The commit that a line of packed-refs gives to a reference.
[[nodiscard]] std::optional<ObjectName> findPacked(std::string_view packedRefs,
                                                   std::string_view reference);

} // namespace tf::ingest
