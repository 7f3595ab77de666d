#pragma once

// One tag of a tool call: the namespace marker, then <name>, </name>, <invoke name="…"> or
// <parameter name="…">.
//
// What stands between < and > holds no < > or line feed and at most kMaxTagBytes bytes. A namespace
// marker before anything else is no tag but text, so that a value may hold it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tf::text {

inline constexpr std::size_t kMaxTagBytes = 256;

struct ToolTag {
    enum class Kind : std::uint8_t { Open, Close, Invoke, Parameter };
    Kind kind = Kind::Open;
    std::string name; ///< Invoke, Parameter: the value of their attribute
    std::size_t begin = 0; ///< of the namespace marker
    std::size_t end = 0; ///< after the >

    [[nodiscard]] bool opens(std::string_view tag) const
    {
        return kind == Kind::Open && name == tag;
    }
    [[nodiscard]] bool closes(std::string_view tag) const
    {
        return kind == Kind::Close && name == tag;
    }
};

struct TagSearch {
    std::optional<ToolTag> tag;
    std::size_t searched = 0; ///< no tag begins before this place
};

/// The first tag at or after `from`. Without one, `searched` is the end of the text, or the place
/// of what may be the beginning of a tag. Thread: any.
[[nodiscard]] TagSearch findTag(std::string_view text, std::size_t from);

} // namespace tf::text
