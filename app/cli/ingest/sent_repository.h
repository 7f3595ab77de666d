#pragma once

// A repository of the command line on its way into a question: options, what is told of it, and the
// gate.
//
// Everything is told on standard error before anything is sent.

#include "app/cli/ingest/rule_flags.h"
#include "app/cli/ingest/source_flags.h"
#include "app/draft/draft.h"

namespace tf::cli {

struct RepositoryFlags {
    std::optional<SourceFlags> source; ///< none: no repository is sent
    ingest::RuleChoice choice;
    ingest::Budget budget; ///< of all words
    draft::LeakPolicy policy = draft::LeakPolicy::Block; ///< where something leaves this machine
};

/// Takes --repo, --budget, --redact, --send-secrets and those of readRuleFlags().
[[nodiscard]] RepositoryFlags readRepositoryFlags(Options& options);

[[nodiscard]] std::string_view repositoryFlagsHelp();

/// What the repository is counted with, and what there is room for.
struct Room {
    const text::Tokenizer* tokenizer = nullptr; ///< null: estimates
    /// For all words, where the user gave no budget; nothing: as many as there are.
    ingest::Budget tokens;
};

/// Puts repository and words through the gate into the draft. Denied when there are findings that
/// nobody allowed: all of them are listed. Blocks: until all is read.
Result<> addRepository(draft::Draft& draft, const RepositoryFlags& flags, const Room& room,
                       draft::LeakGate& gate, const CancelToken& cancel);

} // namespace tf::cli
