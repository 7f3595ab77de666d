#pragma once

// The instructions of a preset put before a question, once a branch.
//
// The first question of a session has them as its system message; a later one before all else that
// goes along. What a branch was told already is not said again. Thread: main.

#include "app/works/preset.h"
#include "app/workspace/conversation.h"

namespace tf::works {

/// Some question of the shown branch had them.
[[nodiscard]] bool wasTold(const workspace::Conversation& talk, const Preset& preset);

/// `enclosure` may be null. What comes back has the instructions, if they have yet to be said.
[[nodiscard]] std::shared_ptr<const workspace::Enclosure>
instructed(const workspace::Conversation& talk, const Preset& preset,
           std::shared_ptr<const workspace::Enclosure> enclosure);

} // namespace tf::works
