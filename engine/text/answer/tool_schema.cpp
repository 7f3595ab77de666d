#include "engine/text/answer/tool_schema.h"

#include "engine/text/answer/schema_check.h"
#include "engine/text/answer/schema_reference.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::text {

namespace {

using json::Value;

constexpr std::size_t kMaxAlternatives = 64;
constexpr int kMaxNesting = 16; // of anyOf in anyOf, so that a schema that refers to itself ends

unsigned typeBit(std::string_view typeName)
{
    constexpr std::pair<std::string_view, unsigned> kBits[] = {
        {"null", kNullType},     {"integer", kIntegerType}, {"number", kNumberType},
        {"string", kStringType}, {"boolean", kBooleanType}, {"object", kObjectType},
        {"array", kArrayType},
    };
    for (const auto& [name, bit] : kBits) {
        if (name == typeName)
            return bit;
    }
    return 0;
}

/// What the node says without its $ref, anyOf and the like.
unsigned ownTypes(const Value& node)
{
    unsigned types = 0;
    if (const Value* type = node.find("type")) {
        types |= typeBit(type->text);
        for (const Value& item : type->items)
            types |= typeBit(item.text);
    } else {
        if (node.find("properties") != nullptr)
            types |= kObjectType;
        if (node.find("items") != nullptr || node.find("prefixItems") != nullptr)
            types |= kArrayType;
    }
    const Value* nullable = node.find("nullable");
    if (nullable != nullptr && nullable->flag)
        types |= kNullType;
    return types;
}

void collect(std::vector<ToolAlternative>& found, ToolSchema schema, int nesting)
{
    if (schema.node == nullptr || nesting > kMaxNesting || found.size() >= kMaxAlternatives)
        return;
    const Value* node = dereferenced(*schema.root, *schema.node);
    if (node == nullptr)
        return;
    const unsigned types = ownTypes(*node);
    if (types != 0 || node->find("enum") != nullptr || node->find("const") != nullptr)
        found.push_back({{node, schema.root}, types});
    for (const char* keyword : {"allOf", "anyOf", "oneOf"}) {
        if (const Value* list = node->find(keyword)) {
            for (const Value& item : list->items)
                collect(found, {&item, schema.root}, nesting + 1);
        }
    }
}

Result<> checkTool(const Value& tool, const std::string& path)
{
    if (tool.kind != json::Kind::Object)
        return Error(Code::BadInput, words(path, " is no object but a ", name(tool.kind)));
    const Value* toolName = tool.find("name");
    if (toolName == nullptr || toolName->kind != json::Kind::String || toolName->text.empty())
        return Error(Code::BadInput, words(path, " has no name"));
    if (const Value* parameters = tool.find("parameters"); parameters && !parameters->isNull())
        TRY(checkSchema(*parameters, words(path, " (", toolName->text, "): parameters")));
    return {};
}

} // namespace

std::vector<ToolAlternative> alternatives(ToolSchema schema)
{
    std::vector<ToolAlternative> found;
    collect(found, schema, 0);
    return found;
}

ToolSchema memberSchema(const std::vector<ToolAlternative>& ofObject, std::string_view name)
{
    for (const auto& alternative : ofObject) {
        const Value* properties = alternative.schema.node->find("properties");
        if (const Value* property = properties ? properties->find(name) : nullptr)
            return {property, alternative.schema.root};
    }
    for (const auto& alternative : ofObject) {
        if (const Value* others = alternative.schema.node->find("additionalProperties"))
            return {others, alternative.schema.root};
    }
    return {};
}

ToolSchema itemSchema(const std::vector<ToolAlternative>& ofArray, std::size_t itemIdx)
{
    for (const auto& alternative : ofArray) {
        const Value& node = *alternative.schema.node;
        const Value* items = node.find("items");
        const Value* first =
            items && items->kind == json::Kind::Array ? items : node.find("prefixItems");
        if (first != nullptr && itemIdx < first->items.size())
            return {&first->items[itemIdx], alternative.schema.root};
        if (items != nullptr && items->kind != json::Kind::Array)
            return {items, alternative.schema.root};
    }
    return {};
}

Result<Tools> Tools::read(const Value& list)
{
    if (list.kind != json::Kind::Array)
        return Error(Code::BadInput,
                     words("tools are a ", name(list.kind), ", where a list of tools is wanted"));
    Tools tools;
    for (std::size_t toolIdx = 0; toolIdx < list.items.size(); ++toolIdx) {
        const Value& entry = list.items[toolIdx];
        const Value* function = entry.find("function");
        const Value& tool = function != nullptr ? *function : entry;
        TRY(checkTool(tool, words("tool ", toolIdx)));
        const std::string& toolName = tool.find("name")->text;
        if (tools.knows(toolName))
            return Error(
                Code::BadInput,
                words("tool ", toolIdx, ": the name ", toolName, " is taken by an earlier one"));
        const Value* parameters = tool.find("parameters");
        tools.m_tools.push_back({toolName, parameters != nullptr ? *parameters : Value::null()});
    }
    return tools;
}

const Tools::Tool* Tools::find(std::string_view name) const
{
    const auto tool = std::find_if(m_tools.begin(), m_tools.end(),
                                   [name](const Tool& t) { return t.name == name; });
    return tool == m_tools.end() ? nullptr : &*tool;
}

bool Tools::knows(std::string_view tool) const
{
    return find(tool) != nullptr;
}

ToolSchema Tools::parameters(std::string_view tool) const
{
    const Tool* found = find(tool);
    return found == nullptr ? ToolSchema{} : ToolSchema{&found->parameters, &found->parameters};
}

bool Tools::hasParameter(std::string_view tool, std::string_view name) const
{
    for (const auto& alternative : alternatives(parameters(tool))) {
        const Value* properties = alternative.schema.node->find("properties");
        if (properties != nullptr && properties->find(name) != nullptr)
            return true;
    }
    return false;
}

} // namespace tf::text
