#pragma once

// swscale set up for one kind of frame and one kind of result, kept while both stay the same.
//
// Thread: one at a time.

#include "kernels/base/result.h"
#include "vision/ffmpeg/handles.h"
#include "vision/ffmpeg/paint/colours.h"
#include "vision/picture/picture.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

enum class Finish : std::uint8_t {
    Exact, ///< what a model shall see
    Small, ///< quick, for thumbnails
};

struct ScaleJob {
    Size from;
    AVPixelFormat fromFormat = AV_PIX_FMT_NONE;
    Colours colours;
    Size to;
    AVPixelFormat toFormat = AV_PIX_FMT_NONE;
    Finish finish = Finish::Exact;

    bool operator==(const ScaleJob&) const = default;
};

/// Packed pixels in rows that begin at multiples of 64 bytes, as swscale likes to write them.
class Rows {
public:
    void resize(std::int64_t rowBytes, std::int32_t numRows);

    [[nodiscard]] std::int64_t stride() const { return m_stride; }
    [[nodiscard]] std::uint8_t* begin() { return m_bytes.data() + m_first; }
    [[nodiscard]] const std::uint8_t* row(std::int32_t y) const
    {
        return m_bytes.data() + m_first + y * m_stride;
    }

private:
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_first = 0;
    std::int64_t m_stride = 0;
};

class Scaler {
public:
    /// The frame in another size and a packed format. Valid until the next call.
    Result<const Rows*> scale(const AVFrame& frame, const Colours& colours, Size to,
                              AVPixelFormat toFormat, Finish finish);

private:
    Result<> prepare(const ScaleJob& job);

    ScaleJob m_job;
    UniqueSwsContext m_context;
    Rows m_rows;
};

} // namespace tf::vision
