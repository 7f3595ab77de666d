#include "engine/text/answer/schema_check.h"

#include "engine/text/answer/schema_reference.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>

namespace tf::text {

namespace {

using json::Value;

constexpr std::array<std::string_view, 7> kTypeNames = {"null",   "boolean", "integer", "number",
                                                        "string", "array",   "object"};

Error wrongSchema(const std::string& path, const Value& value, std::string_view wanted)
{
    const std::string text = json::write(value);
    return {Code::BadInput,
            words(path, " is ", text.size() > 60 ? "a " : "",
                  text.size() > 60 ? name(value.kind) : std::string_view(text), ", where ", wanted,
                  " is wanted")};
}

class SchemaCheck {
public:
    explicit SchemaCheck(const Value& root)
        : m_root(root)
    {
    }

    Result<> schema(const Value& node, const std::string& path) const
    {
        if (node.kind == json::Kind::Bool)
            return {};
        if (node.kind != json::Kind::Object)
            return wrongSchema(path, node, "a schema (an object, true or false)");
        for (const auto& [keyword, value] : node.members)
            TRY(check(keyword, value, words(path, ".", keyword)));
        return {};
    }

private:
    Result<> check(std::string_view keyword, const Value& value, const std::string& path) const
    {
        constexpr std::array<std::string_view, 4> kNamed = {"properties", "patternProperties",
                                                            "$defs", "definitions"};
        constexpr std::array<std::string_view, 4> kLists = {"anyOf", "oneOf", "allOf",
                                                            "prefixItems"};
        const auto isOneOf = [keyword](const auto& names) {
            return std::find(names.begin(), names.end(), keyword) != names.end();
        };
        if (keyword == "type")
            return type(value, path);
        if (keyword == "$ref")
            return reference(value, path);
        if (isOneOf(kNamed))
            return named(value, path);
        if (isOneOf(kLists) || (keyword == "items" && value.kind == json::Kind::Array))
            return list(value, path);
        if (keyword == "items" || keyword == "additionalProperties")
            return schema(value, path);
        if (keyword == "enum" && value.kind != json::Kind::Array)
            return wrongSchema(path, value, "a list of values");
        if (keyword == "required" && !isListOfStrings(value))
            return wrongSchema(path, value, "a list of names");
        if (keyword == "nullable" && value.kind != json::Kind::Bool)
            return wrongSchema(path, value, "true or false");
        return {};
    }

    static bool isListOfStrings(const Value& value)
    {
        return value.kind == json::Kind::Array
            && std::all_of(value.items.begin(), value.items.end(),
                           [](const Value& item) { return item.kind == json::Kind::String; });
    }

    static Result<> type(const Value& value, const std::string& path)
    {
        const auto isTypeName = [](const Value& item) {
            return item.kind == json::Kind::String
                && std::find(kTypeNames.begin(), kTypeNames.end(), item.text) != kTypeNames.end();
        };
        const bool isList = value.kind == json::Kind::Array && !value.items.empty()
            && std::all_of(value.items.begin(), value.items.end(), isTypeName);
        if (!isList && !isTypeName(value))
            return wrongSchema(path, value,
                               "one of null, boolean, integer, number, string, array, object, or a "
                               "list of them,");
        return {};
    }

    Result<> reference(const Value& value, const std::string& path) const
    {
        if (value.kind != json::Kind::String)
            return wrongSchema(path, value, "a reference");
        if (!isLocalReference(value.text) || value.text.find_first_of("/") == std::string::npos)
            return {};
        const Value* target = referenced(m_root, value.text);
        if (target == nullptr || dereferenced(m_root, *target) == nullptr)
            return wrongSchema(path, value, "a reference that leads to a schema");
        return {};
    }

    Result<> named(const Value& value, const std::string& path) const
    {
        if (value.kind != json::Kind::Object)
            return wrongSchema(path, value, "an object of schemas");
        for (const auto& [name, member] : value.members)
            TRY(schema(member, words(path, ".", name)));
        return {};
    }

    Result<> list(const Value& value, const std::string& path) const
    {
        if (value.kind != json::Kind::Array)
            return wrongSchema(path, value, "a list of schemas");
        for (std::size_t itemIdx = 0; itemIdx < value.items.size(); ++itemIdx)
            TRY(schema(value.items[itemIdx], words(path, "[", itemIdx, "]")));
        return {};
    }

    const Value& m_root;
};

} // namespace

Result<> checkSchema(const Value& schema, const std::string& path)
{
    return SchemaCheck(schema).schema(schema, path);
}

} // namespace tf::text
