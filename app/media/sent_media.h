#pragma once

// Pictures and clips as they go to whoever answers: bytes of a known type, never a name.
//
// A picture goes as PNG of its pixels, so that nothing else that a file says goes along; a clip
// goes as the file that it is, or as pictures of its frames. Thread: any.

#include "app/wire/message.h"
#include "vision/client/decoder.h"

namespace tf::app {

/// Requires: a picture of at least one pixel.
Result<wire::Media> sentPicture(const vision::PictureView& picture);

/// "video/mp4" of "MP4", as facts name it; empty for a container that servers do not take.
[[nodiscard]] std::string_view clipType(std::string_view container);

/// All bytes of a source. Blocks: on the disk.
Result<wire::Media> sentFile(const vision::Source& source, std::string_view type);

struct SentFrames {
    std::vector<wire::Frame> frames;
    std::vector<std::string> faults; ///< of the clip, as the decoder said
};

/// Collects frames as a decoder hands them out.
class FrameCollector {
public:
    /// False when it cannot go on. The view is needed during the call alone.
    bool add(double seconds, const vision::PictureView& view);
    /// `read`: what the decoder said at the end.
    Result<SentFrames> finish(Result<vision::ClipDone> read) &&;

private:
    SentFrames m_sent;
    std::optional<Error> m_problem;
};

} // namespace tf::app
