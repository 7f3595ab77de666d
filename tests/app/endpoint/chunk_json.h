#pragma once

// Chunks of a chat answer as JSON, for servers in tests.
//
// Thread: any.

#include <QByteArray>
#include <QByteArrayList>

#include <string>

namespace tf::test {

/// `text` as JSON, in quotes.
[[nodiscard]] QByteArray quoted(const std::string& text);
/// A chunk whose delta has these members.
[[nodiscard]] QByteArray deltaOf(const QByteArray& members);
/// A chunk with that text as content, whatever characters it has.
[[nodiscard]] QByteArray contentOf(const std::string& text);
/// A chunk with these entries of tool_calls, with commas between them.
[[nodiscard]] QByteArray callsOf(const QByteArray& entries);
/// A chunk that ends the answer for that reason.
[[nodiscard]] QByteArray finishOf(const QByteArray& reason);

} // namespace tf::test
