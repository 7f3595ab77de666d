#pragma once

// What an endpoint says, as a session keeps it: parts of an answer, and how it ended.
//
// Thread: any.

#include "app/workspace/conversation.h"

namespace tf::workspace {

/// Nothing for what only grows towards a part.
[[nodiscard]] std::optional<session::Part> partOf(const wire::ReplyEvent& event);

[[nodiscard]] session::Ending endingOf(const endpoint::Done& done);
/// Interrupted when it was stopped, else Failed.
[[nodiscard]] session::Ending endingOf(const endpoint::Failed& failed);

/// What is told of an answer before it comes, and beside it.
void note(Running& running, const endpoint::Event& event);
/// More of it has come.
void notePiece(Running& running);

} // namespace tf::workspace
