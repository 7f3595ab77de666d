#pragma once

// A JSON value as Python spells it: str(), repr() and json.dumps(ensure_ascii=False).

#include "engine/json/value.h"

#include <string>

namespace tf::text {

/// str(value): a string as it is, True, None, 1e-05, {'a': [1, "it's"]}. Thread: any.
[[nodiscard]] std::string pythonStr(const json::Value& value);

/// json.dumps(value, ensure_ascii=False): ", " and ": " between, members in their order.
[[nodiscard]] std::string pythonJson(const json::Value& value);

/// bool(value): false for null, false, zero, "", [] and {}.
[[nodiscard]] bool pythonTruth(const json::Value& value);

} // namespace tf::text
