#pragma once

// What a conversation has yet to hand to the store: in order, and again while the disk refuses it.
//
// Nothing of it is lost to a refusal: it waits in memory, in its order, and is tried again every
// two seconds until it is kept. What can never be kept (a session that was deleted, a store that is
// open to read) is told and let go. Thread: main. Blocks: never.

#include "app/session/store.h"
#include "app/workspace/asking/composed.h"
#include "app/workspace/inbox.h"

#include <QTimer>

#include <deque>

namespace tf::workspace {

class Keeping {
public:
    /// Told once for each time that the store begins to refuse.
    using Refused = std::function<void(session::TurnId, const Error&)>;

    /// `done` is told each time that nothing waits any more.
    Keeping(session::Store& store, session::SessionId id, Refused refused,
            std::function<void()> done);
    /// What waits is handed over without waiting for answers.
    ~Keeping();
    Keeping(const Keeping&) = delete;
    Keeping& operator=(const Keeping&) = delete;

    void begin(session::TurnId turn, session::Question question, const Contents& contents);
    /// Straight to the store when nothing waits.
    void grow(session::TurnId turn, session::Part part);
    void end(session::TurnId turn, session::Ending ending);
    void change(session::Change change);
    void desk(session::Desk desk);
    /// `done` is called after it; not at all when there is nothing to take back.
    void undo(std::function<void()> done);

    /// Of turns that the store does not have yet.
    [[nodiscard]] const Contents& contents() const { return m_contents; }
    /// All of it is with the store, and nothing was let go.
    [[nodiscard]] bool isDone() const { return m_steps.empty() && !m_isLost; }

private:
    using Answered = session::Answer<>;
    struct Step {
        session::TurnId turn = session::kNoTurn;
        std::optional<session::Part> part; ///< that is streamed; no answer comes
        std::function<void(Answered)> run; ///< else
    };

    void add(session::TurnId turn, std::function<void(Answered)> run);
    void addContent(const std::string& id, std::shared_ptr<const std::string> content);
    void pump();
    void onAnswer(Result<> answer);
    void refuse(session::TurnId turn, Error error);
    [[nodiscard]] bool canNeverKeep(const Error& error) const;

    session::Store& m_store;
    session::SessionId m_id;
    Refused m_refused;
    std::function<void()> m_done;
    std::deque<Step> m_steps; ///< the first is under way when m_isWaiting
    Contents m_contents;
    bool m_isWaiting = false; ///< for an answer
    bool m_isRefused = false;
    bool m_isLost = false; ///< nothing can be kept any more
    QTimer m_again;
    Inbox m_inbox;
};

} // namespace tf::workspace
