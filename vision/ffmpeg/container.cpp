#include "vision/ffmpeg/container.h"

#include "kernels/base/words.h"
#include "vision/ffmpeg/av_error.h"
#include "vision/ffmpeg/decoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace tf::vision {

namespace {

constexpr unsigned kMaxStreams = 64;
constexpr int kBuffer = 64 * 1024;
/// What is larger than the buffer is read past it, straight into the packet.
constexpr int kSmallBuffer = 1024;
constexpr std::int64_t kProbeBytes = 2 * 1024 * 1024;
constexpr std::int64_t kProbeMicroseconds = 2'000'000;
constexpr const char* kDemuxers = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif";

struct Kind {
    const char* demuxer;
    const char* name;
};

/// Which demuxer, by the first bytes alone: neither names nor FFmpeg's own guesses are asked.
std::optional<Kind> kindOf(std::string_view head)
{
    using namespace std::string_view_literals;
    if (head.starts_with("\x1A\x45\xDF\xA3"sv))
        return head.find("webm"sv) == std::string_view::npos ? Kind{"matroska", "Matroska"}
                                                             : Kind{"matroska", "WebM"};
    if (head.starts_with("RIFF"sv) && head.substr(0, 12).ends_with("AVI "sv))
        return Kind{"avi", "AVI"};
    if (head.starts_with("GIF8"sv))
        return Kind{"gif", "GIF"};
    if (head.size() < 12)
        return std::nullopt;
    const auto box = head.substr(4, 4);
    if (box == "ftyp"sv)
        return head.substr(8, 4) == "qt  "sv ? Kind{"mov", "MOV"} : Kind{"mov", "MP4"};
    for (const auto oldStart : {"moov"sv, "mdat"sv, "wide"sv, "free"sv, "skip"sv, "pnot"sv}) {
        if (box == oldStart)
            return Kind{"mov", "MOV"};
    }
    return std::nullopt;
}

Result<Kind> kindOf(const Source& source)
{
    std::array<std::byte, 64> bytes{};
    const std::size_t got = TRY(source.readAt(0, bytes));
    const std::string_view head(reinterpret_cast<const char*>(bytes.data()), got);
    if (got == 0)
        return Error(Code::BadInput, "the clip is empty");
    if (const auto kind = kindOf(head))
        return *kind;
    if (head.starts_with("#EXTM3U") || head.starts_with("ffconcat"))
        return Error(Code::BadInput,
                     "this is a list of other files, not a clip; what it names is not opened");
    return Error(Code::BadInput,
                 "this is not a clip of a kind that is read here: MP4, MOV, MKV, WebM, AVI, GIF");
}

int refuseToOpen(AVFormatContext* /*context*/, AVIOContext** /*opened*/, const char* /*url*/,
                 int /*flags*/, AVDictionary** /*options*/)
{
    return AVERROR(EPERM);
}

int patienceIsOver(void* opaque)
{
    return static_cast<const Patience*>(opaque)->isOver() ? 1 : 0;
}

/// A picture that belongs to a sound, like a record's cover, is not a clip.
bool isClip(const AVStream& stream)
{
    return stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO
        && (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0;
}

} // namespace

Result<Container> Container::open(const Source& source, const MediaLimits& limits, Look look)
{
    hushFfmpeg();
    takeComplaint();
    if (source.size() > limits.sourceBytes)
        return Error(
            Code::BadInput,
            words("the clip has ", source.size(), " bytes; the limit is ", limits.sourceBytes));
    const Kind kind = TRY(kindOf(source));
    const AVInputFormat* format = av_find_input_format(kind.demuxer);
    if (format == nullptr)
        return Error(Code::Unsupported,
                     words("this FFmpeg was built without the demuxer ", kind.demuxer));
    Container container;
    container.m_name = kind.name;
    const bool isIndexed = look == Look::Times && std::string_view(kind.demuxer) == "mov";
    container.m_input = TRY(Input::over(source, isIndexed ? kSmallBuffer : kBuffer));
    TRY(container.openInput(*format));
    TRY(container.chooseVideo());
    const AVCodecParameters& stated = *container.m_video->codecpar;
    TRY(checkFrameSize({stated.width, stated.height}, limits));
    if (isIndexed)
        container.leaveOutContent();
    if (look == Look::Streams) {
        const int code = avformat_find_stream_info(container.m_context.get(), nullptr);
        if (code < 0)
            return avError(code, "cannot find out what is in the clip");
    }
    return container;
}

Result<> Container::openInput(const AVInputFormat& format)
{
    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr)
        return Error(Code::OutOfMemory, "no memory to open a clip");
    context->pb = m_input->io();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->io_open = refuseToOpen;
    context->interrupt_callback = {patienceIsOver, &m_input->patience()};
    context->probesize = kProbeBytes;
    context->max_analyze_duration = kProbeMicroseconds;
    context->format_whitelist = av_strdup(kDemuxers);
    context->codec_whitelist = av_strdup(decoderList());
    context->protocol_whitelist = av_strdup("");
    const int code = avformat_open_input(&context, "", &format, nullptr);
    if (code < 0) // which has freed the context
        return avError(code, words("cannot open the clip as ", m_name));
    m_context.reset(context);
    if (context->nb_streams > kMaxStreams)
        return Error(
            Code::BadInput,
            words("the clip has ", context->nb_streams, " streams; the limit is ", kMaxStreams));
    return {};
}

Result<> Container::chooseVideo()
{
    for (unsigned streamIdx = 0; streamIdx < m_context->nb_streams; ++streamIdx) {
        AVStream& stream = *m_context->streams[streamIdx];
        const bool better = isClip(stream)
            && (m_video == nullptr
                || ((m_video->disposition & AV_DISPOSITION_DEFAULT) == 0
                    && (stream.disposition & AV_DISPOSITION_DEFAULT) != 0));
        if (better)
            m_video = &stream;
    }
    if (m_video == nullptr)
        return hasAudio() ? Error(Code::BadInput, "there is only sound in it, no picture")
                          : Error(Code::BadInput, "there is no picture in it");
    for (unsigned streamIdx = 0; streamIdx < m_context->nb_streams; ++streamIdx) {
        AVStream& stream = *m_context->streams[streamIdx];
        stream.discard = &stream == m_video ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    const AVRational tick = m_video->time_base;
    if (tick.num <= 0 || tick.den <= 0)
        return Error(Code::Corrupt, "the clip's clock does not tick");
    return {};
}

/// MP4 tells in its header where each packet lies and when it is shown. So a scan for times need
/// not read the packets themselves, which are nearly all of the file.
void Container::leaveOutContent()
{
    std::vector<Input::Stretch> stretches;
    const int numPackets = avformat_index_get_entries_count(m_video);
    for (int packet = 0; packet < numPackets; ++packet) {
        const AVIndexEntry& entry = *avformat_index_get_entry(m_video, packet);
        if (entry.pos >= 0 && entry.size > 0)
            stretches.push_back({entry.pos, entry.pos + entry.size});
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
    m_input->setUnread(std::move(stretches));
    m_context->flags |= AVFMT_FLAG_NOPARSE; // there is nothing to parse
}

bool Container::hasAudio() const
{
    for (unsigned streamIdx = 0; streamIdx < m_context->nb_streams; ++streamIdx) {
        if (m_context->streams[streamIdx]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO)
            return true;
    }
    return false;
}

bool Container::statesVideoLength() const
{
    return m_video->duration != AV_NOPTS_VALUE && m_video->duration > 0;
}

double Container::statedSeconds() const
{
    if (statesVideoLength())
        return static_cast<double>(m_video->duration) * tickSeconds();
    if (m_context->duration != AV_NOPTS_VALUE && m_context->duration > 0)
        return static_cast<double>(m_context->duration) / AV_TIME_BASE;
    return 0;
}

Result<bool> Container::read(AVPacket& packet)
{
    for (;;) {
        av_packet_unref(&packet);
        const int code = av_read_frame(m_context.get(), &packet);
        if (code == AVERROR_EOF)
            return false;
        if (code == AVERROR(EAGAIN) && !patience().isOver())
            continue;
        if (code < 0)
            return avError(code, "cannot read on in the clip");
        if (packet.stream_index == m_video->index)
            return true;
        if (patience().isOver())
            return avError(AVERROR_EXIT, "no picture came for too long");
    }
}

Result<> Container::seekTo(std::int64_t tick)
{
    const int code = av_seek_frame(m_context.get(), m_video->index, tick, AVSEEK_FLAG_BACKWARD);
    if (code < 0)
        return avError(code, "cannot go to another place in the clip");
    return {};
}

} // namespace tf::vision
