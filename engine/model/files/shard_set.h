#pragma once

// The shards of a model folder: mapped, their headers read and held against files and index.

#include "engine/model/files/fingerprint.h"
#include "engine/model/files/tensor_catalog.h"
#include "engine/model/progress.h"
#include "kernels/base/mapped_file.h"

#include <filesystem>
#include <span>

namespace tf::engine {

struct ShardSet {
    std::vector<MappedFile> files;
    TensorCatalog catalog; ///< of the text and the vision model's tensors
};

/// "a, b, c and 12 more", for errors about many things.
[[nodiscard]] std::string firstFew(std::span<const std::string> names);

/// The whole text of a file of the folder.
Result<std::string> textOf(const std::filesystem::path& path, std::uint64_t mostBytes);

/// NotFound names what is missing of the folder, Corrupt the file and tensor that are damaged.
/// Headers and samples of the weights go into the fingerprint. Blocks: on the disk.
Result<ShardSet> openShards(const std::filesystem::path& folder, Fingerprint& fingerprint,
                            const Watch& watch);

} // namespace tf::engine
