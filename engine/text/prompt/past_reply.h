#pragma once

// What the assistant said in a past turn, told apart into thinking and answer.
//
// The template takes thinking from the message's own reasoning or, without one, out of the content
// by its tags; text before the opening tag and between two thinking blocks then falls away.

#include "engine/text/prompt/chat.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tf::text {

/// A stretch of one part; views into the message.
struct Run {
    PartKind kind = PartKind::Text; ///< Text, Image or Video
    std::size_t partIdx = 0;
    std::string_view text;
};

struct PastReply {
    std::vector<Run> reasoning; ///< of the content; empty when the message has its own
    std::vector<Run> answer;
    bool isCut = false; ///< some of the content is in neither
};

/// The parts that are shown, in order. Thread: any.
[[nodiscard]] std::vector<Run> visibleRuns(const Message& message);

/// The result views `message`, which must outlive it. Thread: any.
[[nodiscard]] PastReply splitPastReply(const Message& message);

} // namespace tf::text
