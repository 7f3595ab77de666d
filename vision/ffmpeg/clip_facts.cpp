#include "vision/ffmpeg/clip_facts.h"

#include "kernels/base/words.h"
#include "vision/ffmpeg/decoding.h"
#include "vision/ffmpeg/display_matrix.h"
#include "vision/ffmpeg/frame_times.h"
#include "vision/ffmpeg/paint/colours.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

/// Pixels may be so many times as wide as high, or the other way round; more is not believed.
constexpr double kLongestPixel = 8;
constexpr std::size_t kMatrixBytes = 9 * sizeof(std::int32_t);

double pixelShape(const AVStream& stream, const AVFrame& first)
{
    for (const AVRational ratio : {stream.sample_aspect_ratio, first.sample_aspect_ratio}) {
        if (ratio.num <= 0 || ratio.den <= 0)
            continue;
        const double shape = av_q2d(ratio);
        return shape >= 1 / kLongestPixel && shape <= kLongestPixel ? shape : 1;
    }
    return 1;
}

/// As frames lie in the file, with square pixels: the shorter way is stretched, none is lost.
Size squarePixels(const AVStream& stream, const AVFrame& first)
{
    const double shape = pixelShape(stream, first);
    Size size{first.width, first.height};
    if (shape > 1)
        size.width = static_cast<std::int32_t>(std::lround(size.width * shape));
    else if (shape < 1)
        size.height = static_cast<std::int32_t>(std::lround(size.height / shape));
    return size;
}

bool isInterlaced(const AVStream& stream, const AVFrame& first)
{
    const AVFieldOrder order = stream.codecpar->field_order;
    return first.interlaced_frame != 0
        || (order != AV_FIELD_UNKNOWN && order != AV_FIELD_PROGRESSIVE);
}

} // namespace

Turn turnOfClip(const AVStream& stream, const AVFrame& first)
{
    std::size_t numBytes = 0;
    const std::uint8_t* ofStream =
        av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &numBytes);
    if (ofStream != nullptr && numBytes >= kMatrixBytes)
        return turnOf(reinterpret_cast<const std::int32_t*>(ofStream));
    const AVFrameSideData* ofFrame = av_frame_get_side_data(&first, AV_FRAME_DATA_DISPLAYMATRIX);
    if (ofFrame != nullptr && ofFrame->size >= kMatrixBytes)
        return turnOf(reinterpret_cast<const std::int32_t*>(ofFrame->data));
    return {};
}

Result<ClipFacts> factsOf(const Container& container, const AVFrame& first, const Turn& turn,
                          const MediaLimits& limits)
{
    const AVStream& stream = container.video();
    ClipFacts facts;
    facts.container = container.name();
    facts.codec = codecName(stream.codecpar->codec_id);
    facts.size = turn.turned(squarePixels(stream, first));
    TRY(checkFrameSize(facts.size, limits));
    const char* format = av_get_pix_fmt_name(static_cast<AVPixelFormat>(first.format));
    facts.pixelFormat = format == nullptr ? "unknown" : format;
    facts.duration = container.statedSeconds();
    if (facts.duration > limits.clipSeconds)
        return Error(Code::BadInput,
                     words("the clip is ", saySeconds(facts.duration), " s long; the limit is ",
                           saySeconds(limits.clipSeconds), " s"));
    if (stream.avg_frame_rate.num > 0 && stream.avg_frame_rate.den > 0)
        facts.frameRate = av_q2d(stream.avg_frame_rate);
    facts.rotation = turn.quarters * 90;
    if (const auto colours = coloursOf(first))
        facts.isHdr = colours->light != Light::Sdr;
    facts.isInterlaced = isInterlaced(stream, first);
    facts.hasAudio = container.hasAudio();
    return facts;
}

} // namespace tf::vision
