#pragma once

// What was seen of clips that were looked through, so that none is looked through twice.
//
// A file that was changed is another clip. A plain value: a reading gets a copy, and what it saw
// comes back with what it took. Thread: one at a time.

#include "app/media/clip_frames.h"
#include "vision/media/source.h"

#include <memory>
#include <optional>
#include <vector>

namespace tf::workspace {

/// Which bytes these are, as far as the system knows without reading them.
struct ContentMark {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed = 0; ///< ns since 1970

    bool operator==(const ContentMark&) const = default;
};

/// Nothing when the system does not tell. Blocks: on the disk.
[[nodiscard]] std::optional<ContentMark> contentMark(const vision::Source& source);
/// Of what lies there now.
[[nodiscard]] std::optional<ContentMark> contentMarkAt(const std::string& path);

struct MarkedTrace {
    std::optional<ContentMark> mark; ///< nothing: nobody finds it again
    std::shared_ptr<const app::ClipTrace> trace; ///< nullptr: it was not looked through
};

class ClipTraces {
public:
    /// nullptr: nobody has looked yet.
    [[nodiscard]] std::shared_ptr<const app::ClipTrace> find(const ContentMark& mark) const;
    void keep(MarkedTrace seen);

private:
    std::vector<MarkedTrace> m_kept; ///< the newest first
};

} // namespace tf::workspace
