#pragma once

// The source that a user names on the command line: a folder, a bundle, an archive, a git address;
// brought to this machine, it can be read.

#include "app/cli/options.h"
#include "app/draft/repository_part.h"
#include "app/ingest/obtain/obtain.h"

namespace tf::cli {

struct SourceFlags {
    std::string named; ///< as the user wrote it
    ingest::ObtainChoice choice;
};

/// Takes --ref and --fetch.
[[nodiscard]] SourceFlags readSourceFlags(Options& options, std::string named);

[[nodiscard]] std::string_view sourceFlagsHelp();

struct BroughtSource {
    draft::RepositoryWish wish;
    std::vector<std::string> notices;
    /// While it lives, what was fetched is not cleared away; none of a folder of the user's.
    std::shared_ptr<const ingest::SourceUse> use;
};

/// Progress is told on standard error. Blocks: until it is there.
Result<BroughtSource> bringSource(const SourceFlags& flags, const ingest::RuleChoice& choice,
                                  const CancelToken& cancel);

} // namespace tf::cli
