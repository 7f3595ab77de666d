#pragma once

// A conversation behind its face: the session's value, the answer that runs, what is to be kept.
//
// Thread: main. Blocks: never, but at its end for what is being composed.

#include "app/session/replay.h"
#include "app/workspace/asking/answering.h"
#include "app/workspace/asking/desk_watch.h"
#include "app/workspace/asking/frame_pace.h"
#include "app/workspace/asking/keeping.h"

namespace tf::workspace {

class Conversation::Work {
public:
    Work(Conversation& face, session::Store& store, session::Session session, OpenEndpoint open);
    /// What streams ends as interrupted.
    ~Work();
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    [[nodiscard]] const session::Session& session() const { return m_session; }
    [[nodiscard]] const std::vector<session::TurnId>& branch() const { return m_branch; }
    [[nodiscard]] const std::optional<Running>& running() const { return m_running; }
    [[nodiscard]] const std::optional<Running>& ended() const { return m_ended; }
    [[nodiscard]] const std::vector<Ask>& queue() const { return m_queue; }
    [[nodiscard]] const Trouble* troubleOf(session::TurnId id) const;
    [[nodiscard]] bool isKept() const { return m_keeping.isDone() && m_desk.isKept(); }

    void ask(Ask ask);
    void steer(std::size_t queued);
    void unqueue(std::size_t queued);
    void askEarlier(std::size_t queued);
    void stop();
    void edit(session::TurnId id, std::string text, SecretsPolicy policy);
    void retry(session::TurnId id, session::RequestSettings settings, SecretsPolicy policy);
    void resume(session::TurnId id);

    void show(session::TurnId id);
    void branchAt(session::TurnId id);
    void remove(session::TurnId id);
    void undo();
    void rename(std::string title);
    void configure(session::Settings settings);
    void keepDraft(std::string draft) { m_desk.setDraft(std::move(draft)); }
    void keepView(std::string view) { m_desk.setView(std::move(view)); }
    void takeLine(const session::SessionLine& line);
    void noteRefusal(const Error& error)
    {
        if (m_running)
            trouble({Trouble::Of::Keeping, m_running->turn, error, {}});
    }

private:
    /// A turn that is about to begin.
    struct Next {
        session::Question question;
        Asked asked = Asked::Anew;
        std::shared_ptr<const Enclosure> enclosure = {};
        SecretsPolicy policy = {};
    };

    void askAtEnd(Ask ask);
    void start(Next next);
    void startAnswer(session::TurnId id, Next next);
    void askQueued();

    void hearKept();
    void hearComposed(const Composed& composed);
    void hear(const endpoint::Event& event);
    void hear(const wire::ReplyEvent& event);
    void fail(Error error);
    void end(session::Ending ending, std::optional<Trouble> trouble);
    void addSources(const std::vector<session::Source>& sources);

    void trouble(Trouble trouble);
    void keepSoon(session::Part part);
    void keepGrown();
    void tellGrown();
    void tellRunning();
    void showLeaf(session::TurnId leaf);
    void takeUndone(Result<session::Session> loaded);

    Conversation& m_face;
    session::Store& m_store;
    session::Session m_session;
    OpenEndpoint m_open;
    std::vector<session::TurnId> m_branch;
    std::optional<Running> m_running;
    std::optional<Running> m_ended;
    std::string m_formerTitle; ///< before the last rename here
    std::vector<Ask> m_queue;
    std::map<session::TurnId, Trouble> m_troubles;
    bool m_isBegun = false; ///< the turn that runs: its question is on its way into the store
    session::TurnId m_told = session::kNoTurn; ///< whose growth is told
    std::optional<session::Part> m_unkept; ///< what came of it since then
    bool m_isRewritten = false; ///< since the last telling
    bool m_hasGrown = false; ///< the same
    bool m_isNews = false; ///< of the running answer: more than pieces were told since then
    std::chrono::steady_clock::time_point m_runningTold; ///< runningChanged(), by the pace
    FramePace m_pace;
    std::shared_ptr<const Enclosure> m_enclosure; ///< of the turn that runs, until it is composed
    std::unique_ptr<Answering> m_answering;
    Inbox m_inbox;
    Keeping m_keeping;
    DeskWatch m_desk;
};

} // namespace tf::workspace
