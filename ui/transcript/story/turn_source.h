#pragma once

// Where a view reads the turns that it shows: a few questions about one conversation.
//
// A conversation answers them in the window, a plain session in tests. What is returned stays valid
// until the next event. Thread: main.

#include "app/workspace/conversation.h"

#include <functional>

namespace tf::ui {

/// What can be done with what is shown.
enum class TurnUse : std::uint8_t { Everything, Reading };

struct TurnSource {
    /// The turns that are shown, root first.
    std::function<std::vector<session::TurnId>()> branch;
    /// nullptr: there is none of that number.
    std::function<const session::Turn*(session::TurnId)> turn;
    std::function<std::vector<session::TurnId>(session::TurnId)> siblings;
    /// nullptr: no answer runs.
    std::function<const workspace::Running*()> running;
    /// nullptr: nothing is known.
    std::function<const workspace::Trouble*(session::TurnId)> trouble;
    TurnUse use = TurnUse::Everything;
};

/// The newest branch of a session that nobody works in. Requires: `session` outlives it.
[[nodiscard]] TurnSource sourceOf(const session::Session& session);

} // namespace tf::ui
