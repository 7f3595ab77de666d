#pragma once

// Which frames of a clip are sent for a choice, in which pairs, and what they cost.
//
// Arithmetic on times and on what changes when: no frame is decoded here, and whoever shows a plan
// shows what is sent. Thread: any.

#include "app/media/clip_choice.h"
#include "vision/clip/clip_plan.h"
#include "vision/media/asks.h"

#include <functional>

namespace tf::app {

/// What was seen of a clip that was read from end to end.
struct ClipTrace {
    std::vector<vision::ScreenChange> changes; ///< in order of time
    std::vector<vision::MomentSeen> moments; ///< in order of time
    double secondsRead = 0;
    std::vector<std::string> faults;
};

/// A screen that mostly stands still, unlike what a camera sees.
[[nodiscard]] bool isScreenRecording(const ClipTrace& trace, const vision::ClipFacts& facts);

enum class FrameWhy : std::uint8_t { Rate, Moment, Picked };

struct ChosenFrame {
    std::int64_t index = 0; ///< in ClipFacts::times
    double seconds = 0;
    FrameWhy why = FrameWhy::Rate;
    float change = 0; ///< of a moment: share of the screen

    bool operator==(const ChosenFrame&) const = default;
};

/// Two frames share a pair's tokens; or each is a picture by itself.
enum class FrameUse : std::uint8_t { Pairs, Pictures };

struct ClipRoom {
    FrameUse use = FrameUse::Pairs;
    vision::SizeWish wish; ///< of the frames; Default tiers may be lowered
    std::int64_t tokens = 0; ///< 0: no bound
    std::int64_t frames = 0; ///< most pictures; 0: as many as are kept of a clip
    /// Of a pair or a picture of that size, with its stamp and marks.
    std::function<std::int64_t(vision::Size)> cost;
};

struct ClipFramesPlan {
    std::vector<ChosenFrame> frames; ///< in order of time, each once
    vision::SizeWish wish;
    vision::Size size; ///< of every frame
    std::int64_t pairs = 0; ///< of Pictures: 0
    std::int64_t tokens = 0;
    std::vector<std::string> dropped; ///< what did not fit, one sentence each
    std::int64_t duplicates = 0; ///< left out: nothing changed since the frame before
    double capUsed = 0; ///< share of the vendor's cap that all chosen frames would take
};

/// Which frames share a pair, as places in `frames`: a moment or a picked frame has both halves of
/// its own, so that what was before a change and after it never share one.
struct FramePair {
    std::size_t first = 0;
    std::size_t second = 0;
};
[[nodiscard]] std::vector<FramePair> pairsOf(std::span<const ChosenFrame> frames);

/// Without a trace there are no moments, and nothing is known to be a duplicate. BadInput when not
/// even one frame fits, or nothing is left of the clip.
Result<ClipFramesPlan> planFrames(const vision::ClipFacts& facts, const ClipChoice& choice,
                                  const ClipTrace* trace, const ClipRoom& room);

} // namespace tf::app
