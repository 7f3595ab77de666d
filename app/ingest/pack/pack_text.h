#pragma once

// The pieces that every pack is written from: files one after another, and a last line.
//
// Thread: any.

#include "app/ingest/pack/pack.h"

namespace tf::ingest {

/// Tokens of a file with its header.
[[nodiscard]] std::int64_t tokensInPack(const Entry& entry, const Count& content,
                                        const CountText& count);

/// "=== end of NAME: 12 files, branch main, commit … ===" and a newline. It stands last, because it
/// is another one at each commit.
[[nodiscard]] std::string packEnd(const Listing& listing, std::size_t numFiles);

/// The files of a plan, without a last line.
Result<Pack> writeFiles(const Listing& listing, const PackPlan& plan, const ReadFile& read);

} // namespace tf::ingest
