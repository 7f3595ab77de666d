#pragma once

// Many texts or files encoded on several cores at once.
//
// Threads are started here although the house starts them elsewhere only: they live for one call,
// share nothing but the tokenizer and a counter, and are joined before it returns. Each takes the
// next few texts when it is free, so that no core waits for another's large file.

#include "engine/text/tokens/tokenizer.h"
#include "kernels/base/cancel.h"

#include <filesystem>

namespace tf::text {

/// Each text's ids, in the order of the texts. Requires: numThreads > 0. Thread: any. Blocks: until
/// done.
std::vector<Result<std::vector<TokenId>>> encodeMany(const Tokenizer& tokenizer,
                                                     std::span<const std::string_view> texts,
                                                     ControlTokens controls, unsigned numThreads,
                                                     const CancelToken& cancel = {});

/// How many tokens each file has, its control tokens as text. Requires: numThreads > 0. Thread:
/// any. Blocks: on the disk, until done.
std::vector<Result<std::size_t>> countFiles(const Tokenizer& tokenizer,
                                            std::span<const std::filesystem::path> files,
                                            unsigned numThreads, const CancelToken& cancel = {});

} // namespace tf::text
