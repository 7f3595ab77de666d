#pragma once

// The markers that the prompt and the model's answer share.
//
// In a prompt they are control tokens; in an answer they are matched as text, because the model may
// write one in several tokens.

#include <string_view>

namespace tf::text {

inline constexpr std::string_view kThinkOpen = "<mm:think>";
inline constexpr std::string_view kThinkClose = "</mm:think>";
/// Stands before every tag of a tool call.
inline constexpr std::string_view kNamespace = "]<]minimax[>[";

} // namespace tf::text
