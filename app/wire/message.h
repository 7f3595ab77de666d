#pragma once

// A conversation as plain values: what is sent to a model, whoever serves it.
//
// Media carry their bytes, shared and never changed, or an address. What goes into a prompt as JSON
// (schemas of tools, arguments of calls) is kept as it was written.

#include "engine/json/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tf::wire {

enum class Role : std::uint8_t { System, Developer, User, Assistant, Tool };

/// Bytes of a picture or clip, or where the server finds it.
struct Media {
    std::string type; ///< "image/png"; of bytes only
    std::shared_ptr<const std::string> bytes;
    std::string url; ///< used when there are no bytes

    bool operator==(const Media& other) const
    {
        const bool sameBytes =
            bytes == other.bytes || (bytes && other.bytes && *bytes == *other.bytes);
        return sameBytes && type == other.type && url == other.url;
    }
};

enum class Detail : std::uint8_t { Unnamed, Low, Default, High };

struct TextPart {
    std::string text;
    bool operator==(const TextPart&) const = default;
};

struct ImagePart {
    Media media;
    Detail detail = Detail::Unnamed;
    std::optional<std::int64_t> maxLongSide; ///< pixels
    bool operator==(const ImagePart&) const = default;
};

struct Frame {
    double seconds = 0; ///< from the clip's beginning
    Media picture;
    bool operator==(const Frame&) const = default;
};

struct VideoPart {
    Media media;
    std::optional<double> fps;
    Detail detail = Detail::Unnamed;
    std::optional<std::int64_t> maxLongSide; ///< pixels
    std::vector<Frame> frames; ///< for servers that take pictures only; never in JSON
    bool operator==(const VideoPart&) const = default;
};

using Part = std::variant<TextPart, ImagePart, VideoPart>;

struct ToolCall {
    std::string id;
    std::string name;
    std::string arguments; ///< JSON, as the model wrote it
    bool operator==(const ToolCall&) const = default;
};

struct Message {
    Role role = Role::User;
    std::vector<Part> parts;
    std::string reasoning; ///< Assistant
    json::Value reasoningDetails; ///< Assistant: the array as it came, to be sent back; else null
    std::vector<ToolCall> calls; ///< Assistant
    std::string callId; ///< Tool: the call that this answers
    bool operator==(const Message&) const = default;
};

struct Tool {
    json::Value function; ///< name, description, parameters: sent as it stands
    bool operator==(const Tool&) const = default;
};

} // namespace tf::wire
