#include "vision/ffmpeg/clip_reader.h"

#include "kernels/base/words.h"
#include "vision/ffmpeg/av_error.h"
#include "vision/ffmpeg/clip_facts.h"
#include "vision/ffmpeg/clip_stream.h"
#include "vision/ffmpeg/paint/fields.h"

#include <algorithm>
#include <utility>

namespace tf::vision {

namespace {

/// A clip with more frames a second shows a change of a fifth of one in those that are left, too.
constexpr double kFastRate = 24;

bool isFastClip(const FrameTimes& times)
{
    return static_cast<double>(times.ticks.size()) > kFastRate * times.duration;
}

} // namespace

ClipReader::Stream::Stream(Container container, Decoding decoding, const MediaLimits& limits,
                           FrameTimes times)
    : m_container(std::move(container))
    , m_decoding(std::move(decoding))
    , m_limits(limits)
    , m_times(std::move(times))
    , m_packet(av_packet_alloc())
{
}

Result<std::unique_ptr<ClipReader::Stream>> ClipReader::Stream::open(const Source& source,
                                                                     const MediaLimits& limits,
                                                                     FrameTimes times,
                                                                     DecodeFor purpose)
{
    Container container = TRY(Container::open(source, limits, Look::Streams));
    Decoding decoding = TRY(Decoding::open(*container.video().codecpar, limits, purpose));
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
    m_decoding.setLeaves(packetTick() < m_leavesUntil && m_times.from == TimesFrom::Stamps
                             ? LeafFrames::LeftOut
                             : LeafFrames::Decoded);
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
    return ClipReader(TRY(Stream::open(source, limits, std::move(times), DecodeFor::Clip)));
}

Result<ClipReader> ClipReader::survey(const Source& source, const MediaLimits& limits)
{
    FrameTimes times = TRY(scanFrameTimes(source, limits));
    const bool isFast = isFastClip(times);
    auto stream = TRY(Stream::open(source, limits, std::move(times), DecodeFor::Survey));
    if (isFast)
        stream->leaveOutLeaves();
    return ClipReader(std::move(stream));
}

Result<ClipReader> ClipReader::glance(const Source& source, const MediaLimits& limits)
{
    return ClipReader(TRY(Stream::open(source, limits, {}, DecodeFor::Clip)));
}

const ClipFacts& ClipReader::facts() const
{
    return m_stream->facts;
}

Result<std::optional<ClipFrame>> ClipReader::next()
{
    return m_stream->next();
}

Result<std::vector<ClipFrame>> ClipReader::keyFramesAt(std::span<const double> times)
{
    return m_stream->keyFramesAt(times);
}

Result<> ClipReader::goTo(std::int64_t index)
{
    return m_stream->goTo(index);
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
