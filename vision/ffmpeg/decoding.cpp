#include "vision/ffmpeg/decoding.h"

#include "kernels/base/words.h"
#include "vision/ffmpeg/av_error.h"

#include <algorithm>
#include <thread>

namespace tf::vision {

namespace {

struct Decoder {
    AVCodecID codec;
    const char* decoder;
    std::string_view name;
};

constexpr Decoder kDecoders[] = {
    {AV_CODEC_ID_H264, "h264", "H.264"},
    {AV_CODEC_ID_HEVC, "hevc", "HEVC"},
    {AV_CODEC_ID_VP8, "vp8", "VP8"},
    {AV_CODEC_ID_VP9, "vp9", "VP9"},
    {AV_CODEC_ID_AV1, "libdav1d", "AV1"},
    {AV_CODEC_ID_GIF, "gif", "GIF"},
    {AV_CODEC_ID_PRORES, "prores", "ProRes"},
    {AV_CODEC_ID_MPEG4, "mpeg4", "MPEG-4"},
    {AV_CODEC_ID_MJPEG, "mjpeg", "Motion JPEG"},
};
constexpr const char* kDecoderList = "h264,hevc,vp8,vp9,libdav1d,gif,prores,mpeg4,mjpeg";

/// Each holds a frame in flight, so more of them cost memory and delay more than they gain.
constexpr unsigned kMaxThreads = 8;

const Decoder* decoderOf(AVCodecID codec)
{
    const auto* found = std::find_if(std::begin(kDecoders), std::end(kDecoders),
                                     [&](const Decoder& it) { return it.codec == codec; });
    return found == std::end(kDecoders) ? nullptr : found;
}

Result<const AVCodec*> findDecoder(AVCodecID codec)
{
    const Decoder* known = decoderOf(codec);
    if (known == nullptr)
        return Error(Code::Unsupported,
                     words("clips in ", avcodec_get_name(codec),
                           " are not read here: H.264, HEVC, VP8, VP9, AV1, GIF, ProRes, MPEG-4 "
                           "and Motion JPEG are"));
    const AVCodec* decoder = avcodec_find_decoder_by_name(known->decoder);
    if (decoder == nullptr)
        return Error(Code::Unsupported,
                     words("this FFmpeg was built without the decoder ", known->decoder));
    return decoder;
}

void setUp(AVCodecContext& context, const MediaLimits& limits, DecodeFor purpose)
{
    context.max_pixels = limits.framePixels;
    context.codec_whitelist = av_strdup(kDecoderList);
    if (purpose != DecodeFor::Glance) {
        context.thread_count =
            static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, kMaxThreads));
        if (purpose == DecodeFor::Survey)
            context.skip_loop_filter = AVDISCARD_NONREF;
        return;
    }
    // Frame threads would hold a single frame back; a small picture does not show the rest.
    context.thread_count = 1;
    context.skip_loop_filter = AVDISCARD_ALL;
    context.flags |= AV_CODEC_FLAG_OUTPUT_CORRUPT;
}

} // namespace

const char* decoderList()
{
    return kDecoderList;
}

std::string_view codecName(AVCodecID codec)
{
    const Decoder* known = decoderOf(codec);
    return known == nullptr ? std::string_view() : known->name;
}

Result<> checkFrameSize(Size size, const MediaLimits& limits)
{
    if (size.area() <= limits.framePixels)
        return {};
    return Error(Code::BadInput,
                 words("the clip's frames are ", size.width, " x ", size.height,
                       " pixels; the limit is ", limits.framePixels, " in all"));
}

Result<Decoding> Decoding::open(const AVCodecParameters& parameters, const MediaLimits& limits,
                                DecodeFor purpose)
{
    const AVCodec* codec = TRY(findDecoder(parameters.codec_id));
    TRY(checkFrameSize({parameters.width, parameters.height}, limits));
    Decoding decoding;
    decoding.m_context.reset(avcodec_alloc_context3(codec));
    if (decoding.m_context == nullptr)
        return Error(Code::OutOfMemory, "no memory for a decoder");
    int result = avcodec_parameters_to_context(decoding.m_context.get(), &parameters);
    if (result >= 0) {
        setUp(*decoding.m_context, limits, purpose);
        result = avcodec_open2(decoding.m_context.get(), codec, nullptr);
    }
    if (result < 0)
        return avError(result, words("cannot decode ", codecName(parameters.codec_id)));
    return decoding;
}

Decoding::Sent Decoding::send(const AVPacket* packet)
{
    const int code = avcodec_send_packet(m_context.get(), packet);
    if (code == AVERROR(EAGAIN))
        return Sent::Full;
    if (code >= 0 || code == AVERROR_EOF)
        return Sent::Taken;
    ++m_numBroken;
    return Sent::Broken;
}

void Decoding::setLeaves(LeafFrames leaves)
{
    m_context->skip_frame = leaves == LeafFrames::Decoded ? AVDISCARD_DEFAULT : AVDISCARD_NONREF;
}

Result<UniqueAvFrame> Decoding::receive()
{
    UniqueAvFrame frame(av_frame_alloc());
    if (frame == nullptr)
        return Error(Code::OutOfMemory, "no memory for a frame");
    const int code = avcodec_receive_frame(m_context.get(), frame.get());
    if (code >= 0)
        return frame;
    if (code == AVERROR(ENOMEM))
        return avError(code, "no memory to decode the clip");
    m_atEnd = code == AVERROR_EOF;
    if (!m_atEnd && code != AVERROR(EAGAIN))
        ++m_numBroken;
    return UniqueAvFrame();
}

void Decoding::flush()
{
    avcodec_flush_buffers(m_context.get());
    m_atEnd = false;
}

} // namespace tf::vision
