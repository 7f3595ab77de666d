#pragma once

// M3's chat template: a conversation becomes the prompt that the model was trained on.
//
// Joined, the segments equal the official template's rendering byte for byte. As a conversation
// grows the prompt only grows at its end, so that what was computed for it stays good; README.md
// lists where the official template itself breaks that.

#include "engine/text/prompt/chat.h"
#include "engine/text/prompt/segments.h"
#include "engine/text/reply_start.h"
#include "kernels/base/result.h"

namespace tf::text {

enum class Steering : std::uint8_t {
    Faithful, ///< the thinking mode is named in the first block, as the official template does
    /// The first block always names the adaptive mode and only the generation prompt follows the
    /// request's mode: switching it between requests keeps everything that was computed.
    Steered,
};

struct Rendered {
    std::vector<Segment> segments;
    /// Nothing when the prompt ends without a generation prompt.
    std::optional<ReplyStart> replyStart;
    /// Messages that the template passes over: late system, developer and root messages, and roles
    /// that it does not know.
    std::vector<std::size_t> droppedMessages;
    /// Messages of which a piece is passed over: parts of unknown type, text around past thinking.
    std::vector<std::size_t> cutMessages;
};

/// Error{BadInput} with the place for what the template refuses: a result without a call before
/// it, arguments that are no object; and for arguments or schemas nested too deep. Thread: any.
Result<Rendered> render(const ChatRequest& request, Steering steering = Steering::Faithful);

} // namespace tf::text
