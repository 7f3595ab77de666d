#pragma once

// Conversations as people have them, for pictures and for tests.

#include "app/session/session.h"

namespace tf::test {

/// Questions with attachments, reasoning, prose, lists, code, tables, a tool, a patch.
[[nodiscard]] session::Session sampleSession();
/// One answer of so many lines: prose, code and tables in turn.
[[nodiscard]] session::Session longSession(int numLines);
[[nodiscard]] std::string longAnswer(int numLines);
[[nodiscard]] session::Session hebrewSession();
/// Turns with these parents, numbered from 1; each with a short answer.
[[nodiscard]] session::Session treeSession(const std::vector<session::TurnId>& parents);
/// An answer that was cut off, and one that failed.
[[nodiscard]] session::Session brokenSession();

} // namespace tf::test
