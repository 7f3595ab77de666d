#pragma once

// The tools of a request, and what the JSON schema of their parameters says about one value.
//
// Schemas are checked once, when the tools are read, so that reading a call cannot fail on them.
// What a schema forbids beyond types is the tool's business, not the parser's.

#include "engine/json/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::text {

/// One JSON schema and the document that its $refs point into. Views into Tools; empty: unknown.
struct ToolSchema {
    const json::Value* node = nullptr;
    const json::Value* root = nullptr;
};

/// The types a schema allows by itself, as bits.
enum ToolType : std::uint8_t {
    kNullType = 1,
    kIntegerType = 2,
    kNumberType = 4,
    kBooleanType = 8,
    kObjectType = 16,
    kArrayType = 32,
    kStringType = 64,
};

struct ToolAlternative {
    ToolSchema schema;
    unsigned types = 0; ///< of ToolType; 0 when only an enum or const tells
};

/// The schema, or in order what its $ref, allOf, anyOf and oneOf lead to: those that say something
/// about the type, at most 64. Empty: anything goes. Thread: any.
[[nodiscard]] std::vector<ToolAlternative> alternatives(ToolSchema schema);

/// The schema of an object's member; empty when none is given.
[[nodiscard]] ToolSchema memberSchema(const std::vector<ToolAlternative>& ofObject,
                                      std::string_view name);

/// The schema of an array's element.
[[nodiscard]] ToolSchema itemSchema(const std::vector<ToolAlternative>& ofArray,
                                    std::size_t itemIdx);

class Tools {
public:
    Tools() = default;
    /// Requires: an array of OpenAI tools ({"type","function"}) or bare functions
    /// ({"name","parameters"}); BadInput with the place in words when it is anything else.
    static Result<Tools> read(const json::Value& list);

    [[nodiscard]] bool knows(std::string_view tool) const;
    /// Of the parameters; empty for an unknown tool. Lives as long as this object.
    [[nodiscard]] ToolSchema parameters(std::string_view tool) const;
    [[nodiscard]] bool hasParameter(std::string_view tool, std::string_view name) const;

private:
    struct Tool {
        std::string name;
        json::Value parameters;
    };
    [[nodiscard]] const Tool* find(std::string_view name) const;

    std::vector<Tool> m_tools;
};

} // namespace tf::text
