#pragma once

// What the file system says about files: as long as it says the same, the content is the same.
//
// Nothing is opened but the root. A file that was written in the last moments may be written again
// without a trace in its times, so those do not count yet.

#include "app/ingest/count/count_cache.h"
#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <optional>

namespace tf::ingest {

class FileStates {
public:
    static Result<FileStates> of(const std::filesystem::path& root);

    /// A hash of place, size, times and inode; nothing where there is no regular file, or one whose
    /// times do not tell. Thread: any.
    [[nodiscard]] std::optional<CacheKey> state(const std::string& path) const;

private:
    explicit FileStates(vision::Descriptor folder, std::uint64_t seed)
        : m_folder(std::move(folder))
        , m_seed(seed)
    {
    }

    vision::Descriptor m_folder;
    std::uint64_t m_seed; // of the root's path
};

} // namespace tf::ingest
