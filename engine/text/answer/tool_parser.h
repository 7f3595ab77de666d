#pragma once

// Finds tool calls in visible text while it is being written.
//
// Text goes out at once but for what could be the beginning of a tool block. A call goes out when
// it is closed. One that cannot be read goes out as broken, alone: the text around it and the calls
// before and after it stay. What is recovered and what is broken stands in the room's README.
// The raw texts of all events joined are the input. A value: copy it to keep a state. Pure, no I/O.
// Time is linear in the bytes fed. Thread: any, one at a time.

#include "engine/text/answer/call_reader.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::text {

struct ToolEvent {
    enum class Kind : std::uint8_t {
        Text,
        Markup, ///< tags of a block and the white space between them
        CallBegin, ///< a call of that name has begun; its index comes again with its end
        Call,
        BrokenCall,
    };
    Kind kind = Kind::Text;
    std::string raw; ///< the bytes of the answer; empty for CallBegin
    std::string name; ///< CallBegin, Call, BrokenCall (if it was read)
    std::size_t callIdx = 0; ///< counts Call and BrokenCall from 0
    json::Value arguments; ///< Call: an object
    std::string reason; ///< BrokenCall
    std::size_t place = 0; ///< BrokenCall: the byte in raw where it broke

    bool operator==(const ToolEvent&) const = default;
};

class ToolParser {
public:
    /// Without tools every call is one of an unknown tool: its leaves are strings.
    explicit ToolParser(std::shared_ptr<const Tools> tools = nullptr);

    /// What became certain with these bytes; texts are joined.
    std::vector<ToolEvent> feed(std::string_view bytes);
    /// What was held back, and the call that was cut. Nothing may be fed after it.
    std::vector<ToolEvent> finish();

    /// Bytes looked at so far, those looked at again included.
    [[nodiscard]] std::size_t numBytesRead() const { return m_numBytesRead; }

private:
    enum class State : std::uint8_t { Text, Block, Call, Broken };
    enum class Step : std::uint8_t { Done, Waits };
    using Events = std::vector<ToolEvent>;

    Events read(Reading reading);
    Step stepText(Events& events, Reading reading);
    Step stepBlock(Events& events, Reading reading);
    Step stepCall(Events& events, Reading reading);
    Step stepBroken(Events& events, Reading reading);

    Step onBlockTag(Events& events, const ToolTag& tag);
    Step onJunk(Events& events, std::size_t begin);
    Step endBlock(Events& events);
    void openCall(Events& events, const ToolTag& tag);
    Step closeCall(Events& events, std::size_t end);
    Step onFault(Events& events, CallFault fault);
    std::optional<std::size_t> brokenEnd(const ToolTag& tag);
    void breakCall(CallFault fault);
    Step giveBroken(Events& events, std::size_t end);

    void take(Events& events, ToolEvent::Kind kind, std::size_t numBytes);
    std::string takeRaw(std::size_t numBytes);
    [[nodiscard]] std::string_view rest() const;

    std::shared_ptr<const Tools> m_tools;
    State m_state = State::Text;
    std::string m_buffer;
    std::size_t m_taken = 0; ///< bytes of m_buffer that are done with
    std::size_t m_numBytesRead = 0;

    std::size_t m_numCalls = 0;
    bool m_blockIsEmpty = true; ///< nothing but white space since the block was opened
    std::size_t m_blank = 0; ///< Block: white space at the beginning of rest()

    std::optional<CallReader> m_reader; ///< Call; its places count from the beginning of rest()
    ToolTag m_invoke;
    Strictness m_strictness = Strictness::Strict;

    CallFault m_fault; ///< Broken
    std::size_t m_brokenText = 0; ///< Broken: after the last tag
    std::size_t m_searched = 0; ///< Broken: no tag begins before this place
    std::size_t m_numParameters = 0; ///< Broken: open <invoke name="…"> that are parameters
    std::size_t m_numBlocks = 0; ///< Broken: open tool blocks inside of a value
};

} // namespace tf::text
