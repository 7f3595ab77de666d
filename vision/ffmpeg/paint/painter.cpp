#include "vision/ffmpeg/paint/painter.h"

#include "vision/ffmpeg/paint/fields.h"
#include "vision/ffmpeg/paint/yuv_rows.h"

#include <algorithm>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

bool hasAlpha(const AVFrame& frame)
{
    const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    return (format->flags & (AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)) != 0;
}

std::uint8_t onWhite(unsigned value, unsigned alpha)
{
    return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

std::size_t rgbBytes(Size size)
{
    return static_cast<std::size_t>(size.area() * 3);
}

} // namespace

Result<> Painter::paint(const AVFrame& frame, const AVFrame* before, Size upright, Finish finish,
                        std::uint8_t* to)
{
    const AVFrame* whole = &frame;
    if (finish == Finish::Exact && isWoven(frame)) {
        m_whole = TRY(unweave(frame, before));
        whole = m_whole.get();
    }
    const Colours colours = TRY(coloursOf(*whole));
    const Size lying = m_turn.turned(upright);
    const bool isPlain = finish == Finish::Exact && lying == Size{whole->width, whole->height}
        && isPlainYuv(*whole, colours);
    if (isPlain && m_turn.isNone()) {
        paintYuv(*whole, colours, to);
        return {};
    }
    const PictureView view =
        isPlain ? plain(*whole, colours, lying) : TRY(colour(*whole, colours, lying, finish));
    if (!m_turn.isNone()) {
        turnRgb(view, m_turn, to);
        return {};
    }
    for (std::int32_t y = 0; y < upright.height; ++y)
        std::copy_n(view.row(y), std::int64_t{upright.width} * 3,
                    to + std::int64_t{y} * upright.width * 3);
    return {};
}

PictureView Painter::plain(const AVFrame& frame, const Colours& colours, Size lying)
{
    m_rgb.resize(rgbBytes(lying));
    paintYuv(frame, colours, m_rgb.data());
    return {lying, std::int64_t{lying.width} * 3, m_rgb.data()};
}

Result<PictureView> Painter::colour(const AVFrame& frame, const Colours& colours, Size lying,
                                    Finish finish)
{
    if (colours.needsMapping())
        return mapLight(frame, colours, lying, finish);
    if (hasAlpha(frame))
        return layOnWhite(frame, colours, lying, finish);
    const Rows* rows = TRY(m_scaler.scale(frame, colours, lying, AV_PIX_FMT_RGB24, finish));
    return PictureView{lying, rows->stride(), rows->row(0)};
}

Result<PictureView> Painter::mapLight(const AVFrame& frame, const Colours& colours, Size lying,
                                      Finish finish)
{
    const Rows* rows = TRY(m_scaler.scale(frame, colours, lying, AV_PIX_FMT_RGB48, finish));
    if (!m_toneMap || m_mapped.light != colours.light || m_mapped.gamut != colours.gamut)
        m_toneMap.emplace(colours.light, colours.gamut);
    m_mapped = colours;
    m_rgb.resize(rgbBytes(lying));
    const auto rowValues = static_cast<std::size_t>(lying.width) * 3;
    for (std::int32_t y = 0; y < lying.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint16_t*>(rows->row(y));
        m_toneMap->apply({row, rowValues}, std::span(m_rgb).subspan(y * rowValues, rowValues));
    }
    return PictureView{lying, std::int64_t{lying.width} * 3, m_rgb.data()};
}

Result<PictureView> Painter::layOnWhite(const AVFrame& frame, const Colours& colours, Size lying,
                                        Finish finish)
{
    const Rows* rows = TRY(m_scaler.scale(frame, colours, lying, AV_PIX_FMT_RGBA, finish));
    m_rgb.resize(rgbBytes(lying));
    std::uint8_t* to = m_rgb.data();
    for (std::int32_t y = 0; y < lying.height; ++y) {
        const std::uint8_t* pixel = rows->row(y);
        for (std::int32_t x = 0; x < lying.width; ++x, pixel += 4, to += 3) {
            for (int channel = 0; channel < 3; ++channel)
                to[channel] = onWhite(pixel[channel], pixel[3]);
        }
    }
    return PictureView{lying, std::int64_t{lying.width} * 3, m_rgb.data()};
}

Result<const Rows*> Painter::grey(const AVFrame& frame)
{
    const Colours colours = TRY(coloursOf(frame));
    return m_greyScaler.scale(frame, colours, {frame.width, frame.height}, AV_PIX_FMT_GRAY8,
                              Finish::Small);
}

} // namespace tf::vision
