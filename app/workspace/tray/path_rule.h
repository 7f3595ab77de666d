#pragma once

// A path of a source that the user lets in or leaves out, as a rule of their choice.
//
// Thread: any.

#include "app/ingest/listing.h"
#include "app/ingest/rules/rules.h"

namespace tf::workspace {

enum class Wanted : std::uint8_t { No, Yes };

/// What stands for more in a glob stands for itself in this one.
[[nodiscard]] std::string globOf(std::string_view path);

/// "-/src/main.cpp", "+/docs/": that path alone, or all that is in the folder.
[[nodiscard]] ingest::UserRule ruleFor(std::string_view path, ingest::EntryKind kind,
                                       Wanted wanted);

/// The choice with that path let in or left out: what it said of the path and of what is in it
/// before is gone, and nothing is said that holds without.
[[nodiscard]] ingest::RuleChoice withPath(ingest::RuleChoice choice, std::string_view path,
                                          ingest::EntryKind kind, Wanted wanted);

} // namespace tf::workspace
