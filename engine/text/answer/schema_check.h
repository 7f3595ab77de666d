#pragma once

// Refuses a JSON schema whose keywords hold what they must not, and says where.

#include "engine/json/value.h"

#include <string>

namespace tf::text {

/// BadInput with the path of the fault. `path` is the name of the whole in words. Thread: any.
Result<> checkSchema(const json::Value& schema, const std::string& path);

} // namespace tf::text
