#pragma once

// What earlier turns of a conversation sent from a place, file by file.
//
// Thread: any.

#include "app/session/session.h"

#include <functional>
#include <memory>

namespace tf::workspace {

/// The first turn's first; later items of a path count. Files that were cut stand there, marked.
using SentFiles = std::shared_ptr<const std::vector<session::ManifestItem>>;
/// Null: nothing of it was sent.
using SentFrom = std::function<SentFiles(const std::string& place)>;

/// The repositories of the session that its branch to `leaf` sent something of, each place once,
/// as it was chosen last.
[[nodiscard]] std::vector<session::Source> sourcesSent(const session::Session& session,
                                                       session::TurnId leaf);

/// `place` is that of one of its sources, or a folder of that name. Blocks: on the disk, for a
/// folder's whole name.
[[nodiscard]] SentFiles sentBefore(const session::Session& session, session::TurnId leaf,
                                   const std::string& place);

} // namespace tf::workspace
