#pragma once

// What the user wants in a file of their own: a session, or a text that an answer holds.
//
// Written whole or not at all, over nothing that cannot be replaced. Thread: main.

#include "app/session/store.h"
#include "app/workspace/inbox.h"

#include <filesystem>

namespace tf::workspace {

enum class ExportForm : std::uint8_t {
    Markdown, ///< for people
    Json, ///< comes back whole, with its pictures and clips
};

/// By the ending of a file's name: JSON for ".json", else Markdown.
[[nodiscard]] ExportForm formOf(const std::filesystem::path& file);

/// Denied when it cannot be written. Blocks: on the disk. Thread: any.
Result<> saveText(const std::filesystem::path& file, std::string_view text);

/// A session as it is in memory, when the store does not have it any more or cannot keep it;
/// contents of pictures and clips are left out. `done` is called on the main thread.
/// Blocks: never.
void exportValue(session::Session session, const Inbox& inbox, std::filesystem::path file,
                 std::function<void(Result<>)> done);

/// `done` is called on the main thread. Blocks: never.
void exportSession(session::Store& store, const Inbox& inbox, const session::SessionId& id,
                   std::filesystem::path file, std::function<void(Result<>)> done);

} // namespace tf::workspace
