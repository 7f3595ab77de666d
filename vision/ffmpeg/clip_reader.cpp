#include "vision/ffmpeg/clip_reader.h"

#include "kernels/base/words.h"
#include "vision/ffmpeg/av_error.h"
#include "vision/ffmpeg/clip_facts.h"
#include "vision/ffmpeg/clip_frame.h"
#include "vision/ffmpeg/container.h"
#include "vision/ffmpeg/decoding.h"
#include "vision/ffmpeg/frame_times.h"
#include "vision/ffmpeg/paint/fields.h"

#include <algorithm>
#include <utility>

namespace tf::vision {

class ClipReader::Stream {
public:
    static Result<std::unique_ptr<Stream>> open(const Source& source, const MediaLimits& limits,
                                                FrameTimes times);

    Result<std::optional<ClipFrame>> next();
    Result<std::optional<ClipFrame>> keyFrameAt(double time);
    [[nodiscard]] std::vector<std::string> faults() const;

    ClipFacts facts;

private:
    Stream(Container container, Decoding decoding, const MediaLimits& limits, FrameTimes times);

    Result<> readFirst();
    Result<UniqueAvFrame> decodeOne();
    Result<> feed();
    /// Nothing when the frame is not shown: it goes back in time, or was seen already.
    std::optional<ClipFrame> place(UniqueAvFrame frame);
    ClipFrame hold(UniqueAvFrame frame, std::int64_t tick, std::int64_t index);
    Result<bool> readKeyPacket(std::int64_t tick);
    Result<UniqueAvFrame> decodeKeyPacket();
    Result<> goBack();

    [[nodiscard]] bool hasTimes() const { return !m_times.ticks.empty(); }
    [[nodiscard]] std::int64_t tickOf(const AVFrame& frame) const;
    [[nodiscard]] std::int64_t tickAt(double time) const;
    [[nodiscard]] double secondsAt(std::int64_t tick) const
    {
        return (static_cast<double>(tick) - static_cast<double>(m_firstTick))
            * m_container.tickSeconds();
    }

    Container m_container;
    Decoding m_decoding;
    std::optional<Decoding> m_glancing; ///< for key frames alone
    MediaLimits m_limits;
    FrameTimes m_times;
    std::int64_t m_firstTick = 0;
    UniqueAvPacket m_packet;
    bool m_packetWaits = false;
    std::shared_ptr<Painter> m_painter;
    Turn m_turn;
    UniqueAvFrame m_first; ///< decoded while opening, not yet handed out
    UniqueAvFrame m_before; ///< the frame handed out last, of an interlaced clip
    std::optional<std::int64_t> m_lastTick; ///< of the frame handed out last
    std::int64_t m_lastIndex = -1; ///< its place
    std::optional<std::int64_t> m_goBackTo; ///< after a key frame, where next() goes on
    bool m_isCatchingUp = false; ///< frames up to m_lastTick were seen before
    std::optional<ClipFrame> m_lastKey;
    std::int64_t m_lastKeyTick = 0;
    bool m_mustCount = false; ///< the next packet tells how many frames came before it
    std::int64_t m_numOut = 0; ///< frames that came out in order, for clips without stamps
    std::int64_t m_numShown = 0;
    bool m_isInOrder = true; ///< next() alone was called, so that all frames should have come
    bool m_hasEnded = false;
    std::int64_t m_numDamaged = 0;
    std::int64_t m_numMisplaced = 0;
};

ClipReader::Stream::Stream(Container container, Decoding decoding, const MediaLimits& limits,
                           FrameTimes times)
    : m_container(std::move(container))
    , m_decoding(std::move(decoding))
    , m_limits(limits)
    , m_times(std::move(times))
    , m_packet(av_packet_alloc())
{
}

Result<std::unique_ptr<ClipReader::Stream>>
ClipReader::Stream::open(const Source& source, const MediaLimits& limits, FrameTimes times)
{
    Container container = TRY(Container::open(source, limits, Look::Streams));
    Decoding decoding = TRY(Decoding::open(*container.video().codecpar, limits, DecodeFor::Clip));
    std::unique_ptr<Stream> stream(
        new Stream(std::move(container), std::move(decoding), limits, std::move(times)));
    if (stream->m_packet == nullptr)
        return Error(Code::OutOfMemory, "no memory for a packet");
    TRY(stream->readFirst());
    return stream;
}

Result<> ClipReader::Stream::readFirst()
{
    m_first = TRY(decodeOne());
    if (m_first == nullptr)
        return avError(AVERROR_INVALIDDATA, "no frame of the clip can be decoded");
    m_turn = turnOfClip(m_container.video(), *m_first);
    m_painter = std::make_shared<Painter>(m_turn);
    facts = TRY(factsOf(m_container, *m_first, m_turn, m_limits));
    m_firstTick = hasTimes() ? m_times.ticks.front() : m_first->best_effort_timestamp;
    if (m_firstTick == AV_NOPTS_VALUE)
        m_firstTick = 0;
    if (!hasTimes())
        return {};
    facts.duration = m_times.duration;
    for (const std::int64_t tick : m_times.ticks)
        facts.times.push_back(m_times.secondsAt(tick));
    facts.faults = m_times.faults;
    if (m_times.duration > 0)
        facts.frameRate = static_cast<double>(m_times.ticks.size()) / m_times.duration;
    return {};
}

Result<> ClipReader::Stream::feed()
{
    if (!m_packetWaits) {
        const auto more = m_container.read(*m_packet);
        if (!more && m_container.patience().isOver())
            return Error(Code::BadInput, more.error().text);
        if (!more || !*more) {
            m_decoding.send(nullptr);
            return {};
        }
        if (m_packet->size == 0) // to FFmpeg that would mean the end
            return {};
        if (std::exchange(m_mustCount, false) && m_times.from == TimesFrom::Order)
            m_numOut = m_times.indexAt(m_packet->dts);
    }
    m_packetWaits = m_decoding.send(m_packet.get()) == Decoding::Sent::Full;
    return {};
}

/// The next frame that comes out of the decoder; nothing at the end.
Result<UniqueAvFrame> ClipReader::Stream::decodeOne()
{
    m_container.patience().restart();
    for (;;) {
        UniqueAvFrame frame = TRY(m_decoding.receive());
        if (frame != nullptr || m_decoding.atEnd())
            return frame;
        if (m_container.patience().isOver())
            return avError(AVERROR_EXIT, "no frame came out of the clip for too long");
        TRY(feed());
    }
}

std::int64_t ClipReader::Stream::tickOf(const AVFrame& frame) const
{
    if (hasTimes() && m_times.from == TimesFrom::Order) {
        const auto last = static_cast<std::int64_t>(m_times.ticks.size()) - 1;
        return m_times.ticks[static_cast<std::size_t>(std::min(m_numOut, last))];
    }
    if (frame.best_effort_timestamp != AV_NOPTS_VALUE)
        return frame.best_effort_timestamp;
    return m_lastTick ? *m_lastTick + 1 : m_firstTick;
}

std::optional<ClipFrame> ClipReader::Stream::place(UniqueAvFrame frame)
{
    const std::int64_t tick = tickOf(*frame);
    ++m_numOut;
    const bool wasSeen = m_lastTick && m_isCatchingUp && tick <= *m_lastTick;
    const bool goesBack = m_lastTick && tick < *m_lastTick;
    const std::int64_t index = m_times.indexAfter(m_lastIndex, tick);
    if (wasSeen || goesBack || (hasTimes() && index < 0)) {
        m_numMisplaced += m_isCatchingUp ? 0 : 1;
        return std::nullopt;
    }
    m_isCatchingUp = false;
    m_lastTick = tick;
    m_lastIndex = index;
    if (frame->decode_error_flags != 0 || (frame->flags & AV_FRAME_FLAG_CORRUPT) != 0)
        ++m_numDamaged;
    return hold(std::move(frame), tick, index);
}

ClipFrame ClipReader::Stream::hold(UniqueAvFrame frame, std::int64_t tick, std::int64_t index)
{
    auto held = std::make_shared<ClipFrame::Held>();
    held->index = index;
    held->time = index >= 0 ? facts.times[static_cast<std::size_t>(index)] : secondsAt(tick);
    held->upright = facts.size;
    held->painter = m_painter;
    if (isWoven(*frame)) {
        held->before = std::move(m_before);
        m_before.reset(av_frame_clone(frame.get()));
    }
    held->frame = std::move(frame);
    return ClipFrame(std::move(held));
}

Result<std::optional<ClipFrame>> ClipReader::Stream::next()
{
    if (m_goBackTo)
        TRY(goBack());
    for (;;) {
        UniqueAvFrame frame = m_first != nullptr ? std::move(m_first) : TRY(decodeOne());
        if (frame == nullptr) {
            m_hasEnded = true;
            return std::optional<ClipFrame>();
        }
        auto placed = place(std::move(frame));
        if (placed) {
            ++m_numShown;
            return placed;
        }
    }
}

/// The packet of the key frame at or before a tick; false when there is none.
Result<bool> ClipReader::Stream::readKeyPacket(std::int64_t tick)
{
    TRY(m_container.seekTo(tick));
    for (;;) {
        const bool more = TRY(m_container.read(*m_packet));
        if (!more)
            return false;
        if ((m_packet->flags & AV_PKT_FLAG_KEY) != 0
            && isShown(*m_packet, m_container.video().codecpar->codec_id))
            return true;
    }
}

Result<UniqueAvFrame> ClipReader::Stream::decodeKeyPacket()
{
    if (!m_glancing)
        m_glancing =
            TRY(Decoding::open(*m_container.video().codecpar, m_limits, DecodeFor::Glance));
    m_glancing->flush();
    m_glancing->send(m_packet.get());
    m_glancing->send(nullptr);
    return m_glancing->receive();
}

Result<std::optional<ClipFrame>> ClipReader::Stream::keyFrameAt(double time)
{
    m_container.patience().restart();
    m_first.reset();
    m_packetWaits = false;
    const std::int64_t wanted = tickAt(time);
    bool found = TRY(readKeyPacket(wanted));
    const auto packetTick = [&] {
        return m_packet->pts == AV_NOPTS_VALUE ? m_packet->dts : m_packet->pts;
    };
    // Containers look for the time of decoding, which is earlier than that of being shown.
    if (found && packetTick() > wanted && wanted > m_firstTick)
        found = TRY(readKeyPacket(std::max(m_firstTick, wanted - (packetTick() - wanted))));
    if (!found)
        return std::optional<ClipFrame>();
    const std::int64_t tick = packetTick();
    m_goBackTo = tick;
    if (m_lastKey && m_lastKeyTick == tick)
        return std::optional<ClipFrame>(m_lastKey->share());
    UniqueAvFrame frame = TRY(decodeKeyPacket());
    if (frame == nullptr)
        return std::optional<ClipFrame>();
    m_lastKey = hold(std::move(frame), tick, m_times.indexAfter(-1, tick));
    m_lastKeyTick = tick;
    return std::optional<ClipFrame>(m_lastKey->share());
}

std::int64_t ClipReader::Stream::tickAt(double time) const
{
    const double longest = std::max(facts.duration, 0.0);
    const double seconds = std::min(std::max(time, 0.0), longest); // also of what is no number
    return m_firstTick + static_cast<std::int64_t>(seconds / m_container.tickSeconds());
}

/// After a look at key frames: decode from the one seen last, whose successors come next.
Result<> ClipReader::Stream::goBack()
{
    m_isInOrder = false;
    TRY(m_container.seekTo(*m_goBackTo));
    m_decoding.flush();
    m_packetWaits = false;
    m_lastTick = *std::exchange(m_goBackTo, std::nullopt);
    m_lastIndex = m_times.indexAfter(-1, *m_lastTick);
    m_before.reset();
    m_isCatchingUp = true;
    m_mustCount = true;
    return {};
}

std::vector<std::string> ClipReader::Stream::faults() const
{
    std::vector<std::string> all = facts.faults;
    const auto add = [&](std::int64_t count, std::string_view one, std::string_view many) {
        if (count > 0)
            all.push_back(words(count, " ", count == 1 ? one : many));
    };
    add(m_decoding.numBroken(), "packet could not be decoded", "packets could not be decoded");
    add(m_numDamaged, "frame is damaged", "frames are damaged");
    add(m_numMisplaced, "frame has no place in time and was left out",
        "frames have no place in time and were left out");
    if (m_isInOrder && m_hasEnded)
        add(static_cast<std::int64_t>(m_times.ticks.size()) - m_numShown, "frame is missing",
            "frames are missing");
    return all;
}

ClipReader::ClipReader(std::unique_ptr<Stream> stream)
    : m_stream(std::move(stream))
{
}

ClipReader::ClipReader(ClipReader&&) noexcept = default;
ClipReader& ClipReader::operator=(ClipReader&&) noexcept = default;
ClipReader::~ClipReader() = default;

Result<ClipReader> ClipReader::open(const Source& source, const MediaLimits& limits)
{
    FrameTimes times = TRY(scanFrameTimes(source, limits));
    return ClipReader(TRY(Stream::open(source, limits, std::move(times))));
}

Result<ClipReader> ClipReader::glance(const Source& source, const MediaLimits& limits)
{
    return ClipReader(TRY(Stream::open(source, limits, {})));
}

const ClipFacts& ClipReader::facts() const
{
    return m_stream->facts;
}

Result<std::optional<ClipFrame>> ClipReader::next()
{
    return m_stream->next();
}

Result<std::optional<ClipFrame>> ClipReader::keyFrameAt(double time)
{
    return m_stream->keyFrameAt(time);
}

std::vector<std::string> ClipReader::faults() const
{
    return m_stream->faults();
}

} // namespace tf::vision
