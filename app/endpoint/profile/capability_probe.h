#pragma once

// What a server says it can do, laid over what was known of it.
//
// From its list of models, which costs nothing; from a short answer, which may cost. What neither
// says stays as it was. Thread: any.

#include "app/endpoint/event.h"
#include "app/endpoint/openai.h"
#include "app/endpoint/profile/stored_profile.h"

namespace tf::endpoint {

/// The profile's model in the list; without one, the only one there is. nullptr: neither.
[[nodiscard]] const wire::ListedModel* modelIn(const std::vector<wire::ListedModel>& models,
                                               const std::string& model);

[[nodiscard]] Capabilities foundInList(Capabilities known, const wire::ListedModel& model,
                                       std::string today);

/// A question whose answer is short; may cost.
[[nodiscard]] Request probeRequest();

/// What the events of its answer show.
[[nodiscard]] Capabilities foundInAnswer(Capabilities known, const std::vector<Event>& events,
                                         std::string today);

} // namespace tf::endpoint
