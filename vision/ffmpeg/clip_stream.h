#pragma once

// What stands behind a ClipReader: container, decoder, and where in time both are.
//
// Two ways of going elsewhere: keyFrameAt() for a rough look, goTo() for an exact frame.

#include "vision/ffmpeg/clip_frame.h"
#include "vision/ffmpeg/container.h"
#include "vision/ffmpeg/decoding.h"
#include "vision/ffmpeg/frame_times.h"

namespace tf::vision {

class ClipReader::Stream {
public:
    static Result<std::unique_ptr<Stream>> open(const Source& source, const MediaLimits& limits,
                                                FrameTimes times, DecodeFor purpose);

    Result<std::optional<ClipFrame>> next();
    Result<std::optional<ClipFrame>> keyFrameAt(double time);
    Result<std::vector<ClipFrame>> keyFramesAt(std::span<const double> times);
    Result<> goTo(std::int64_t index);
    void leaveOutLeaves()
    {
        m_leavesUntil = INT64_MAX;
        m_isInOrder = false;
    }
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
    Result<bool> findKeyPacket(double time);
    Result<UniqueAvFrame> decodeKeyPacket();
    Result<> goBack();
    [[nodiscard]] bool isOnTheWay(std::int64_t index, std::int64_t key) const;
    Result<> beginAt(std::int64_t key);
    [[nodiscard]] std::int64_t packetTick() const
    {
        return m_packet->pts == AV_NOPTS_VALUE ? m_packet->dts : m_packet->pts;
    }

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
    std::int64_t m_leavesUntil = INT64_MIN; ///< frames before this tick may be left out
    std::int64_t m_numDamaged = 0;
    std::int64_t m_numMisplaced = 0;
};

} // namespace tf::vision
