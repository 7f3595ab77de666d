#include "vision/ffmpeg/clip_stream.h"

#include <algorithm>
#include <utility>

namespace tf::vision {

namespace {

/// So many frames before one that is gone to are whole: who goes there may step back.
constexpr std::int64_t kFramesBefore = 8;

} // namespace

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

bool ClipReader::Stream::isOnTheWay(std::int64_t index, std::int64_t key) const
{
    if (m_hasEnded || m_goBackTo || index <= m_lastIndex)
        return false;
    // Nothing was handed out yet: decoding stands at the beginning.
    return m_lastTick ? key <= *m_lastTick : key <= m_firstTick;
}

/// Decoding goes on with that key frame.
Result<> ClipReader::Stream::beginAt(std::int64_t key)
{
    m_isInOrder = false;
    m_hasEnded = false;
    m_goBackTo.reset();
    m_first.reset();
    m_before.reset();
    bool found = TRY(readKeyPacket(key));
    if (found && packetTick() > key)
        found = TRY(readKeyPacket(std::max(m_firstTick, key - (packetTick() - key))));
    if (!found)
        return Error(Code::Corrupt, "that place of the clip cannot be found again");
    m_decoding.flush();
    m_packetWaits = true;
    const std::int64_t tick = packetTick();
    m_numOut = 0;
    m_mustCount = false;
    // What came before belongs to frames that are not there.
    m_lastTick = tick - 1;
    m_lastIndex = m_times.indexAfter(-1, tick) - 1;
    m_isCatchingUp = true;
    return {};
}

Result<> ClipReader::Stream::goTo(std::int64_t index)
{
    m_container.patience().restart();
    const std::int64_t tick = m_times.ticks[static_cast<std::size_t>(index)];
    // Frames that are counted are counted from the first.
    const bool isStamped = m_times.from == TimesFrom::Stamps;
    const std::int64_t key = isStamped ? m_times.keyTickAt(tick) : m_times.ticks.front();
    if (!isOnTheWay(index, key))
        TRY(beginAt(key));
    const auto whole = std::max<std::int64_t>(index - kFramesBefore, 0);
    m_leavesUntil = m_times.ticks[static_cast<std::size_t>(whole)];
    return {};
}

} // namespace tf::vision
