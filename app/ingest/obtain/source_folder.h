#pragma once

// The place of one source in the cache: locked while it is filled, seen only when it is whole.
//
// What is filled lies beside what is kept and takes its place in one step; what was left half
// filled, by a kill, is removed by whoever comes next. A cache: it is not waited for the disk.
// Thread: one at a time.

#include "app/ingest/obtain/source_use.h"
#include "kernels/base/cancel.h"
#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::ingest {

class SourceFolder {
public:
    /// `cache` empty: trifold/sources in the user's cache. Blocks: while somebody else fills it.
    static Result<SourceFolder> lock(std::filesystem::path cache, std::string_view identity,
                                     std::string_view title, const CancelToken& cancel);
    SourceFolder(SourceFolder&&) noexcept = default;
    SourceFolder& operator=(SourceFolder&&) = delete;
    SourceFolder(const SourceFolder&) = delete;
    SourceFolder& operator=(const SourceFolder&) = delete;
    /// Removes what begin() made and nobody kept.
    ~SourceFolder();

    /// Its notices, when what is kept was made of exactly that.
    [[nodiscard]] std::optional<std::vector<std::string>> kept(std::string_view stamp) const;
    /// Where the source lies once it is kept.
    [[nodiscard]] std::filesystem::path root() const;

    /// An empty folder to be filled.
    Result<std::filesystem::path> begin();
    /// Requires: begin(); neither stamp nor notices hold a line break.
    Result<> keep(std::string_view stamp, const std::vector<std::string>& notices);
    /// What is kept stays in the cache while that lives, even when this is gone.
    [[nodiscard]] Result<std::shared_ptr<const SourceUse>> use(NotedSource source) const;

private:
    SourceFolder(std::filesystem::path place, std::string title, vision::Descriptor lockFile);

    std::filesystem::path m_place; ///< empty after a move
    std::string m_title;
    vision::Descriptor m_lockFile;
};

/// Whether places in the cache are named so.
[[nodiscard]] bool isPlaceName(std::string_view name);
/// What is kept in a place, and what was left half filled. Requires: the caller holds the lock.
Result<> removeSource(const std::filesystem::path& place);

/// A folder's name made of any text.
[[nodiscard]] std::string folderTitle(std::string_view text);

} // namespace tf::ingest
