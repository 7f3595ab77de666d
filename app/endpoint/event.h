#pragma once

// What an endpoint says about a request: how far it is, what the model writes, how it ended.
//
// Plain values, in order, the same from a local engine and from a server. Exactly one Done or
// Failed ends each request; nothing follows it.

#include "app/wire/reply_reader.h"
#include "kernels/base/error.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace tf::endpoint {

using RequestId = std::uint64_t;

enum class Stage : std::uint8_t {
    Uploading, ///< bytes
    Decoding, ///< frames of one clip
    Looking, ///< hundredths of all pictures and clips
    ReadingPrompt, ///< tokens
};

struct Progress {
    Stage stage = Stage::Uploading;
    std::int64_t done = 0; ///< of what the stage counts
    std::int64_t total = 0;
};

/// Nothing has come for so long; the request goes on.
struct Waiting {
    std::chrono::milliseconds since{};
};

/// The request failed before anything of the answer came; it is sent again.
struct Retrying {
    int retry = 1; ///< the first is 1
    std::chrono::milliseconds after{};
    Error why;
};

/// The server does otherwise than asked, in words for the details.
struct Note {
    std::string text;
};

/// What the engine on this machine counts beyond what servers say.
struct LocalCounts {
    std::int64_t mediaTokens = 0; ///< of the prompt, that stand for pictures and clips
    std::int64_t draftedTokens = 0; ///< guessed beforehand
    std::int64_t acceptedTokens = 0; ///< of those, right
};

struct Done {
    wire::Finish finish = wire::Finish::Unsaid;
    std::optional<wire::Usage> usage; ///< none: the server did not say
    std::string model; ///< as the server names it
    json::Value reasoningDetails = {}; ///< to send back with this turn; null: none
    std::optional<LocalCounts> counts = {}; ///< none: a server answered
};

struct Failed {
    Error error;
    std::optional<wire::Trouble> trouble; ///< what the server said
    std::int64_t pieces = 0; ///< of the answer that had come; they stay
    /// The server asked to be left alone for so long.
    std::optional<std::chrono::milliseconds> retryAfter = {};
};

struct Event {
    RequestId request = 0;
    std::variant<Progress, Waiting, Retrying, Note, wire::ReplyEvent, Done, Failed> what;
};

} // namespace tf::endpoint
