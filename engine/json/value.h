#pragma once

// A JSON document as a tree of plain values: members in their written order, numbers as spelled.
//
// Order and spelling matter here: a tool's schema is rendered into the prompt as it was written,
// 1 is not 1.0, and an integer may have more digits than any machine type.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tf::json {

enum class Kind : std::uint8_t { Null, Bool, Number, String, Array, Object };

[[nodiscard]] std::string_view name(Kind kind);

struct Value;
using Member = std::pair<std::string, Value>;

struct Value {
    Kind kind = Kind::Null;
    bool flag = false; ///< Bool
    std::string text; ///< String: its characters, UTF-8; Number: as it was spelled
    std::vector<Value> items; ///< Array
    std::vector<Member> members; ///< Object; of a repeated name the last value, in the first place

    /// The member of that name; nullptr when there is none or this is no object.
    [[nodiscard]] const Value* find(std::string_view name) const;

    [[nodiscard]] bool isNull() const { return kind == Kind::Null; }
    /// A number spelled without fraction and exponent.
    [[nodiscard]] bool isInteger() const;

    static Value null() { return {}; }
    static Value boolean(bool flag);
    static Value string(std::string text);
    static Value number(std::string spelled);
    static Value array(std::vector<Value> items = {});
    static Value object(std::vector<Member> members = {});

    bool operator==(const Value&) const = default;
};

struct Limits {
    std::size_t maxBytes = std::size_t(256) << 20;
    int maxDepth = 512;
};

/// The whole document, or Error{BadInput} with the byte where it breaks. Strict JSON: no NaN, no
/// comments, no lone surrogates, valid UTF-8, nothing after the end. Thread: any.
Result<Value> parse(std::string_view text, Limits limits = {});

/// Compact JSON, UTF-8 unescaped but for what JSON demands. parse(write(v)) == v. Thread: any.
[[nodiscard]] std::string write(const Value& value);

/// A string as a JSON literal with its quotes, appended. Requires: valid UTF-8.
void appendQuoted(std::string& out, std::string_view text);

} // namespace tf::json
