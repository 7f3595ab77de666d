#pragma once

// Pictures and clips for the program, decoded where they can do no harm: in trifold-decode.
//
// A pool of warm helper processes; each ask takes one, a dead one is replaced. What is wrong with
// a medium, or kills a helper, is this ask's error; the next ask works. Thread: any. Blocks:
// until the answer is there; cancel ends the helper at once.

#include "kernels/base/cancel.h"
#include "kernels/base/result.h"
#include "vision/media/asks.h"
#include "vision/media/source.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

namespace tf::vision {

struct DecoderOptions {
    std::filesystem::path program; ///< trifold-decode; empty: beside this executable
    std::int32_t warm = 2; ///< processes that wait
    /// Longest silence of a process at work, and its processor time between two words.
    std::chrono::milliseconds quiet{30'000};
    std::chrono::seconds cpu{20};
    /// Longest time of one ask, however much its process has to say, taking its frames included.
    std::chrono::milliseconds whole = std::chrono::hours(1);
    MediaLimits limits;
};

struct SeenPicture {
    PictureFacts facts;
    Picture picture; ///< fitted as wished
};

/// One frame, valid during the call; the view lies in shared memory. False: enough.
using FrameSink = std::function<bool(const FrameSeen&, const PictureView&)>;

/// What changed since the last one; the last one brings the moments.
using ChangeSink = std::function<void(ChangesSeen)>;

/// How far a clip was read, a few times a second.
using ProgressSink = std::function<void(const ClipProgress&)>;

class ClipWatch;

class Decoder {
public:
    class Pool;

    static Result<Decoder> start(const DecoderOptions& options);
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;
    ~Decoder();

    Result<MediaFacts> probe(const Source& source, const CancelToken& cancel) const;
    Result<SeenPicture> picture(const Source& source, const PictureAsk& ask,
                                const CancelToken& cancel) const;
    Result<ClipDone> frames(const Source& source, const FramesAsk& ask, const FrameSink& sink,
                            const CancelToken& cancel, const ProgressSink& progress = {}) const;
    Result<ClipDone> moments(const Source& source, const MomentsAsk& ask, const FrameSink& sink,
                             const CancelToken& cancel, const ProgressSink& progress = {}) const;
    Result<ClipDone> changes(const Source& source, const ChangesAsk& ask, const ChangeSink& sink,
                             const CancelToken& cancel) const;
    /// A clip that stays open, for frames of at most that size. Requires: `this`, `source` and
    /// `cancel` outlive it.
    Result<std::unique_ptr<ClipWatch>> watch(const Source& source, Size box,
                                             const CancelToken& cancel) const;
    Result<ClipDone> thumbnails(const Source& source, const ThumbnailsAsk& ask,
                                const FrameSink& sink, const CancelToken& cancel) const;

private:
    explicit Decoder(std::unique_ptr<Pool> pool);
    std::unique_ptr<Pool> m_pool;
};

} // namespace tf::vision
