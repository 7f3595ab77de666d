#pragma once

// `m3 ingest`: what of a source would be sent, how many tokens it is, and why the rest stays.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb ingestVerb();

} // namespace tf::cli
