#include "vision/ffmpeg/frame_times.h"

#include "kernels/base/words.h"
#include "vision/ffmpeg/file_extent.h"

#include <algorithm>
#include <cmath>

namespace tf::vision {

namespace {

/// How much shorter than stated a clip may be without having been cut off.
constexpr double kSlackSeconds = 0.1;

class Scan {
public:
    Scan(Container container, const MediaLimits& limits)
        : m_container(std::move(container))
        , m_limits(limits)
    {
    }

    Result<FrameTimes> run(const Source& source);

private:
    Result<> add(const AVPacket& packet);
    Error tooLong(double seconds) const;
    void finish();
    Result<> noteEnd(const Source& source);

    Container m_container;
    MediaLimits m_limits;
    FrameTimes m_times;
    std::vector<std::int64_t> m_decodeTicks;
    std::vector<std::size_t> m_keys; ///< in the order of the packets
    bool m_allStamped = true;
    std::int64_t m_lowest = INT64_MAX;
    std::int64_t m_highest = INT64_MIN;
    std::int64_t m_lastDuration = 0; ///< of the frame that is shown last
    bool m_lastIsCut = false;
    std::string m_stopped; ///< why reading ended before the end
};

Result<FrameTimes> Scan::run(const Source& source)
{
    m_times.tickSeconds = m_container.tickSeconds();
    UniqueAvPacket packet(av_packet_alloc());
    if (packet == nullptr)
        return Error(Code::OutOfMemory, "no memory for a packet");
    for (;;) {
        auto more = m_container.read(*packet);
        if (!more && m_container.patience().isOver())
            return std::move(more).error().because("reading the clip takes too long");
        if (!more)
            m_stopped = more.error().text;
        if (!more || !*more)
            break;
        if (isShown(*packet, m_container.video().codecpar->codec_id))
            TRY(add(*packet));
    }
    if (m_times.ticks.empty())
        return Error(Code::Corrupt,
                     words("no frame can be read of the clip",
                           m_stopped.empty() ? "" : words(": ", m_stopped)));
    finish();
    if (m_times.duration > m_limits.clipSeconds)
        return tooLong(m_times.duration);
    TRY(noteEnd(source));
    return std::move(m_times);
}

Result<> Scan::add(const AVPacket& packet)
{
    const std::int64_t decodeTick = packet.dts == AV_NOPTS_VALUE ? packet.pts : packet.dts;
    const std::int64_t tick = packet.pts == AV_NOPTS_VALUE ? decodeTick : packet.pts;
    m_allStamped = m_allStamped && packet.pts != AV_NOPTS_VALUE;
    if (tick == AV_NOPTS_VALUE)
        return {};
    if (static_cast<std::int64_t>(m_times.ticks.size()) >= m_limits.clipFrames)
        return Error(
            Code::BadInput,
            words("the clip has more than ", m_limits.clipFrames, " frames, which is the limit"));
    m_lastIsCut = (packet.flags & AV_PKT_FLAG_CORRUPT) != 0;
    m_times.ticks.push_back(tick);
    m_decodeTicks.push_back(decodeTick);
    if ((packet.flags & AV_PKT_FLAG_KEY) != 0)
        m_keys.push_back(m_times.ticks.size() - 1);
    m_lowest = std::min(m_lowest, tick);
    if (tick >= m_highest) {
        m_highest = tick;
        m_lastDuration = packet.duration;
    }
    const double seconds =
        (static_cast<double>(m_highest) - static_cast<double>(m_lowest)) * m_times.tickSeconds;
    if (seconds > m_limits.clipSeconds)
        return tooLong(std::max(seconds, m_container.statedSeconds()));
    return {};
}

Error Scan::tooLong(double seconds) const
{
    return {Code::BadInput,
            words("the clip is ", saySeconds(seconds), " s long; the limit is ",
                  saySeconds(m_limits.clipSeconds), " s")};
}

void Scan::finish()
{
    auto& ticks = m_times.ticks;
    if (!m_allStamped) {
        m_times.from = TimesFrom::Order;
        ticks = m_decodeTicks;
    }
    for (const std::size_t key : m_keys)
        m_times.keyTicks.push_back(ticks[key]);
    std::sort(m_times.keyTicks.begin(), m_times.keyTicks.end());
    std::sort(ticks.begin(), ticks.end());
    const double span = m_times.secondsAt(ticks.back());
    const double numSteps = static_cast<double>(ticks.size()) - 1;
    double hold = static_cast<double>(m_lastDuration) * m_times.tickSeconds;
    if (!(hold > 0) && numSteps > 0)
        hold = span / numSteps;
    m_times.duration = span + std::max(hold, 0.0);
}

Result<> Scan::noteEnd(const Source& source)
{
    const double stated = m_container.statedSeconds();
    const double step = m_times.duration / static_cast<double>(m_times.ticks.size());
    const bool isShort = stated - m_times.duration > std::max(kSlackSeconds, step);
    const bool isCut = TRY(isCutOff(source)) || m_lastIsCut;
    const std::string end = saySeconds(m_times.duration);
    // Without the other signs a stated length may be that of a longer sound.
    if (isShort && (isCut || m_container.statesVideoLength()))
        m_times.faults.push_back(
            words("the clip ends early: ", end, " of ", saySeconds(stated), " s can be read"));
    else if (isCut)
        m_times.faults.push_back(words("the clip breaks off after ", end, " s"));
    else if (!m_stopped.empty())
        m_times.faults.push_back(
            words("the clip can be read for ", end, " s, then not on: ", m_stopped));
    return {};
}

} // namespace

double FrameTimes::secondsAt(std::int64_t tick) const
{
    return (static_cast<double>(tick) - static_cast<double>(ticks.front())) * tickSeconds;
}

std::int64_t FrameTimes::keyTickAt(std::int64_t tick) const
{
    const auto after = std::upper_bound(keyTicks.begin(), keyTicks.end(), tick);
    return after == keyTicks.begin() ? ticks.front() : *std::prev(after);
}

std::int64_t FrameTimes::indexAt(std::int64_t tick) const
{
    const auto after = std::upper_bound(ticks.begin(), ticks.end(), tick);
    return std::max<std::int64_t>(0, after - ticks.begin() - 1);
}

std::int64_t FrameTimes::indexAfter(std::int64_t place, std::int64_t tick) const
{
    const auto first = std::lower_bound(ticks.begin(), ticks.end(), tick);
    const auto index = std::max<std::int64_t>(first - ticks.begin(), place + 1);
    if (index < static_cast<std::int64_t>(ticks.size())
        && ticks[static_cast<std::size_t>(index)] == tick)
        return index;
    return -1;
}

bool isShown(const AVPacket& packet, AVCodecID codec)
{
    if (packet.size == 0 || (packet.flags & AV_PKT_FLAG_DISCARD) != 0)
        return false;
    // VP8 keeps pictures that are only ever referred to in packets of their own.
    return codec != AV_CODEC_ID_VP8 || (packet.data[0] & 0x10) != 0;
}

Result<FrameTimes> scanFrameTimes(const Source& source, const MediaLimits& limits)
{
    Container container = TRY(Container::open(source, limits, Look::Times));
    return Scan(std::move(container), limits).run(source);
}

std::string saySeconds(double seconds)
{
    return words(std::round(seconds * 10) / 10);
}

} // namespace tf::vision
