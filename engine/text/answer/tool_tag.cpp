#include "engine/text/answer/tool_tag.h"

#include "engine/text/answer/answer_marker.h"

namespace tf::text {

namespace {

/// The value of `name=` after the word, in double, single or no quotes.
std::optional<std::string> nameAttribute(std::string_view inner, std::string_view word)
{
    const auto skipSpace = [&inner] {
        inner.remove_prefix(std::min(inner.find_first_not_of(kMarkupSpace), inner.size()));
    };
    if (!inner.starts_with(word) || inner.size() == word.size()
        || !isMarkupSpace(inner[word.size()]))
        return std::nullopt;
    inner.remove_prefix(word.size());
    skipSpace();
    if (!inner.starts_with("name"))
        return std::nullopt;
    inner.remove_prefix(4);
    skipSpace();
    if (!inner.starts_with('='))
        return std::nullopt;
    inner.remove_prefix(1);
    skipSpace();
    inner = inner.substr(0, inner.find_last_not_of(kMarkupSpace) + 1);
    if (inner.size() >= 2 && (inner.front() == '"' || inner.front() == '\'')
        && inner.back() == inner.front())
        return std::string(inner.substr(1, inner.size() - 2));
    if (inner.find_first_of(" \t\"'=") != std::string_view::npos)
        return std::nullopt;
    return std::string(inner);
}

ToolTag tagFrom(std::string_view inner)
{
    ToolTag tag;
    if (inner.starts_with('/')) {
        tag.kind = ToolTag::Kind::Close;
        tag.name = inner.substr(1);
    } else if (auto invoke = nameAttribute(inner, "invoke")) {
        tag.kind = ToolTag::Kind::Invoke;
        tag.name = std::move(*invoke);
    } else if (auto parameter = nameAttribute(inner, "parameter")) {
        tag.kind = ToolTag::Kind::Parameter;
        tag.name = std::move(*parameter);
    } else {
        tag.name = inner;
    }
    return tag;
}

enum class TagAt : std::uint8_t { Whole, None, Cut };

struct TagEnd {
    TagAt what = TagAt::None;
    std::size_t innerBytes = 0;
};

/// What stands after a namespace marker.
TagEnd tagAfterNamespace(std::string_view text)
{
    if (text.empty())
        return {TagAt::Cut};
    if (text.front() != '<')
        return {TagAt::None};
    text = text.substr(1, kMaxTagBytes + 1);
    const auto end = text.find_first_of("<>\n");
    if (end == std::string_view::npos)
        return {text.size() > kMaxTagBytes ? TagAt::None : TagAt::Cut};
    if (text[end] != '>' || end == 0 || text.substr(0, end) == "/")
        return {TagAt::None};
    return {TagAt::Whole, end};
}

} // namespace

TagSearch findTag(std::string_view text, std::size_t from)
{
    for (;;) {
        const auto place = text.find(kNamespace, from);
        if (place == std::string_view::npos) {
            const auto held = heldBytes(text.substr(from), kNamespace);
            return {std::nullopt, text.size() - held};
        }
        const auto after = place + kNamespace.size();
        const auto found = tagAfterNamespace(text.substr(after));
        if (found.what == TagAt::Cut)
            return {std::nullopt, place};
        if (found.what == TagAt::Whole) {
            ToolTag tag = tagFrom(text.substr(after + 1, found.innerBytes));
            tag.begin = place;
            tag.end = after + found.innerBytes + 2;
            return {std::move(tag), place};
        }
        from = after;
    }
}

} // namespace tf::text
