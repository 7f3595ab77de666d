#pragma once

// The options of every verb that runs a model: on what, split how, in which number formats.

#include "app/cli/options.h"
#include "engine/run/group_options.h"

namespace tf::cli {

/// Fast: bf16 activations and cache. Exact: float32 everywhere, for comparing with references.
enum class DefaultPrecision : std::uint8_t { Fast, Exact };

/// Takes --ranks, --experts, --threads, --precision, --weights, --cache. Limits stay as they are.
engine::GroupOptions readGroupFlags(Options& options, DefaultPrecision precision);

/// Their help, for a verb's usage.
std::string_view groupFlagsHelp();

} // namespace tf::cli
