#include "vision/ffmpeg/clip_frame.h"

#include <algorithm>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

/// Whether a channel lies in a plane of its own, in the machine's order of bytes, one or two of
/// them a sample.
bool isApart(const AVPixFmtDescriptor& format, int plane)
{
    constexpr auto kOtherwise =
        AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_BITSTREAM;
    const AVComponentDescriptor& part = format.comp[plane];
    return (format.flags & kOtherwise) == 0 && plane < format.nb_components && part.plane == plane
        && part.offset == 0 && part.shift == 0 && part.step == (part.depth > 8 ? 2 : 1);
}

Size sizeOfPlane(const AVFrame& frame, const AVPixFmtDescriptor& format, int plane)
{
    if (plane == 0)
        return {frame.width, frame.height};
    return {AV_CEIL_RSHIFT(frame.width, format.log2_chroma_w),
            AV_CEIL_RSHIFT(frame.height, format.log2_chroma_h)};
}

/// Samples of 16 bits hold 9 to 16 of them; the upper 8 are kept, rounded.
void narrowPlane(const PlaneView& deep, int depth, std::vector<std::uint8_t>& to)
{
    const int shift = depth - 8;
    const unsigned half = 1U << (shift - 1);
    to.resize(static_cast<std::size_t>(deep.size.area()));
    auto out = to.begin();
    for (std::int32_t y = 0; y < deep.size.height; ++y) {
        const std::uint8_t* row = deep.samples + y * deep.stride;
        for (std::int32_t x = 0; x < deep.size.width; ++x, row += 2) {
            const unsigned sample = row[0] | (unsigned{row[1]} << 8);
            *out++ = static_cast<std::uint8_t>(std::min((sample + half) >> shift, 255U));
        }
    }
}

/// In eight bits; `narrowed` holds what had more, once asked for.
PlaneView planeOf(const AVFrame& frame, const AVPixFmtDescriptor& format, int plane,
                  std::vector<std::uint8_t>& narrowed)
{
    const PlaneView stored{sizeOfPlane(frame, format, plane), frame.linesize[plane],
                           frame.data[plane]};
    const int depth = format.comp[plane].depth;
    if (depth == 8)
        return stored;
    if (narrowed.empty())
        narrowPlane(stored, depth, narrowed);
    return {stored.size, stored.size.width, narrowed.data()};
}

} // namespace

Result<ScreenView> ClipFrame::screen() const
{
    const AVFrame& frame = *m_held->frame;
    const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format == nullptr)
        return Error(Code::Unsupported, "a frame has no known pixel format");
    auto& narrowed = m_held->narrowed;
    ScreenView view;
    if (isApart(*format, 0)) {
        view.luma = planeOf(frame, *format, 0, narrowed[0]);
    } else {
        const Rows* rows = TRY(m_held->painter->grey(frame));
        view.luma = {{frame.width, frame.height}, rows->stride(), rows->row(0)};
    }
    if (isApart(*format, 1) && isApart(*format, 2)) {
        view.blue = planeOf(frame, *format, 1, narrowed[1]);
        view.red = planeOf(frame, *format, 2, narrowed[2]);
    }
    return view;
}

} // namespace tf::vision
