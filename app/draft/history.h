#pragma once

// The turns of one branch of a kept session as the messages of a chat request again.
//
// Byte for byte as they were sent, so that whatever has read them finds them in its prefix cache;
// the answers go back whole, their reasoning too, as M3 wants it. A question that was never
// answered stays in front of the next one. Thread: any. Blocks: as long as reading a content does.

#include "app/draft/draft.h"
#include "app/draft/kept_part.h"
#include "app/session/session.h"

namespace tf::draft {

/// From the root to the leaf, without those that were removed; nothing of an unknown leaf.
[[nodiscard]] std::vector<session::TurnId> branchTo(const session::Session& session,
                                                    session::TurnId leaf);

/// The system's message, then for each turn the user's and what was answered. NotFound where
/// something that was sent was not kept: "turn 3: the pictures were not kept".
Result<std::vector<wire::Message>> messagesOfBranch(const session::Session& session,
                                                    session::TurnId leaf, const ReadBlob& read);

/// Those messages, and the files that were sent with them.
Result<Earlier> earlierOf(const session::Session& session, session::TurnId leaf,
                          const ReadBlob& read);

/// A new question's messages behind those of a branch. Requires: the system's message, if any,
/// stands in one of them.
[[nodiscard]] std::vector<wire::Message> followedBy(std::vector<wire::Message> branch,
                                                    std::vector<wire::Message> question);

} // namespace tf::draft
