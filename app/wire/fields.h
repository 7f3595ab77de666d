#pragma once

// Members of a JSON object from a stranger, each taken as what it should be, or as nothing.
//
// Thread: any, all of them.

#include "engine/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tf::wire {

/// A whole number, also when it was spelled 12.0; nothing below `least` or above 2^53.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(const json::Value& value,
                                                      std::int64_t least = 0);
[[nodiscard]] std::optional<double> finiteNumber(const json::Value& value);

/// The member's characters; nullptr when it is no string.
[[nodiscard]] const std::string* stringIn(const json::Value& object, std::string_view name);
[[nodiscard]] std::optional<std::int64_t> wholeNumberIn(const json::Value& object,
                                                        std::string_view name);
/// The member if it is an object, or an array; else nullptr.
[[nodiscard]] const json::Value* objectIn(const json::Value& object, std::string_view name);
[[nodiscard]] const json::Value* arrayIn(const json::Value& object, std::string_view name);

[[nodiscard]] json::Value jsonNumber(std::int64_t number);
[[nodiscard]] json::Value jsonNumber(double number);

} // namespace tf::wire
