#pragma once

// The bytes of a Source as FFmpeg reads them: a position, a seek, and nothing opened by name.
//
// Thread: one at a time. Blocks: on the disk. Every read asks whether patience is over.

#include "kernels/base/result.h"
#include "vision/ffmpeg/handles.h"
#include "vision/ffmpeg/patience.h"
#include "vision/media/source.h"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace tf::vision {

class Input {
public:
    /// Requires: the source outlives the input.
    static Result<std::unique_ptr<Input>> over(const Source& source, int bufferBytes);

    [[nodiscard]] AVIOContext* io() const { return m_io.get(); }
    [[nodiscard]] Patience& patience() { return m_patience; }

    struct Stretch {
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };
    /// From now on a read that lies within one of these is answered with zeros and does not touch
    /// the source: whoever reads does not look. Requires: sorted.
    void setUnread(std::vector<Stretch> stretches) { m_unread = std::move(stretches); }

private:
    explicit Input(const Source& source);

    [[nodiscard]] bool isUnread(std::int64_t begin, std::int64_t end) const;
    static int read(void* opaque, std::uint8_t* to, int numBytes);
    static std::int64_t seek(void* opaque, std::int64_t offset, int whence);

    const Source* m_source;
    std::int64_t m_position = 0;
    std::vector<Stretch> m_unread;
    Patience m_patience;
    UniqueAvioContext m_io;
};

} // namespace tf::vision
