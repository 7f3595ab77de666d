#pragma once

// An answer in any server's shape made into one: reasoning, visible text, tool calls.
//
// Takes reasoning from its four shapes, pieces or snapshots, calls from their field or, where a
// server let the model's own markup through, out of the text. The namespace marker is never shown.
// A value. Pure. Thread: any, one at a time.

#include "app/wire/call_pieces.h"
#include "app/wire/chat_chunk.h"
#include "app/wire/growing_text.h"
#include "app/wire/marker_filter.h"
#include "app/wire/message.h"
#include "app/wire/think_tags.h"
#include "engine/text/answer/tool_parser.h"

#include <optional>
#include <string>
#include <vector>

namespace tf::wire {

enum class Finish : std::uint8_t {
    Unsaid, ///< the server gave no reason
    Stop,
    Length,
    Calls,
    Filtered,
    Fault, ///< something broke behind the server
};

struct ReplyEvent {
    enum class Kind : std::uint8_t {
        Think,
        Text,
        TextWasThink, ///< all Text so far was reasoning
        CallGrows, ///< text: some more of the arguments
        Call, ///< text: the arguments, a JSON object
        BrokenCall, ///< text: what came of it
    };
    Kind kind = Kind::Text;
    std::string text = {};
    std::size_t callIdx = 0; ///< counts calls, broken ones too, from 0
    std::string id = {};
    std::string name = {};
    std::string reason = {}; ///< BrokenCall

    bool operator==(const ReplyEvent&) const = default;
};

class ReplyReader {
public:
    /// `tools` are those of the request, for calls that stand in the text.
    explicit ReplyReader(Growth growth = Growth::Unsettled, const std::vector<Tool>& tools = {});

    std::vector<ReplyEvent> feed(const Chunk& chunk);
    /// What was held back, and the calls. Nothing may be fed after it.
    std::vector<ReplyEvent> finish();

    [[nodiscard]] const std::optional<Usage>& usage() const { return m_usage; }
    [[nodiscard]] Finish finishReason() const { return m_finish; }
    [[nodiscard]] const std::string& model() const { return m_model; }
    /// Something of the answer has come: text, reasoning, a call.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /// The array to send back with this turn; null when none came.
    [[nodiscard]] json::Value reasoningDetails() const;

private:
    using Events = std::vector<ReplyEvent>;
    struct DetailEntry {
        json::Value value;
        std::string text = {};
        GrowingText growing;
    };

    void takeReasoning(Events& events, const Chunk& chunk);
    void takeDetails(const Chunk& chunk);
    void settleGrowth(Events& events);
    void takeContent(Events& events, std::string_view content);
    void takePieces(Events& events, const std::vector<ThinkPiece>& pieces);
    void takeMarkup(Events& events, std::vector<text::ToolEvent> found);
    [[nodiscard]] bool isLeftover(const text::ToolEvent& broken) const;
    void takeCalls(Events& events, const Chunk& chunk);
    void addThink(Events& events, std::string_view piece);
    void endThink(Events& events);
    void add(Events& events, ReplyEvent::Kind kind, std::string text);

    Growth m_growth;
    GrowingText m_reasoning;
    GrowingText m_content;
    std::optional<std::size_t> m_reasoningField; ///< the one that spoke first
    std::vector<DetailEntry> m_details;
    ThinkTags m_tags;
    text::ToolParser m_markup;
    MarkerFilter m_marks;
    MarkerFilter m_thinkMarks;
    CallPieces m_calls;
    std::size_t m_numMarkupCalls = 0;
    std::optional<Usage> m_usage;
    Finish m_finish = Finish::Unsaid;
    std::string m_model;
    bool m_hasBegun = false;
};

} // namespace tf::wire
