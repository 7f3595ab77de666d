#pragma once

// What an endpoint says as JSON: one object an event, for the --json of verbs that ask.

#include "app/endpoint/event.h"
#include "engine/json/value.h"

namespace tf::cli {

/// {"event":"text","text":"…"}; the names stand in the room's README. Thread: any.
[[nodiscard]] json::Value eventJson(const endpoint::Event& event);

} // namespace tf::cli
