#pragma once

// A repository of the command line on its way into a question: options, what is told of it, and the
// gate.
//
// Everything is told on standard error before anything is sent.

#include "app/cli/ingest/repository_policy.h"
#include "app/cli/ingest/rule_flags.h"
#include "app/cli/ingest/sent_again.h"

namespace tf::cli {

struct RepositoryFlags {
    std::optional<SourceFlags> source; ///< none: no repository is sent for the first time
    std::optional<KeptRepository> kept; ///< that was sent before
    ingest::RuleChoice choice;
    ingest::Budget budget; ///< of all words
    draft::LeakPolicy policy = draft::LeakPolicy::Block; ///< where something leaves this machine
    settings::Agreed agreed = settings::Agreed::No; ///< --allow-remote
};

/// Takes --repo, --budget, --redact, --send-secrets, --allow-remote and those of readRuleFlags(). A
/// session that goes on has a repository and a budget already; null: a new one.
[[nodiscard]] RepositoryFlags readRepositoryFlags(Options& options,
                                                  const ContinuedSession* continued = nullptr);

[[nodiscard]] std::string_view repositoryFlagsHelp();

/// Puts repository and words through the gate into the draft. Denied when there are findings that
/// nobody allowed: all of them are listed. Blocks: until all is read.
Result<> addRepository(draft::Draft& draft, const RepositoryFlags& flags, const Room& room,
                       draft::LeakGate& gate, const CancelToken& cancel);

} // namespace tf::cli
