#pragma once

// The fixed words of M3's chat template. They are part of the model: changing a letter here makes
// its answers quietly worse.

#include "engine/text/markers.h"

#include <string_view>

namespace tf::text {

inline constexpr std::string_view kDocumentStart = "]~!b[";
inline constexpr std::string_view kRoleStart = "]~b]";
inline constexpr std::string_view kTurnEnd = "[e~[";
/// Around the placeholders of a picture and of each pair of a clip's frames.
inline constexpr std::string_view kImageStart = "]<]start of image[>[";
inline constexpr std::string_view kImageEnd = "]<]end of image[>[";
inline constexpr std::string_view kImagePlaceholder = "]<]image[>[";
inline constexpr std::string_view kVideoPlaceholder = "]<]video[>[";

inline constexpr std::string_view kDefaultSystem =
    "Your model version is MiniMax-M3, developed by MiniMax. Knowledge cutoff: January 2026. "
    "Founded in early 2022, MiniMax is a global AI foundation model company committed to "
    "advancing the frontiers of AI towards AGI.";
inline constexpr std::string_view kDefaultDeveloper = "You are a helpful assistant.";

inline constexpr std::string_view kThinkingOpen =
    "\n\n<thinking_instructions>\n"
    "You have a thinking capability that allows you to reason step by step before responding. "
    "When thinking is enabled, wrap your reasoning in <mm:think></mm:think> tags before your "
    "response. When thinking is disabled, begin your response directly after the </mm:think> "
    "prefix. When thinking is adaptive, decide on your own whether to think for the current "
    "turn.\n";
inline constexpr std::string_view kModeAdaptive =
    "Current thinking mode: adaptive. You are encouraged to think for complex decision-making, "
    "multi-step reasoning, or when analyzing function/tool results.\n";
inline constexpr std::string_view kModeEnabled =
    "Current thinking mode: enabled. You MUST think step by step before every response, "
    "including after receiving function/tool results.\n";
inline constexpr std::string_view kModeDisabled =
    "Current thinking mode: disabled. Do not output any thinking process.\n";
inline constexpr std::string_view kThinkingClose = "</thinking_instructions>";

inline constexpr std::string_view kToolsOpen =
    "\n\n# Tools\n"
    "You may call one or more tools to assist with the user query.\n"
    "Here are the tools available in JSONSchema format:\n"
    "\n<tools>\n";
inline constexpr std::string_view kToolsClose =
    "</tools>\n\n"
    "To call tools, wrap all invocations in a single "
    "]<]minimax[>[<tool_call>]<]minimax[>[</tool_call> block. Parameter values containing "
    "nested objects or arrays are recursively expanded into XML elements. Example:\n"
    "\n"
    "]<]minimax[>[<tool_call>\n"
    "]<]minimax[>[<invoke name=\"tool-name-1\">"
    "]<]minimax[>[<param-1>value-1]<]minimax[>[</param-1>"
    "]<]minimax[>[<param-2>]<]minimax[>[<item>"
    "]<]minimax[>[<key-a>val-a]<]minimax[>[</key-a>"
    "]<]minimax[>[<key-b>val-b]<]minimax[>[</key-b>"
    "]<]minimax[>[</item>]<]minimax[>[</param-2>]<]minimax[>[</invoke>\n"
    "]<]minimax[>[<invoke name=\"tool-name-2\">"
    "]<]minimax[>[<param-1>value-1]<]minimax[>[</param-1>]<]minimax[>[</invoke>\n"
    "]<]minimax[>[</tool_call>";

} // namespace tf::text
