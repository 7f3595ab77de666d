#pragma once

// A look at a request off the main thread: what would be sent now, or what a turn was asked with.
//
// Made by the same steps as the request itself, from the same contents; one look after another, the
// last that was asked for counts. Thread: main. Blocks: never, but for its end, until what is being
// composed has stopped.

#include "app/workspace/engines.h"
#include "app/workspace/inbox.h"
#include "app/workspace/request_sight.h"

#include <QThreadPool>

namespace tf::workspace {

class RequestLook : public QObject {
    Q_OBJECT

public:
    /// Requires: both outlive it.
    RequestLook(session::Store& store, Engines& engines, QObject* parent = nullptr);
    ~RequestLook() override;

    /// What would be sent, were it asked at the end of the branch.
    void lookAtNext(const Conversation& talk, const Ask& ask);
    /// What the turn's question was sent with. Nothing of an unknown turn.
    void lookAtTurn(const Conversation& talk, session::TurnId turn);
    /// What was seen stays.
    void cancel();
    void clear();

    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// The last that came; nothing before the first.
    [[nodiscard]] const std::optional<Result<RequestSight>>& sight() const { return m_sight; }

Q_SIGNALS:
    void changed();

private:
    void look(ComposeOrder order);
    void take(std::int64_t round, Result<RequestSight> sight);

    session::Store& m_store;
    Engines& m_engines;
    SharedDecoder m_decoder;
    std::optional<Result<RequestSight>> m_sight;
    bool m_isLooking = false;
    std::int64_t m_round = 0;
    CancelSource m_cancel;
    Inbox m_inbox;
    QThreadPool m_pool; // the last member: its end waits for the job
};

} // namespace tf::workspace
