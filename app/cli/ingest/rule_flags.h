#pragma once

// The options by which a user chooses files of a repository.

#include "app/cli/options.h"
#include "app/ingest/rules/rules.h"

namespace tf::cli {

/// Takes --rule, --take and --max-size.
[[nodiscard]] ingest::RuleChoice readRuleFlags(Options& options);

[[nodiscard]] std::string_view ruleFlagsHelp();

} // namespace tf::cli
