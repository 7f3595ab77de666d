#pragma once

// A turn: what a user asked, what exactly was sent for it, and what came back.
//
// Plain values. The manifest is frozen when the turn begins, so that an answer can be asked for
// again and compared. Turns form a tree: an edit or a retry is another child of the same parent.
// Texts are UTF-8; times are milliseconds since 1970 in UTC and order nothing.

#include <cstdint>
#include <string>
#include <vector>

namespace tf::session {

/// Of one session, from 1 in the order in which turns began.
using TurnId = std::int64_t;
inline constexpr TurnId kNoTurn = 0;

enum class Thinking : std::uint8_t { Adaptive, Enabled, Disabled };

struct RequestSettings {
    std::string endpoint;
    std::string model;
    std::string folder = {}; ///< of a model on this machine
    Thinking thinking = Thinking::Adaptive;
    std::int64_t budget = 0; ///< tokens that a request may have; 0: what fits

    bool operator==(const RequestSettings&) const = default;
};

enum class ItemRole : std::uint8_t { System, Source, Attachment, Earlier, Tool };

/// Lines from 1, both counted in; 0 and 0 is the whole.
struct LineRange {
    std::int64_t first = 0;
    std::int64_t last = 0;

    bool operator==(const LineRange&) const = default;
};

/// One piece of what was sent; its place in the manifest is its place in the prompt.
struct ManifestItem {
    std::string blob; ///< of its content: an id in this store, or git's
    std::string path;
    LineRange lines;
    std::int64_t tokens = 0;
    ItemRole role = ItemRole::Source;
    bool cut = false; ///< there was no room for it: named only, so that nobody takes it for new

    bool operator==(const ManifestItem&) const = default;
};

/// What went into the request beside the question's words, as it was sent: pictures, clips, texts
/// before them. The rest is how the request named it; nothing where it said nothing.
struct Attachment {
    std::string blob;
    std::string mediaType;
    std::string name;
    std::int64_t clip = 0; ///< of a frame: which clip of the question it shows, from 1
    std::string seconds = {}; ///< of a frame: from the clip's beginning, as a number
    std::string fps = {};
    std::string detail = {};
    std::int64_t maxLongSide = 0; ///< pixels

    bool operator==(const Attachment&) const = default;
};

/// TextWasReasoning never stands in a turn: among what streams in it says that all text before it
/// was reasoning.
enum class PartKind : std::uint8_t {
    Reasoning,
    Text,
    ToolCall,
    ToolResult,
    Patch,
    TextWasReasoning
};

/// One stretch of an answer. What arrives with the same kind, name and call goes on with it.
struct Part {
    PartKind kind = PartKind::Text;
    std::string text; ///< of a call: its arguments as JSON
    std::string name; ///< of a tool, or of a patched file
    std::string callId;

    bool operator==(const Part&) const = default;
};

/// Tokens, as the endpoint counted them.
struct Usage {
    std::int64_t prompt = 0;
    std::int64_t cached = 0; ///< of the prompt
    std::int64_t reasoning = 0; ///< of the answer
    std::int64_t answer = 0;

    bool operator==(const Usage&) const = default;
};

enum class TurnState : std::uint8_t { Streaming, Finished, Interrupted, Failed };

/// A turn up to the moment at which it begins.
struct Question {
    TurnId parent = kNoTurn;
    std::string text = {};
    std::vector<Attachment> attachments = {};
    RequestSettings settings = {};
    std::vector<ManifestItem> manifest = {};
    /// What the user had sent, or replaced, in spite of a rule; one sentence each.
    std::vector<std::string> overrides = {};

    bool operator==(const Question&) const = default;
};

/// How an answer came to its end.
struct Ending {
    TurnState state = TurnState::Finished;
    std::string reason = {}; ///< why it did not finish
    Usage usage = {};
    std::string reasoningDetails = {}; ///< JSON that goes back to the server with the answer

    bool operator==(const Ending&) const = default;
};

struct Turn {
    TurnId id = kNoTurn;
    Question question = {};
    std::vector<Part> parts = {};
    Ending ending = {.state = TurnState::Streaming};
    std::int64_t beganAt = 0;
    std::int64_t endedAt = 0; ///< 0 while it streams
    bool removed = false; ///< not shown; what follows it stays, and undo brings it back

    bool operator==(const Turn&) const = default;
};

} // namespace tf::session
