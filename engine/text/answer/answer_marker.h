#pragma once

// The markers that the model writes into an answer, and how much of a cut text might be one.
//
// They are matched as text, not as token ids: the model may write a marker in several tokens.

#include "engine/text/markers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tf::text {

inline constexpr std::string_view kBlockOpen = "]<]minimax[>[<tool_call>";
inline constexpr std::string_view kBlockClose = "]<]minimax[>[</tool_call>";
inline constexpr std::string_view kBareBlockClose = "</tool_call>";
inline constexpr std::string_view kBareInvokeClose = "</invoke>";

inline constexpr std::string_view kMarkupSpace = " \t\r\n";

[[nodiscard]] inline bool isMarkupSpace(char c)
{
    return kMarkupSpace.find(c) != std::string_view::npos;
}

/// Whether more bytes may come after those that are there.
enum class Reading : std::uint8_t { Goes, Ended };

/// True of the empty text too.
[[nodiscard]] inline bool isBlank(std::string_view text)
{
    return text.find_first_not_of(kMarkupSpace) == std::string_view::npos;
}

/// The text is the beginning of the marker, but not all of it.
[[nodiscard]] inline bool mayBecome(std::string_view text, std::string_view marker)
{
    return text.size() < marker.size() && marker.starts_with(text);
}

/// Bytes of the longest end of the text that is the beginning of the marker, but not all of it.
[[nodiscard]] inline std::size_t heldBytes(std::string_view text, std::string_view marker)
{
    auto numBytes = std::min(text.size(), marker.size() - 1);
    while (!marker.starts_with(text.substr(text.size() - numBytes)))
        --numBytes;
    return numBytes;
}

} // namespace tf::text
