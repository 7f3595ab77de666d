#pragma once

// What is told of an answer while it is on its way, noted for whoever watches it.
//
// Thread: main.

#include "app/workspace/conversation.h"

namespace tf::workspace {

/// What is told of an answer before it comes, and beside it.
void note(Running& running, const endpoint::Event& event);
/// More of it has come.
void notePiece(Running& running);

} // namespace tf::workspace
