#include "vision/ffmpeg/paint/fields.h"

#include "vision/ffmpeg/av_error.h"

#include <cstdint>
#include <cstdlib>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

/// In shades of 8 bits: how far a tooth stands out, and what still counts as not moved.
constexpr int kTooth = 8;
constexpr int kStill = 4;

/// One plane of three pictures with the same strides.
struct FieldPlane {
    std::uint8_t* to = nullptr;
    const std::uint8_t* now = nullptr;
    const std::uint8_t* before = nullptr; ///< or nullptr
    std::int64_t toStride = 0;
    std::int64_t nowStride = 0;
    std::int64_t beforeStride = 0;
    int width = 0;
    int height = 0;
};

template <class Sample>
const Sample* lineOf(const std::uint8_t* plane, std::int64_t stride, int y)
{
    return reinterpret_cast<const Sample*>(plane + y * stride);
}

bool standsOut(int sample, int above, int below, int tooth)
{
    return (sample > above + tooth && sample > below + tooth)
        || (sample < above - tooth && sample < below - tooth);
}

/// The lines of the later field; those of the first are in `to` already.
template <class Sample>
void fillLater(const FieldPlane& plane, int firstLine, int unit)
{
    const auto nowLine = [&](int y) { return lineOf<Sample>(plane.now, plane.nowStride, y); };
    const auto oldLine = [&](int y) { return lineOf<Sample>(plane.before, plane.beforeStride, y); };
    for (int y = firstLine; y < plane.height; y += 2) {
        const int up = y > 0 ? y - 1 : y + 1;
        const int down = y + 1 < plane.height ? y + 1 : y - 1;
        auto* to = reinterpret_cast<Sample*>(plane.to + y * plane.toStride);
        for (int x = 0; x < plane.width; ++x) {
            const int above = nowLine(up)[x];
            const int below = nowLine(down)[x];
            const int here = nowLine(y)[x];
            if (!standsOut(here, above, below, kTooth * unit))
                continue;
            const bool isStill = plane.before != nullptr
                && std::abs(here - oldLine(y)[x]) <= kStill * unit
                && std::abs(above - oldLine(up)[x]) <= kStill * unit
                && std::abs(below - oldLine(down)[x]) <= kStill * unit;
            if (!isStill)
                to[x] = static_cast<Sample>((above + below + 1) / 2);
        }
    }
}

bool isPlanar(const AVPixFmtDescriptor& format)
{
    constexpr auto kOther = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BE
        | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL;
    if ((format.flags & kOther) != 0)
        return false;
    const int bytes = format.comp[0].depth > 8 ? 2 : 1;
    for (int part = 0; part < format.nb_components; ++part) {
        if (format.comp[part].plane != part || format.comp[part].step != bytes
            || format.comp[part].shift != 0)
            return false;
    }
    return true;
}

int subsampled(int samples, int shift)
{
    return -((-samples) >> shift);
}

FieldPlane planeOf(AVFrame& to, const AVFrame& now, const AVFrame* before, int part,
                   const AVPixFmtDescriptor& format)
{
    const bool isChroma = part == 1 || part == 2;
    FieldPlane plane;
    plane.to = to.data[part];
    plane.now = now.data[part];
    plane.toStride = to.linesize[part];
    plane.nowStride = now.linesize[part];
    if (before != nullptr) {
        plane.before = before->data[part];
        plane.beforeStride = before->linesize[part];
    }
    plane.width = subsampled(now.width, isChroma ? format.log2_chroma_w : 0);
    plane.height = subsampled(now.height, isChroma ? format.log2_chroma_h : 0);
    return plane;
}

bool areAlike(const AVFrame& a, const AVFrame& b)
{
    return a.width == b.width && a.height == b.height && a.format == b.format;
}

} // namespace

bool isWoven(const AVFrame& frame)
{
    const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    return frame.interlaced_frame != 0 && frame.height >= 4 && format != nullptr
        && isPlanar(*format);
}

Result<UniqueAvFrame> unweave(const AVFrame& frame, const AVFrame* before)
{
    UniqueAvFrame whole(av_frame_alloc());
    if (whole == nullptr)
        return Error(Code::OutOfMemory, "no memory for a frame");
    whole->format = frame.format;
    whole->width = frame.width;
    whole->height = frame.height;
    int code = av_frame_get_buffer(whole.get(), 0);
    if (code >= 0)
        code = av_frame_copy_props(whole.get(), &frame);
    if (code >= 0)
        code = av_frame_copy(whole.get(), &frame);
    if (code < 0)
        return avError(code, "cannot copy an interlaced frame");
    const auto& format = *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const AVFrame* alike = before != nullptr && areAlike(*before, frame) ? before : nullptr;
    const int depth = format.comp[0].depth;
    const int laterLine = frame.top_field_first != 0 ? 1 : 0;
    for (int part = 0; part < format.nb_components; ++part) {
        const FieldPlane plane = planeOf(*whole, frame, alike, part, format);
        if (plane.height < 2)
            continue;
        if (depth > 8)
            fillLater<std::uint16_t>(plane, laterLine, 1 << (depth - 8));
        else
            fillLater<std::uint8_t>(plane, laterLine, 1);
    }
    return whole;
}

} // namespace tf::vision
