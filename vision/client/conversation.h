#pragma once

// One ask put to one decoding process, and its answers, held against what was asked.
//
// The process may be in the hands of whoever made the file: its numbers are checked before they
// are used, its silence and its chatter end with an error. Thread: one at a time. Blocks: until
// the answer is there.

#include "vision/client/decoder.h"
#include "vision/client/decoding_process.h"
#include "vision/media/messages.h"

#include <optional>

namespace tf::vision {

class Conversation {
public:
    /// What is referred to must outlive it.
    Conversation(DecodingProcess& process, const Source& source, const DecoderOptions& options,
                 const CancelToken& cancel);

    Result<MediaFacts> probe();
    Result<SeenPicture> picture(const PictureAsk& ask);
    /// At most so many frames are believed.
    Result<ClipDone> clip(const Ask& ask, std::int64_t mostFrames, const FrameSink& sink,
                          const ProgressSink& progress);

    Result<ClipDone> changes(const ChangesAsk& ask, const ChangeSink& sink);

    /// The clip stays open until endWatch().
    Result<ClipFacts> watch(const WatchAsk& ask);
    Result<> call(const FrameCall& call);
    /// What answers one of the calls so far; nothing when nothing came in that time, or no frame.
    Result<std::optional<FrameSeen>> answered(std::int64_t lastCall, const FrameSink& sink,
                                              std::chrono::milliseconds time);
    void endWatch();

    /// True when the last word was said, so that the process can be asked again.
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// True when the process ended before it read what was asked: the medium has no part in it.
    [[nodiscard]] bool isUnheard() const { return m_isUnheard; }

private:
    Result<> begin(const Ask& ask);
    Result<> post(const ToDecoder& message);
    [[nodiscard]] Deadline deadline() const;
    /// The next message, decoded; what went wrong in words for a person.
    Result<FromDecoder> next();
    Result<PictureView> viewOf(std::int32_t slot, Size size) const;
    Result<bool> show(const FrameSeen& seen, const FrameSink& sink);
    Result<> check(const ChangesSeen& seen, const ChangesAsk& ask);
    Result<> windUp();
    Error lost(Error why);

    DecodingProcess& m_process;
    const Source& m_source;
    const DecoderOptions& m_options;
    const CancelToken& m_cancel;
    Deadline::Clock::time_point m_end; ///< of the ask, whatever is said until then
    std::optional<FrameSlots> m_slots;
    std::int64_t m_lastIndex = -1;
    double m_lastTime = -1;
    std::int64_t m_numFrames = 0;
    std::int64_t m_lastCall = 0; ///< that was answered
    ClipDone m_done; ///< as far as is known
    bool m_isOver = false;
    bool m_isAnswered = false; ///< something came
    bool m_isUnheard = false;
};

} // namespace tf::vision
