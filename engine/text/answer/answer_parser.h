#pragma once

// An answer of the model taken apart while it is being written: reasoning, text, tool calls.
//
// First the think parser, then the tool parser on what is visible: so a tool block inside of
// reasoning that was never closed is reasoning and never runs, and a think tag inside of a tool's
// argument belongs to the argument. A value: copy it to keep a state. Pure, no I/O.
// Thread: any, one at a time.

#include "engine/text/answer/think_parser.h"
#include "engine/text/answer/tool_parser.h"

namespace tf::text {

struct AnswerEvent {
    enum class Kind : std::uint8_t { Think, Text, CallBegin, Call, BrokenCall, Done };
    Kind kind = Kind::Text;
    std::string text; ///< Think, Text: some more of it; Call, BrokenCall: its bytes in the answer
    std::string name; ///< CallBegin, Call, BrokenCall (if it was read)
    std::size_t callIdx = 0; ///< counts calls, broken ones too, from 0
    json::Value arguments; ///< Call: an object
    std::string reason; ///< BrokenCall
    std::size_t place = 0; ///< BrokenCall: the byte in text where it broke

    bool operator==(const AnswerEvent&) const = default;
};

class AnswerParser {
public:
    explicit AnswerParser(ReplyStart start, std::shared_ptr<const Tools> tools = nullptr);

    /// What became certain with these bytes: neighbouring texts of one kind are joined.
    std::vector<AnswerEvent> feed(std::string_view bytes);
    /// What was held back, then Done. Nothing may be fed after it.
    std::vector<AnswerEvent> finish();

private:
    using Events = std::vector<AnswerEvent>;
    void addPieces(Events& events, std::vector<ThinkPiece> pieces);

    ThinkParser m_think;
    ToolParser m_tools;
};

/// Adds an event to others, joined with the last one where both are texts of one kind.
void addJoined(std::vector<AnswerEvent>& events, AnswerEvent event);

} // namespace tf::text
