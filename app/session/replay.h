#pragma once

// Events become the session that they made, and a session the events that make it.
//
// Replaying forgives: when the event that began a turn was lost, its answer is still shown, under
// an empty question. Whatever is replayed, the turns are a tree: a parent stands before its child.
// Thread: any.

#include "app/session/event.h"

namespace tf::session {

/// The session after one more event.
void apply(Session& session, const Event& event);

/// One more stretch of an answer, joined with the one before where they belong together.
void addPart(std::vector<Part>& parts, Part part);

/// Replayed in order they give the same session, but for its desk. Sequence numbers are left out.
[[nodiscard]] std::vector<Event> eventsOf(const Session& session);

/// The turn of that id; nullptr when there is none.
[[nodiscard]] Turn* findTurn(Session& session, TurnId id);
[[nodiscard]] const Turn* findTurn(const Session& session, TurnId id);

/// What takes an event back; nothing for those that grow a session.
[[nodiscard]] std::optional<Change> inverseOf(const Change& change);

} // namespace tf::session
