#pragma once

// What an endpoint says, as a session keeps it: parts of an answer, and how it ended.
//
// Thread: any.

#include "app/endpoint/event.h"
#include "app/session/turn.h"

namespace tf::draft {

/// Nothing for what only grows towards a part.
[[nodiscard]] std::optional<session::Part> partOf(const wire::ReplyEvent& event);

[[nodiscard]] session::Ending endingOf(const endpoint::Done& done);
/// Interrupted when it was stopped, else Failed.
[[nodiscard]] session::Ending endingOf(const endpoint::Failed& failed);

} // namespace tf::draft
