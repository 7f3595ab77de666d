#pragma once

// Whatever a user names as a source becomes a folder or bare repository that can be read.
//
// A folder is itself; a git bundle, an archive and a git address are fetched into the cache, by
// processes that can reach nothing else. Nothing of it is executed or obeyed, and nothing half
// fetched is ever returned. Thread: any. Blocks: until it is there; cancel ends it at once.

#include "app/ingest/obtain/choice.h"
#include "kernels/base/cancel.h"
#include "kernels/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tf::ingest {

class SourceUse;

struct Obtained {
    std::filesystem::path root; ///< a folder, or a bare repository
    std::string title;
    std::vector<std::string> notices; ///< what was left out or done otherwise, for the user
    /// While one lives, what lies in the cache is not cleared away; a folder of the user's has
    /// none.
    std::shared_ptr<const SourceUse> use = {};
};

/// `what`: a path, or a git address. Errors are for the user, and never show a password.
Result<Obtained> obtain(std::string_view what, const ObtainChoice& choice,
                        const CancelToken& cancel, const ObtainSink& progress = {});

} // namespace tf::ingest
