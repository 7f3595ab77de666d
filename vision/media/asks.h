#pragma once

// What the decoding process can be asked for, and what it answers: plain values.
//
// One ask at a time per process. Pixels go into the caller's shared memory, everything else
// stands in the answer. An answer to a clip's ask is many frames, then one ClipDone; instead of
// any answer an Error may come.

#include "vision/media/facts.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tf::vision {

/// → Facts
struct ProbeAsk { };

/// → PictureSeen, pixels in slot 0
struct PictureAsk {
    SizeWish wish;
};

/// These frames, by index in ClipFacts::times, ascending. → FrameSeen …, ClipDone
struct FramesAsk {
    std::vector<std::int64_t> frames;
    SizeWish wish;
};

/// The moments where something happens on a screen. → FrameSeen …, ClipDone
struct MomentsAsk {
    std::int64_t maxFrames = 64;
    SizeWish wish;
};

/// So many frames at even times, nearest key frames, inside a box; the first one first. →
/// FrameSeen …, ClipDone
struct ThumbnailsAsk {
    std::int32_t count = 60;
    Size box{160, 90};
};

/// A clip that stays open: exact frames, as they are called for. → Facts, then one FrameSeen or
/// FrameMissing for each FrameCall that no later one has replaced, and ClipDone after Enough
struct WatchAsk {
    Size box; ///< no frame that is called for is larger
};

/// What changes when, over the whole clip, and its moments without their pixels. → ChangesSeen …,
/// ClipDone
struct ChangesAsk {
    std::int64_t maxMoments = 512;
};

using Ask =
    std::variant<ProbeAsk, PictureAsk, FramesAsk, MomentsAsk, ThumbnailsAsk, WatchAsk, ChangesAsk>;

enum class FrameReason : std::uint8_t {
    First, ///< how it begins
    Asked, ///< by its index or time
    BeforeChange, ///< the last look at what is about to change
    AfterChange, ///< a still look at what came
    Last, ///< how it ends
};

struct Facts {
    MediaFacts facts;
};

struct PictureSeen {
    PictureFacts facts;
    Size size; ///< of the pixels in the slot
};

struct FrameSeen {
    std::int32_t slot = 0; ///< of the shared memory; whoever asked gives it back
    std::int64_t index = 0; ///< in ClipFacts::times; -1: not known, of a thumbnail
    double time = 0; ///< seconds from the clip's first frame
    Size size;
    FrameReason reason = FrameReason::Asked;
    float change = 0; ///< share of the screen that changed, 0 to 1
    std::int64_t call = 0; ///< of a clip that stays open: the FrameCall that this answers
};

/// Of a clip that stays open: there is no such frame, and why.
struct FrameMissing {
    std::int64_t call = 0;
    std::string why;
};

/// A frame that differs from the one before.
struct ScreenChange {
    double time = 0;
    float change = 0; ///< share of the screen, 0 to 1
};

struct MomentSeen {
    std::int64_t index = 0; ///< in ClipFacts::times
    double time = 0;
    FrameReason reason = FrameReason::AfterChange;
    float change = 0; ///< share of the screen that changed
};

/// What was seen since the last one; moments come with the last, since a later change may displace
/// them until then.
struct ChangesSeen {
    std::vector<ScreenChange> changes; ///< in order of time
    double secondsRead = 0;
    std::vector<MomentSeen> moments; ///< in order of time
};

/// How far a clip has been read; comes between frames a few times a second.
struct ClipProgress {
    std::int64_t framesDecoded = 0;
    double secondsRead = 0;
};

/// The screen looked once more as in a frame that was given: a dialog that was closed again.
struct SeenAgain {
    std::int64_t index = 0; ///< in ClipFacts::times
    double time = 0;
    std::int64_t like = 0; ///< the index of the frame that was given
};

struct ClipDone {
    std::int64_t framesDecoded = 0;
    double secondsRead = 0; ///< how far the clip could be read
    std::vector<SeenAgain> again; ///< of the moments, in order of time
    std::vector<std::string> faults; ///< e.g. that it ends early
};

} // namespace tf::vision
