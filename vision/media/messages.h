#pragma once

// What goes over the socket between the program and the decoding process, as bytes and back.
//
// Neither side trusts the other: every number has a range, every text and list a bound, and what
// does not fit is an error in words. Whether an answer fits what was asked is for the asker.

#include "vision/media/asks.h"
#include "vision/media/frame_slots.h"

#include <cstddef>
#include <span>

namespace tf::vision {

/// No message is longer: times of the longest clip and something over.
inline constexpr std::size_t kMostMessageBytes = 9U << 20;
inline constexpr std::int64_t kMostClipFrames = 1'000'000;
inline constexpr std::size_t kMostFaults = 64;
inline constexpr std::size_t kMostAgain = 10'000;
inline constexpr std::size_t kMostChanges = 10'000; ///< in one message
inline constexpr std::size_t kMostMoments = 10'000;
inline constexpr std::int64_t kMostCalls = std::int64_t{1} << 40;

/// An ask, with the medium's descriptor beside it, and, unless it is a probe, that of the slots.
struct Order {
    Ask ask;
    MediaLimits limits;
    SlotLayout slots;
};

/// The frame in that slot was taken.
struct SlotBack {
    std::int32_t slot = 0;
};

/// No more frames are wanted; ClipDone still comes.
struct Enough { };

/// A frame of a clip that stays open; replaces one that was called for and has not come.
struct FrameCall {
    std::int64_t call = 0; ///< 1 and up
    std::int64_t index = 0; ///< in ClipFacts::times
    Size box;
};

using ToDecoder = std::variant<Order, SlotBack, Enough, FrameCall>;

/// The first word of a decoding process: the box is closed.
struct Hello {
    std::int32_t landlock = 0; ///< level of the kernel's; 0: it has none
    bool hasOwnNetwork = false; ///< it lives in network and user namespaces of its own
    std::vector<std::string> gaps; ///< what this kernel could not do, one sentence each
};

using FromDecoder = std::variant<Hello, ClipProgress, Facts, PictureSeen, FrameSeen, ClipDone,
                                 Error, FrameMissing, ChangesSeen>;

/// How the decoding process ends when it chooses to.
enum DecoderExit : int {
    kDecoderDone = 0, ///< whoever asked is gone
    kDecoderNoBox = 70, ///< it could not shut itself in, and said why
    kDecoderOutOfMemory = 71,
    kDecoderMisused = 72, ///< what came was no order
    kDecoderTooSlow = 73, ///< a drawing took longer than any that people make
};

std::vector<std::byte> toBytes(const ToDecoder& message);
std::vector<std::byte> toBytes(const FromDecoder& message);

/// BadInput in words.
Result<ToDecoder> orderFromBytes(std::span<const std::byte> bytes);
Result<FromDecoder> answerFromBytes(std::span<const std::byte> bytes);

} // namespace tf::vision
