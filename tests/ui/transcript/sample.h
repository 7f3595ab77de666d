#pragma once

// Conversations as people have them, for pictures and for tests.

#include "app/session/session.h"
#include "app/workspace/kept_media.h"

namespace tf::test {

/// Questions with attachments, reasoning, prose, lists, code, tables, a tool, a patch.
[[nodiscard]] session::Session sampleSession();
/// One answer of so many lines: prose, code and tables in turn.
[[nodiscard]] session::Session longSession(int numLines);
[[nodiscard]] std::string longAnswer(int numLines);
[[nodiscard]] session::Session hebrewSession();
/// Turns with these parents, numbered from 1; each with a short answer.
[[nodiscard]] session::Session treeSession(const std::vector<session::TurnId>& parents);
/// A question with a picture, a clip as frames, a clip as a file, a picture that is gone, a text.
[[nodiscard]] session::Session mediaSession();
/// A picture of that size as it is shown, in bands of colour.
[[nodiscard]] workspace::KeptMedium shownMedium(int width, int height);
/// Answers of a server that failed: a key, a connection, a server, a question that is too long.
[[nodiscard]] session::Session failedSession();
/// An answer that was cut off, and one that failed.
[[nodiscard]] session::Session brokenSession();

} // namespace tf::test
