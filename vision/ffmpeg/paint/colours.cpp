#include "vision/ffmpeg/paint/colours.h"

#include "kernels/base/words.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace tf::vision {

namespace {

constexpr int kFirstHdLine = 720;

bool isRgb(const AVPixFmtDescriptor& format)
{
    return (format.flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
}

Gamut gamutOf(AVColorPrimaries primaries)
{
    switch (primaries) {
    case AVCOL_PRI_BT2020:
        return Gamut::Bt2020;
    case AVCOL_PRI_SMPTE432:
        return Gamut::DisplayP3;
    default:
        return Gamut::Bt709; // the others differ by less than is worth a conversion
    }
}

Light lightOf(AVColorTransferCharacteristic transfer)
{
    switch (transfer) {
    case AVCOL_TRC_SMPTE2084:
        return Light::Pq;
    case AVCOL_TRC_ARIB_STD_B67:
        return Light::Hlg;
    default:
        return Light::Sdr;
    }
}

Result<int> matrixOf(const AVFrame& frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    case AVCOL_SPC_UNSPECIFIED:
    case AVCOL_SPC_RESERVED:
    case AVCOL_SPC_RGB:
        break;
    default:
        return Error(
            Code::Unsupported,
            words("colours as ", av_color_space_name(frame.colorspace), " are not read here"));
    }
    if (frame.color_primaries == AVCOL_PRI_BT2020)
        return SWS_CS_BT2020;
    return frame.height >= kFirstHdLine ? SWS_CS_ITU709 : SWS_CS_ITU601;
}

void placeChroma(const AVFrame& frame, Colours& colours)
{
    switch (frame.chroma_location) {
    case AVCHROMA_LOC_CENTER:
        colours.chromaX = 128;
        break;
    case AVCHROMA_LOC_TOPLEFT:
        colours.chromaY = 0;
        break;
    case AVCHROMA_LOC_TOP:
        colours.chromaX = 128;
        colours.chromaY = 0;
        break;
    case AVCHROMA_LOC_BOTTOMLEFT:
        colours.chromaY = 256;
        break;
    case AVCHROMA_LOC_BOTTOM:
        colours.chromaX = 128;
        colours.chromaY = 256;
        break;
    default:
        break;
    }
}

} // namespace

Result<Colours> coloursOf(const AVFrame& frame)
{
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const AVPixFmtDescriptor* described = av_pix_fmt_desc_get(format);
    if (described == nullptr)
        return Error(Code::Unsupported, "a frame has no known pixel format");
    Colours colours;
    colours.light = lightOf(frame.color_trc);
    colours.gamut = gamutOf(frame.color_primaries);
    if (isRgb(*described)) {
        colours.matrix = SWS_CS_ITU709;
        colours.range = frame.color_range == AVCOL_RANGE_MPEG ? Range::Limited : Range::Full;
        return colours;
    }
    colours.matrix = TRY(matrixOf(frame));
    const bool isFull = frame.color_range == AVCOL_RANGE_JPEG || withoutRange(format) != format;
    colours.range = isFull ? Range::Full : Range::Limited;
    placeChroma(frame, colours);
    return colours;
}

AVPixelFormat withoutRange(AVPixelFormat format)
{
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
        return AV_PIX_FMT_YUV440P;
    case AV_PIX_FMT_YUVJ411P:
        return AV_PIX_FMT_YUV411P;
    default:
        return format;
    }
}

} // namespace tf::vision
