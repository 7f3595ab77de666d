#pragma once

// A session as Markdown, for people: one branch or all, questions and answers in their order.
//
// Written only; the JSON document is what comes back whole. Thread: any.

#include "app/session/session.h"

namespace tf::session {

enum class Reasoning : std::uint8_t { Left, Shown };

/// Turns that were removed are left out.
[[nodiscard]] std::string writeMarkdown(const Session& session, Reasoning reasoning);

} // namespace tf::session
