#pragma once

// Where a view reads the turns that it shows: a few questions about one conversation.
//
// A conversation answers them in the window, a plain session in tests. What is returned stays valid
// until the next event. Thread: main.

#include "app/workspace/cited/cited_place.h"
#include "app/workspace/conversation.h"
#include "app/workspace/engine_choice.h"
#include "app/workspace/kept_media.h"

#include <functional>
#include <span>

namespace tf::ui {

/// What can be done with what is shown.
enum class TurnUse : std::uint8_t { Everything, Reading };

/// Those that can be asked, as they are now; absent: nobody knows.
using EngineList = std::function<std::span<const workspace::EngineChoice>()>;

/// What is known of a picture or clip that the store keeps; absent: nothing.
using MediaLook = std::function<workspace::KeptMedium(const std::string& blob)>;

/// What is known of the places that answers name.
struct CitationLook {
    /// What looks like one may be none: a time of the day.
    std::function<bool(session::TurnId, const ingest::Citation&)> isCitation;
    std::function<workspace::CitedPlace(session::TurnId, const ingest::Citation&)> place;
};

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
    EngineList engines = {};
    MediaLook media = {};
    std::shared_ptr<const CitationLook> citations = {}; ///< null: none are looked for
    TurnUse use = TurnUse::Everything;
};

/// The newest branch of a session that nobody works in. Requires: `session` outlives it.
[[nodiscard]] TurnSource sourceOf(const session::Session& session);

} // namespace tf::ui
