#pragma once

// How one kind of server wants a chat request spelled: a row of data for each.

#include <array>
#include <cstdint>
#include <string_view>

namespace tf::wire {

enum class Thinking : std::uint8_t { Off, Adaptive, On };

/// Where the mode stands in the body.
enum class ThinkingField : std::uint8_t {
    None,
    TemplateMode, ///< chat_template_kwargs.thinking_mode
    ThinkingType, ///< thinking.type
    ReasoningEnabled, ///< reasoning.enabled
    Effort, ///< reasoning_effort
};

/// What one position of the thinking switch becomes.
struct ThinkingWord {
    std::string_view wire; ///< empty: this position cannot be asked for
    std::string_view note; ///< what the user is told; empty: it means what it says
};

/// How past reasoning goes back to the server.
enum class ReasoningEcho : std::uint8_t {
    Left, ///< not at all
    ReasoningContent,
    Reasoning,
    Details, ///< reasoning_details as they came, else as <think> inside content
    ThinkTags,
};

enum class VideoForm : std::uint8_t {
    None, ///< frames as pictures with their times
    InsideUrl, ///< video_url with fps, detail and max_long_side_pixel inside
    Kwargs, ///< video_url; fps in media_io_kwargs, sizes in mm_processor_kwargs
    Plain, ///< video_url; everything else is the server's business
};

enum class Honours : std::uint8_t { No, Yes };

struct Dialect {
    ThinkingField thinkingField = ThinkingField::None;
    std::array<ThinkingWord, 3> thinkingWords; ///< by Thinking
    ReasoningEcho echo = ReasoningEcho::Left;
    VideoForm video = VideoForm::None;
    Honours imageDetail = Honours::No; ///< detail and max_long_side_pixel inside image_url
    Honours reasoningSplit = Honours::No; ///< reasoning_split: true
    Honours topK = Honours::No;
    Honours stopsAndSeed = Honours::Yes;
    std::string_view maxTokens = "max_tokens";

    [[nodiscard]] const ThinkingWord& word(Thinking thinking) const
    {
        return thinkingWords[static_cast<std::size_t>(thinking)];
    }
};

} // namespace tf::wire
