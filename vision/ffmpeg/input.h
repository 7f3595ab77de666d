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

namespace tf::vision {

class Input {
public:
    /// Requires: the source outlives the input.
    static Result<std::unique_ptr<Input>> over(const Source& source);

    [[nodiscard]] AVIOContext* io() const { return m_io.get(); }
    [[nodiscard]] Patience& patience() { return m_patience; }

private:
    explicit Input(const Source& source);

    static int read(void* opaque, std::uint8_t* to, int numBytes);
    static std::int64_t seek(void* opaque, std::int64_t offset, int whence);

    const Source* m_source;
    std::int64_t m_position = 0;
    Patience m_patience;
    UniqueAvioContext m_io;
};

} // namespace tf::vision
