#pragma once

// The thread that looks at a clip as a whole: sixty small pictures at once, then what changes when.
//
// Thread: one at a time. Blocks: never, but for its end, until decoding has stopped.

#include "app/workspace/clip_player.h"

namespace tf::workspace {

/// What was seen since the last one.
struct ClipSurveyed {
    std::vector<ClipPicture> thumbnails; ///< new ones
    std::optional<ClipChanges> changes; ///< all so far
    MarkedTrace trace; ///< once it is whole
};

class ClipSurvey {
public:
    /// `tell` is called on the survey's thread.
    ClipSurvey(ClipPlace place, SharedDecoder decoder, ClipTraces traces,
               std::function<void(ClipSurveyed)> tell);
    ~ClipSurvey();
    ClipSurvey(const ClipSurvey&) = delete;
    ClipSurvey& operator=(const ClipSurvey&) = delete;

private:
    void run();
    void showThumbnails(const vision::Decoder& decoder, const vision::Source& source);
    void lookThrough(const vision::Decoder& decoder, const vision::Source& source);

    ClipPlace m_place;
    SharedDecoder m_shared;
    ClipTraces m_traces;
    std::function<void(ClipSurveyed)> m_tell;
    CancelSource m_cancel;
    std::thread m_thread; // the last member: it uses all others
};

} // namespace tf::workspace
