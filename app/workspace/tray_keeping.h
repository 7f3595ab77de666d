#pragma once

// Keeps what lies ready for a session's next question on its desk, and lays it out again.
//
// A file is kept as its path and read anew; one that is gone says so in its chip. What was pasted
// is kept as a content of the store. Thread: main. Blocks: never.

#include "app/session/store.h"
#include "app/workspace/conversation.h"
#include "app/workspace/desk_view.h"
#include "app/workspace/inbox.h"
#include "app/workspace/tray.h"

#include <QPointer>

#include <map>

namespace tf::workspace {

class TrayKeeping {
public:
    /// Requires: `tray` and `store` outlive it.
    TrayKeeping(Tray& tray, Conversation& talk, session::Store& store);

private:
    void layOut(std::size_t next);
    void startKeeping();
    void keep();
    void tellSent();
    [[nodiscard]] KeptOffer keptAs(const Offer& offer);

    Tray& m_tray;
    QPointer<Conversation> m_talk;
    session::Store& m_store;
    std::vector<KeptOffer> m_lay; ///< when the session was opened
    /// Of pasted contents: what they are kept as; empty while they are on their way.
    std::map<std::shared_ptr<const std::string>, std::string> m_blobs;
    QObject m_here;
    Inbox m_inbox;
};

} // namespace tf::workspace
