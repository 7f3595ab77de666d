#pragma once

// Ways through the turns of a session: which leaf a branch ends in, which turns stand side by side.
//
// Thread: any.

#include "app/session/session.h"

namespace tf::workspace {

/// Of the turns that follow `through`, or itself: the one that began last and was not removed.
[[nodiscard]] session::TurnId newestLeaf(const session::Session& session, session::TurnId through);

/// With the same parent, in their order; removed ones are left out, but for itself.
[[nodiscard]] std::vector<session::TurnId> siblingsOf(const session::Session& session,
                                                      session::TurnId id);

/// What a session is opened with: the branch that lay on the desk, else the newest.
[[nodiscard]] session::TurnId leafToShow(const session::Session& session);

/// A copy that has the turns up to `leaf` alone, root first.
[[nodiscard]] session::Session pathAlone(const session::Session& session, session::TurnId leaf);

} // namespace tf::workspace
