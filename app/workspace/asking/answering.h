#pragma once

// One answer on its way: its request composed, its engine opened, and what that says taken.
//
// Composing and opening go on side by side; the request starts when both are there. Whoever drops
// it hears nothing any more, and the engine is told to stop. Thread: main. Blocks: never, but at
// its end for what is being composed.

#include "app/workspace/asking/composed.h"
#include "app/workspace/conversation.h"
#include "app/workspace/inbox.h"

#include <QThreadPool>

namespace tf::workspace {

class Answering {
public:
    /// All are called from the event loop; any may drop the answer.
    struct Ears {
        std::function<void(const Composed&)> composed;
        std::function<void()> sent; ///< the engine gets it now
        std::function<void(const endpoint::Event&)> said; ///< Done or Failed last
        std::function<void(Error)> failed; ///< it was never asked
    };

    /// Requires: `store` outlives it.
    Answering(session::Store& store, const OpenEndpoint& open, ComposeOrder order, Ears ears);
    ~Answering();
    Answering(const Answering&) = delete;
    Answering& operator=(const Answering&) = delete;

    /// What has come is heard now.
    void drain();

private:
    using Opened = Result<std::shared_ptr<endpoint::Endpoint>>;

    void startComposing(session::Store& store, ComposeOrder order);
    void onComposed(Result<Composed> composed);
    void onOpened(Opened opened);
    void startWhenReady();
    void fail(Error error);

    Ears m_ears;
    CancelSource m_cancel;
    std::optional<wire::ChatRequest> m_chat;
    std::shared_ptr<endpoint::Endpoint> m_endpoint;
    std::shared_ptr<QObject> m_here; ///< gone with it: what still runs below looks at this
    endpoint::Sink m_sink;
    endpoint::Ticket m_ticket;
    Inbox m_inbox;
    QThreadPool m_pool; // the last member: its end waits for the job, which uses others
};

} // namespace tf::workspace
