#include "vision/ffmpeg/clip_frame.h"

#include <algorithm>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

/// Samples of 16 bits hold 9 to 16 of them; the upper 8 are kept, rounded.
void narrowRow(const std::uint8_t* from, std::int32_t width, int depth, std::uint8_t* to)
{
    const int shift = depth - 8;
    const unsigned half = 1U << (shift - 1);
    for (std::int32_t x = 0; x < width; ++x) {
        const unsigned sample = from[2 * x] | (unsigned{from[2 * x + 1]} << 8);
        to[x] = static_cast<std::uint8_t>(std::min((sample + half) >> shift, 255U));
    }
}

bool hasLumaPlane(const AVPixFmtDescriptor& format)
{
    return (format.flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BE)) == 0
        && format.comp[0].plane == 0 && format.comp[0].offset == 0 && format.comp[0].shift == 0
        && format.comp[0].step == (format.comp[0].depth > 8 ? 2 : 1);
}

} // namespace

ClipFrame::ClipFrame(std::shared_ptr<const Held> held)
    : m_held(std::move(held))
{
}

ClipFrame::ClipFrame(ClipFrame&&) noexcept = default;
ClipFrame& ClipFrame::operator=(ClipFrame&&) noexcept = default;
ClipFrame::~ClipFrame() = default;

std::int64_t ClipFrame::index() const
{
    return m_held->index;
}

double ClipFrame::time() const
{
    return m_held->time;
}

ClipFrame ClipFrame::share() const
{
    return ClipFrame(m_held);
}

Result<LumaView> ClipFrame::luma() const
{
    const AVFrame& frame = *m_held->frame;
    const Size size{frame.width, frame.height};
    const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format == nullptr)
        return Error(Code::Unsupported, "a frame has no known pixel format");
    if (!hasLumaPlane(*format)) {
        const Rows* rows = TRY(m_held->painter->grey(frame));
        return LumaView{size, rows->stride(), rows->row(0)};
    }
    const int depth = format->comp[0].depth;
    if (depth == 8)
        return LumaView{size, frame.linesize[0], frame.data[0]};
    auto& narrowed = m_held->narrowed;
    if (narrowed.empty()) {
        narrowed.resize(static_cast<std::size_t>(size.area()));
        for (std::int32_t y = 0; y < size.height; ++y)
            narrowRow(frame.data[0] + std::int64_t{y} * frame.linesize[0], size.width, depth,
                      narrowed.data() + std::int64_t{y} * size.width);
    }
    return LumaView{size, size.width, narrowed.data()};
}

Result<> ClipFrame::toRgb(std::uint8_t* to) const
{
    return m_held->painter->paint(*m_held->frame, m_held->before.get(), m_held->upright,
                                  Finish::Exact, to);
}

Result<> ClipFrame::toSmallRgb(Size size, std::uint8_t* to) const
{
    return m_held->painter->paint(*m_held->frame, nullptr, size, Finish::Small, to);
}

} // namespace tf::vision
