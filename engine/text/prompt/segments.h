#pragma once

// A prompt as a list of pieces: what the template says, and what people, tools and the model said.
//
// Control tokens are looked for in Template pieces alone, so that no content can open a role or
// end a turn. Ordinary text on both sides of a border is still one text to the tokenizer's
// splitter: cutting it at the border would give other ids than the model was trained on.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tf::text {

enum class SegmentKind : std::uint8_t {
    Template, ///< trusted: markers in it are control tokens
    Content, ///< untrusted: everything in it is ordinary text, whatever it looks like
    Image, ///< one placeholder token, to be widened to the picture's patches
    Video, ///< the same for a video
};

enum class Origin : std::uint8_t {
    Template,
    Identity, ///< ChatRequest::modelIdentity
    ToolSchema, ///< itemIdx: the tool
    Content, ///< itemIdx: the message, partIdx: its part
    Reasoning, ///< itemIdx: the message
    ToolCall, ///< itemIdx: the message, partIdx: the call
};

[[nodiscard]] std::string_view name(SegmentKind kind);
[[nodiscard]] std::string_view name(Origin origin);

struct Source {
    Origin origin = Origin::Template;
    std::size_t itemIdx = 0;
    std::size_t partIdx = 0;

    bool operator==(const Source&) const = default;
};

struct Segment {
    SegmentKind kind = SegmentKind::Template;
    Source source = {};
    std::string text;

    bool operator==(const Segment&) const = default;
};

/// The prompt as one text.
[[nodiscard]] std::string joined(std::span<const Segment> segments);

/// Builds the list: neighbours of one kind and source become one segment, empty ones none.
class SegmentList {
public:
    void addTemplate(std::string_view text);
    void addContent(std::string_view text, Source source);
    /// Requires: Image or Video.
    void addPlaceholder(SegmentKind kind, Source source);

    [[nodiscard]] std::vector<Segment> take() && { return std::move(m_segments); }

private:
    void add(SegmentKind kind, Source source, std::string_view text);

    std::vector<Segment> m_segments;
};

} // namespace tf::text
