#pragma once

// A source of the cache in use: while one of these lives, the source is not removed.
//
// Its place notes how big it is and, as the note's time, when it was used last. Thread: any.

#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace tf::ingest {

/// Whether a source has become another since it was noted.
enum class NotedSource : std::uint8_t { Same, Changed };

class SourceUse {
public:
    /// Requires: the caller holds the place's lock.
    static Result<SourceUse> begin(std::filesystem::path place, NotedSource source);

    [[nodiscard]] const std::filesystem::path& place() const { return m_place; }

private:
    SourceUse(std::filesystem::path place, vision::Descriptor note);

    std::filesystem::path m_place;
    vision::Descriptor m_note;
};

struct UseNote {
    std::int64_t bytes = 0; ///< on a disk of 4 KB blocks
    std::filesystem::file_time_type last;
};

/// Measured where nobody noted it; nothing when there is no such place any more.
[[nodiscard]] std::optional<UseNote> useNote(const std::filesystem::path& place);

/// Removes the note; false when somebody uses the source. Requires: the caller holds the lock.
Result<bool> endUse(const std::filesystem::path& place);

} // namespace tf::ingest
