#include "vision/ffmpeg/clip_frame.h"

#include <algorithm>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

/// Planes of their own, in the machine's order of bytes, one or two of them a sample.
bool hasColourPlanes(const AVPixFmtDescriptor& format)
{
    if ((format.flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BE)) != 0
        || format.nb_components < 3)
        return false;
    return std::all_of(format.comp + 1, format.comp + 3, [&](const AVComponentDescriptor& part) {
        return part.plane == &part - format.comp && part.offset == 0 && part.shift == 0
            && part.step == (part.depth > 8 ? 2 : 1);
    });
}

Size sizeOfColour(const AVFrame& frame, const AVPixFmtDescriptor& format)
{
    return {AV_CEIL_RSHIFT(frame.width, format.log2_chroma_w),
            AV_CEIL_RSHIFT(frame.height, format.log2_chroma_h)};
}

void narrowPlane(const PlaneView& deep, int depth, std::vector<std::uint8_t>& to)
{
    to.resize(static_cast<std::size_t>(deep.size.area()));
    auto out = to.begin();
    for (std::int32_t y = 0; y < deep.size.height; ++y) {
        const std::uint8_t* row = deep.samples + y * deep.stride;
        for (std::int32_t x = 0; x < deep.size.width; ++x, row += 2)
            *out++ = static_cast<std::uint8_t>((row[0] | row[1] << 8) >> (depth - 8));
    }
}

} // namespace

Result<ScreenView> ClipFrame::screen() const
{
    const LumaView luma = TRY(this->luma());
    ScreenView view{{luma.size, luma.stride, luma.pixels}, {}, {}};
    const AVFrame& frame = *m_held->frame;
    const auto& format = *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (!hasColourPlanes(format))
        return view;
    for (const int plane : {1, 2}) {
        PlaneView& colour = plane == 1 ? view.blue : view.red;
        colour = {sizeOfColour(frame, format), frame.linesize[plane], frame.data[plane]};
        const int depth = format.comp[plane].depth;
        if (depth == 8)
            continue;
        auto& narrowed = m_held->narrowedColour[plane - 1];
        if (narrowed.empty())
            narrowPlane(colour, depth, narrowed);
        colour = {colour.size, colour.size.width, narrowed.data()};
    }
    return view;
}

} // namespace tf::vision
