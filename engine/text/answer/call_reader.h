#pragma once

// Reads one call, from its <invoke name="…"> to its end, while it is being written.
//
// Strict knows the grammar alone. Lenient also reads what the model is known to get wrong: closing
// tags without the namespace marker, <parameter name="x">, <invoke name="x"> as a parameter. The
// tool parser reads strictly first and leniently only what failed, because a value may hold </x>
// by right. Values nest at most kMaxToolDepth deep. A value: copy it to keep a state.

#include "engine/text/answer/answer_marker.h"
#include "engine/text/answer/tool_element.h"
#include "engine/text/answer/tool_tag.h"

#include <optional>

namespace tf::text {

inline constexpr std::size_t kMaxToolDepth = 128;
/// Tool blocks that a value may quote, one inside of the other.
inline constexpr std::size_t kMaxQuotedBlocks = 8;

enum class Strictness : std::uint8_t { Strict, Lenient };

/// A call that cannot be read.
struct CallFault {
    std::string reason;
    std::size_t place = 0; ///< in the text of the call
    std::size_t resume = 0; ///< where to look for its end
    bool insideValue = false; ///< a value was open
    std::optional<std::size_t> nextCall; ///< a call begins here that is likely no part of this one
};

struct CallReading {
    enum class Kind : std::uint8_t { GoesOn, Closed, Faulty };
    Kind kind = Kind::GoesOn;
    std::size_t end = 0; ///< Closed: after the call
    CallFault fault; ///< Faulty
};

/// What <invoke name="…"> means where it stands before a call has ended.
enum class InvokeMeaning : std::uint8_t { Parameter, NextCall };

/// By the schema, then by the line feed that stands before calls and not before parameters.
[[nodiscard]] InvokeMeaning meaningOfInvoke(const Tools& tools, std::string_view openTool,
                                            std::string_view name, std::string_view textBefore);

/// Where in `text` a bare </invoke>, white space and a bare </tool_call> follow each other; the
/// place is that of the </tool_call>.
[[nodiscard]] std::optional<std::size_t> bareCallEnd(std::string_view text);

class CallReader {
public:
    /// Requires: `invoke` lies at the beginning of the text of the call.
    CallReader(const ToolTag& invoke, Strictness strictness);

    /// `call`: all bytes since the beginning of the call, those of earlier times included.
    CallReading read(std::string_view call, const Tools& tools, Reading reading);

    /// Bytes of the call that were searched for tags.
    [[nodiscard]] std::size_t searched() const { return m_searched; }

    /// Requires: read() said Closed.
    [[nodiscard]] const ToolElement& invoke() const { return m_open.front(); }

private:
    CallReading onTag(std::string_view call, const ToolTag& tag, const Tools& tools);
    CallReading onOpen(std::string_view text, const ToolTag& tag);
    CallReading onInvoke(std::string_view text, const ToolTag& tag, const Tools& tools);
    CallReading onParameter(std::string_view text, const ToolTag& tag);
    CallReading onClose(std::string_view text, const ToolTag& tag);
    CallReading onEnd(std::string_view call);
    std::optional<std::size_t> closeBare(std::string_view call, std::size_t textEnd,
                                         std::string_view nextCloser);
    [[nodiscard]] std::size_t numBareClosers(std::string_view text) const;
    std::size_t closeRun(std::string_view call, std::size_t begin, std::size_t numClosers);

    CallReading push(ToolElement element, std::string_view text);
    void pop(std::size_t innerEnd);
    [[nodiscard]] bool insideBlock() const;
    [[nodiscard]] bool hasNextCall() const;
    [[nodiscard]] CallReading fault(std::string reason, std::size_t place) const;

    Strictness m_strictness;
    std::vector<ToolElement> m_open; ///< the call, then every element that is not closed
    std::vector<std::size_t> m_nextCalls; ///< beside m_open: where a call seems to begin, or 0
    std::size_t m_numBlocks = 0; ///< of m_open: tool blocks, which a value quotes
    std::size_t m_textBegin; ///< after the last tag
    std::size_t m_searched; ///< no tag begins before this place
};

} // namespace tf::text
