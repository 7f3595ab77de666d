#include "vision/ffmpeg/clip_stream.h"

#include <algorithm>
#include <future>
#include <system_error>
#include <utility>

namespace tf::vision {

namespace {

/// So many frames before one that is gone to are whole: who goes there may step back.
constexpr std::int64_t kFramesBefore = 8;

/// Key frames decoded beside one another: none of them needs another.
class KeyFrames {
public:
    KeyFrames(const AVCodecParameters& parameters, const MediaLimits& limits)
        : m_parameters(parameters)
        , m_limits(limits)
    {
    }

    /// In the order of the packets; nothing for what cannot be decoded.
    Result<std::vector<UniqueAvFrame>> decode(std::span<const UniqueAvPacket> packets) const
    {
        std::vector<std::future<Result<UniqueAvFrame>>> others;
        for (std::size_t key = 1; key < packets.size(); ++key)
            others.push_back(begun(*packets[key]));
        std::vector<UniqueAvFrame> frames;
        if (!packets.empty())
            frames.push_back(TRY(one(*packets.front())));
        for (auto& other : others)
            frames.push_back(TRY(other.get()));
        return frames;
    }

private:
    Result<UniqueAvFrame> one(const AVPacket& packet) const
    {
        auto decoding = TRY(Decoding::open(m_parameters, m_limits, DecodeFor::Glance));
        decoding.send(&packet);
        decoding.send(nullptr);
        return decoding.receive();
    }

    std::future<Result<UniqueAvFrame>> begun(const AVPacket& packet) const
    {
        const auto work = [this, &packet] { return one(packet); };
        try {
            return std::async(std::launch::async, work);
        } catch (const std::system_error&) { // no thread: when it is asked for
            return std::async(std::launch::deferred, work);
        }
    }

    const AVCodecParameters& m_parameters;
    const MediaLimits& m_limits;
};

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

/// The packet of the key frame at or before a time; where next() goes on.
Result<bool> ClipReader::Stream::findKeyPacket(double time)
{
    m_container.patience().restart();
    m_first.reset();
    m_packetWaits = false;
    const std::int64_t wanted = tickAt(time);
    bool found = TRY(readKeyPacket(wanted));
    // Containers look for the time of decoding, which is earlier than that of being shown.
    if (found && packetTick() > wanted && wanted > m_firstTick)
        found = TRY(readKeyPacket(std::max(m_firstTick, wanted - (packetTick() - wanted))));
    if (found)
        m_goBackTo = packetTick();
    return found;
}

Result<std::optional<ClipFrame>> ClipReader::Stream::keyFrameAt(double time)
{
    if (!TRY(findKeyPacket(time)))
        return std::optional<ClipFrame>();
    const std::int64_t tick = packetTick();
    if (m_lastKey && m_lastKeyTick == tick)
        return std::optional<ClipFrame>(m_lastKey->share());
    UniqueAvFrame frame = TRY(decodeKeyPacket());
    if (frame == nullptr)
        return std::optional<ClipFrame>();
    m_lastKey = hold(std::move(frame), tick, m_times.indexAfter(-1, tick));
    m_lastKeyTick = tick;
    return std::optional<ClipFrame>(m_lastKey->share());
}

Result<std::vector<ClipFrame>> ClipReader::Stream::keyFramesAt(std::span<const double> times)
{
    std::vector<std::int64_t> ticks;
    std::vector<UniqueAvPacket> packets;
    for (const double time : times) {
        if (!TRY(findKeyPacket(time)))
            break;
        if (!ticks.empty() && ticks.back() == packetTick())
            continue;
        ticks.push_back(packetTick());
        packets.emplace_back(av_packet_alloc());
        if (packets.back() == nullptr)
            return Error(Code::OutOfMemory, "no memory for a packet");
        av_packet_move_ref(packets.back().get(), m_packet.get());
    }
    auto decoded = TRY(KeyFrames(*m_container.video().codecpar, m_limits).decode(packets));
    std::vector<ClipFrame> frames;
    for (std::size_t key = 0; key < decoded.size(); ++key) {
        if (decoded[key] != nullptr)
            frames.push_back(
                hold(std::move(decoded[key]), ticks[key], m_times.indexAfter(-1, ticks[key])));
    }
    return frames;
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
