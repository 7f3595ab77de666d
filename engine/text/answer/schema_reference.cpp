#include "engine/text/answer/schema_reference.h"

#include <charconv>

namespace tf::text {

namespace {

constexpr int kMaxHops = 32;

/// One step of a JSON pointer, with ~1 and ~0 undone.
std::string pointerStep(std::string_view escaped)
{
    std::string step;
    for (std::size_t at = 0; at < escaped.size(); ++at) {
        const bool isEscape = escaped[at] == '~' && at + 1 < escaped.size();
        if (isEscape && (escaped[at + 1] == '0' || escaped[at + 1] == '1'))
            step += escaped[++at] == '0' ? '~' : '/';
        else
            step += escaped[at];
    }
    return step;
}

const json::Value* childOf(const json::Value& value, const std::string& step)
{
    if (value.kind != json::Kind::Array)
        return value.find(step);
    std::size_t itemIdx = 0;
    const auto* end = step.data() + step.size();
    const auto read = std::from_chars(step.data(), end, itemIdx);
    const bool isIndex = read.ec == std::errc() && read.ptr == end;
    return isIndex && itemIdx < value.items.size() ? &value.items[itemIdx] : nullptr;
}

} // namespace

const json::Value* referenced(const json::Value& root, std::string_view reference)
{
    if (reference == "#")
        return &root;
    if (!reference.starts_with("#/"))
        return nullptr;
    const json::Value* node = &root;
    auto pointer = reference.substr(1);
    while (node != nullptr && !pointer.empty()) {
        pointer.remove_prefix(1);
        const auto step = pointer.substr(0, pointer.find('/'));
        node = childOf(*node, pointerStep(step));
        pointer.remove_prefix(step.size());
    }
    return node;
}

const json::Value* dereferenced(const json::Value& root, const json::Value& schema)
{
    const json::Value* node = &schema;
    for (int numHops = 0; numHops < kMaxHops; ++numHops) {
        const json::Value* reference = node->find("$ref");
        if (reference == nullptr)
            return node;
        node = referenced(root, reference->text);
        if (node == nullptr)
            return nullptr;
    }
    return nullptr;
}

} // namespace tf::text
