#pragma once

// A clip's container, opened for its one video stream: packets in order, seeks, what it says.
//
// Only the demuxers and decoders of a list, chosen by the first bytes. No protocol is spoken and
// nothing is opened by name, whatever the file asks for. Thread: one at a time. Blocks: on the
// disk.

#include "kernels/base/result.h"
#include "vision/ffmpeg/input.h"
#include "vision/media/facts.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tf::vision {

/// How far into the streams to look before the first packet is handed out.
enum class Look : std::uint8_t {
    Times, ///< packets have times and sizes, but perhaps zeros inside
    Streams, ///< for decoding
};

class Container {
public:
    /// Requires: the source outlives the container.
    static Result<Container> open(const Source& source, const MediaLimits& limits, Look look);

    [[nodiscard]] std::string_view name() const { return m_name; } ///< "MP4", "WebM", …
    [[nodiscard]] AVStream& video() const { return *m_video; }
    [[nodiscard]] bool hasAudio() const;
    [[nodiscard]] double tickSeconds() const { return av_q2d(m_video->time_base); }
    /// What the header says, in seconds; 0 when it does not.
    [[nodiscard]] double statedSeconds() const;
    /// The stated length is the picture's own, not that of the longest stream.
    [[nodiscard]] bool statesVideoLength() const;

    /// The next packet of the video; false at the end.
    Result<bool> read(AVPacket& packet);
    /// To the key frame at or before a tick of the video, as well as the container knows.
    Result<> seekTo(std::int64_t tick);
    [[nodiscard]] Patience& patience() { return m_input->patience(); }

private:
    Container() = default;
    Result<> openInput(const AVInputFormat& format);
    Result<> chooseVideo();
    void leaveOutContent();

    std::string m_name;
    std::unique_ptr<Input> m_input; // declared first: the context reads from it until it is gone
    UniqueAvFormatContext m_context;
    AVStream* m_video = nullptr;
};

} // namespace tf::vision
