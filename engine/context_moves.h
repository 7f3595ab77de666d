#pragma once

// Between the cache and a file: what was computed for a text is kept for another day.
//
// Only whole pages travel. Restored, they are pages that the prefix cache knows; a prompt that
// begins like the saved text finds them there, and the logits after it are the same bits.
// Thread: engine. Blocks: on the disk.

#include "engine/run/group.h"
#include "engine/sched/prefix_cache.h"
#include "kernels/base/cancel.h"

#include <filesystem>

namespace tf::engine {

/// Positions saved: the whole pages that the cache has of the text's beginning. NotFound when it
/// has none.
Result<std::int64_t> saveCache(const std::filesystem::path& file, SequenceText text, Group& group,
                               PrefixCache& cache, const CancelToken& cancel);

/// Positions that the cache now has of the saved text. After an error it has none of the new ones.
Result<std::int64_t> restoreCache(const std::filesystem::path& file, Group& group,
                                  PrefixCache& cache, const CancelToken& cancel);

} // namespace tf::engine
