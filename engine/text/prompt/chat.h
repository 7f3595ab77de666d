#pragma once

// A conversation as M3's template sees it: messages, tools, the thinking mode.
//
// Plain values without a wire format; chat_json reads them from JSON, the application fills them
// from its session. What the template never shows (ids of calls, names of results) is not here:
// results belong to calls by their order.

#include "engine/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tf::text {

enum class Role : std::uint8_t {
    Root, ///< first message only: replaces the maker's system text
    System, ///< leading message only; shown to the model as the developer
    Developer, ///< the same
    User,
    Assistant,
    Tool,
    Other, ///< a role that M3 does not know; never rendered
};

enum class PartKind : std::uint8_t {
    Text,
    Image,
    Video,
    Unshown, ///< of a type that the template passes over
};

struct Part {
    PartKind kind = PartKind::Text;
    std::string text; ///< Text: its characters, UTF-8; Image, Video: the address it came with

    bool operator==(const Part&) const = default;
};

struct ToolCall {
    std::string name;
    json::Value arguments; ///< an object
};

struct Message {
    Role role = Role::User;
    std::vector<Part> parts; ///< none when the content is empty
    /// Assistant: what it thought. Without it, thinking is looked for in the content.
    std::optional<std::string> reasoning = std::nullopt;
    std::vector<ToolCall> toolCalls = {};
};

struct Tool {
    json::Value function; ///< name, description, parameters: rendered as it stands
};

enum class ThinkingMode : std::uint8_t {
    Adaptive,
    Enabled,
    Disabled,
    Unnamed, ///< some other word; the template then names no mode at all
};

struct ChatRequest {
    std::vector<Message> messages = {};
    std::vector<Tool> tools = {};
    std::optional<ThinkingMode> thinkingMode = std::nullopt; ///< without it: adaptive
    /// Who the model is told to be when no system or developer message says it.
    std::optional<std::string> modelIdentity = std::nullopt;
    bool addGenerationPrompt = true; ///< ends where the model begins to answer
};

} // namespace tf::text
