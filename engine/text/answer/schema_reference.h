#pragma once

// Where a $ref inside a JSON schema leads.

#include "engine/json/value.h"

#include <string_view>

namespace tf::text {

/// The node that "#/…" names inside the document; nullptr when there is none, and for references
/// that leave the document.
[[nodiscard]] const json::Value* referenced(const json::Value& root, std::string_view reference);

/// Follows $refs until a schema without one; nullptr when one leads nowhere or they go in circles.
[[nodiscard]] const json::Value* dereferenced(const json::Value& root, const json::Value& schema);

/// True of "#…": the others are looked up nowhere.
[[nodiscard]] inline bool isLocalReference(std::string_view reference)
{
    return reference.starts_with('#');
}

} // namespace tf::text
