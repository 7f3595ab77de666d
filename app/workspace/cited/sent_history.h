#pragma once

// What was sent with the turns of a conversation, ready to be handed to another thread.
//
// Thread: main. Blocks: never.

#include "app/workspace/cited/sent_turn.h"
#include "app/workspace/conversation.h"

#include <map>

namespace tf::workspace {

class SentHistory {
public:
    explicit SentHistory(std::shared_ptr<const Conversation> conversation);

    /// Nothing of a turn that is not there.
    [[nodiscard]] SentTurns upTo(session::TurnId turn);
    [[nodiscard]] std::vector<session::Source> sources() const;
    [[nodiscard]] const Conversation& conversation() const { return *m_conversation; }

private:
    std::shared_ptr<const Conversation> m_conversation;
    std::map<session::TurnId, std::shared_ptr<const SentTurn>> m_turns;
};

/// Reads contents of the store, each once; waits for the store's thread. Thread: one at a time, and
/// not the store's.
[[nodiscard]] draft::ReadBlob waitingRead(session::Store& store);

} // namespace tf::workspace
