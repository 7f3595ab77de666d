#include "vision/ffmpeg/paint/scaler.h"

#include "vision/ffmpeg/av_error.h"

#include <algorithm>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

constexpr std::size_t kRowAlignment = 64;

int flagsOf(const ScaleJob& job)
{
    if (job.finish == Finish::Small)
        return SWS_AREA;
    return SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;
}

void setOptions(SwsContext* context, const ScaleJob& job)
{
    const auto set = [&](const char* option, std::int64_t value) {
        av_opt_set_int(context, option, value, 0);
    };
    set("srcw", job.from.width);
    set("srch", job.from.height);
    set("src_format", job.fromFormat);
    set("dstw", job.to.width);
    set("dsth", job.to.height);
    set("dst_format", job.toFormat);
    set("sws_flags", flagsOf(job));
    av_opt_set(context, "sws_dither", "none", 0);
    set("src_range", job.colours.range == Range::Full ? 1 : 0);
    set("dst_range", 1);
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(job.fromFormat);
    if (format->log2_chroma_w > 0)
        set("src_h_chr_pos", job.colours.chromaX);
    if (format->log2_chroma_h > 0)
        set("src_v_chr_pos", job.colours.chromaY);
}

} // namespace

void Rows::resize(std::int64_t rowBytes, std::int32_t numRows)
{
    // A step and a row more than needed: vector code may write past the end of a row.
    const auto numSteps = static_cast<std::size_t>(rowBytes) / kRowAlignment + 2;
    m_stride = static_cast<std::int64_t>(numSteps * kRowAlignment);
    m_bytes.resize(numSteps * kRowAlignment * (static_cast<std::size_t>(numRows) + 1));
    const auto misfit = reinterpret_cast<std::uintptr_t>(m_bytes.data()) % kRowAlignment;
    m_first = (kRowAlignment - misfit) % kRowAlignment;
}

Result<> Scaler::prepare(const ScaleJob& job)
{
    if (m_context != nullptr && m_job == job)
        return {};
    m_context.reset(sws_alloc_context());
    if (m_context == nullptr)
        return Error(Code::OutOfMemory, "no memory to convert a frame");
    setOptions(m_context.get(), job);
    const int code = sws_init_context(m_context.get(), nullptr, nullptr);
    if (code < 0) {
        m_context.reset();
        return avError(code, "cannot convert the frames of the clip");
    }
    constexpr int kUnchanged = 1 << 16;
    // Refused only between formats that need no matrix.
    sws_setColorspaceDetails(m_context.get(), sws_getCoefficients(job.colours.matrix),
                             job.colours.range == Range::Full ? 1 : 0,
                             sws_getCoefficients(SWS_CS_ITU709), 1, 0, kUnchanged, kUnchanged);
    m_job = job;
    return {};
}

Result<const Rows*> Scaler::scale(const AVFrame& frame, const Colours& colours, Size to,
                                  AVPixelFormat toFormat, Finish finish)
{
    const ScaleJob job{{frame.width, frame.height},
                       withoutRange(static_cast<AVPixelFormat>(frame.format)),
                       colours,
                       to,
                       toFormat,
                       finish};
    TRY(prepare(job));
    m_rows.resize(av_image_get_linesize(toFormat, to.width, 0), to.height);
    std::uint8_t* const planes[4] = {m_rows.begin(), nullptr, nullptr, nullptr};
    const int strides[4] = {static_cast<int>(m_rows.stride()), 0, 0, 0};
    const int code =
        sws_scale(m_context.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
    if (code < 0)
        return avError(code, "cannot convert a frame of the clip");
    return &m_rows;
}

} // namespace tf::vision
