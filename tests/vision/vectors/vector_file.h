#pragma once

// Reference cases kept outside the tree, one JSON object a line: TRIFOLD_VECTORS names their
// folder.

#include "engine/json/value.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tf::test {

/// Empty when no folder is named.
[[nodiscard]] std::string vectorFolder();
/// Stops the test when the file cannot be read. Requires: a folder is named.
[[nodiscard]] std::vector<json::Value> readVectors(const std::string& name);

/// Members that must be there.
[[nodiscard]] std::int64_t integerOf(const json::Value& value, std::string_view name);
[[nodiscard]] double realOf(const json::Value& value);
[[nodiscard]] std::string textOf(const json::Value& value, std::string_view name);
[[nodiscard]] std::array<std::string, 3> formulaOf(const json::Value& value);

} // namespace tf::test
