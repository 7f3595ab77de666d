#pragma once

// The decoder of a clip: which one it is, packets in, frames out.
//
// The one place that knows which decoder a codec gets, so that a device's decoder would be chosen
// here. Thread: one at a time; frame threads of its own. Never opens a file.

#include "kernels/base/result.h"
#include "vision/ffmpeg/handles.h"
#include "vision/media/facts.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tf::vision {

/// The decoders that may ever be used, as FFmpeg's whitelist writes them.
const char* decoderList();
/// "H.264"; empty when it is not decoded here.
std::string_view codecName(AVCodecID codec);

enum class DecodeFor : std::uint8_t {
    Clip, ///< every frame, several at once
    Glance, ///< single key frames, each at once and a little rougher
    Survey, ///< what changes when: as quick as the codec can, none that others need left out
};

/// Frames that no other is made from.
enum class LeafFrames : std::uint8_t { Decoded, LeftOut };

/// BadInput, with the limit, when frames of this size are too large.
Result<> checkFrameSize(Size size, const MediaLimits& limits);

class Decoding {
public:
    static Result<Decoding> open(const AVCodecParameters& parameters, const MediaLimits& limits,
                                 DecodeFor purpose);

    enum class Sent : std::uint8_t { Taken, Full, Broken };
    /// Full: receive() first. nullptr: no more packets will come.
    Sent send(const AVPacket* packet);
    /// For the packets that are sent from now on.
    void setLeaves(LeafFrames leaves);
    /// A frame; nothing when it needs more packets, or at the end, which atEnd() then tells.
    Result<UniqueAvFrame> receive();
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// Forgets what it was in the middle of: after a seek.
    void flush();
    /// Packets and frames that could not be decoded.
    [[nodiscard]] std::int64_t numBroken() const { return m_numBroken; }

private:
    UniqueAvCodecContext m_context;
    bool m_atEnd = false;
    std::int64_t m_numBroken = 0;
};

} // namespace tf::vision
