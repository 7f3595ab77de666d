#pragma once

// What an endpoint says as JSON: one object an event, for the --json of verbs that ask.

#include "app/endpoint/event.h"
#include "engine/json/value.h"

namespace tf::cli {

/// {"event":"text","text":"…"}; the member names stand in `m3 ask --help`. Thread: any.
[[nodiscard]] json::Value eventJson(const endpoint::Event& event);

} // namespace tf::cli
