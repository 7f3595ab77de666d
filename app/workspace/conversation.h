#pragma once

// One session while somebody works in it: its turns as they are now, and what can be asked of it.
//
// Shared by every window that shows the session. Commands never wait; what they did is told by a
// signal. What streams is in the value at once and on the disk within 100 ms; signals come at most
// every 32 ms, however fast tokens come. Nothing is ever overwritten: an edit and a retry are
// siblings. Thread: main. Blocks: never.

#include "app/endpoint/endpoint.h"
#include "app/session/store.h"
#include "app/workspace/enclosure.h"

#include <QObject>

#include <span>

namespace tf::workspace {

/// What is done with secrets in words; none: nothing on this machine, else they stop the request.
using SecretsPolicy = std::optional<draft::LeakPolicy>;

/// A question on its way.
struct Ask {
    std::string text;
    session::RequestSettings settings;
    std::shared_ptr<const Enclosure> enclosure = {}; ///< null: words alone
    SecretsPolicy policy = {};
};

/// What is known of the answer that streams now.
struct Running {
    session::TurnId turn = session::kNoTurn;
    std::optional<endpoint::Progress> progress; ///< until the first word
    std::optional<endpoint::Retrying> retrying;
    /// When it is asked once more.
    std::optional<std::chrono::steady_clock::time_point> retryAt = {};
    std::chrono::milliseconds silent{}; ///< since something came; 0: it flows
    std::chrono::steady_clock::time_point asked;
    /// When its engine got it; unknown after it was sent once more.
    std::optional<std::chrono::steady_clock::time_point> sent = {};
    std::optional<std::chrono::steady_clock::time_point> firstWord;
    std::optional<std::chrono::steady_clock::time_point> lastWord = {}; ///< so far
    std::int64_t pieces = 0; ///< in which it came so far; most servers send a token in each
    std::optional<wire::Usage> usage = {}; ///< at its end, if the engine counted
    std::vector<std::string> notes; ///< what the server does otherwise than asked
};

/// The endpoint that settings mean, ready to be asked. The error says what to do.
using OpenEndpoint =
    std::function<void(const session::RequestSettings& settings,
                       std::function<void(Result<std::shared_ptr<endpoint::Endpoint>>)> opened)>;

/// Something that keeps an answer from coming, or from being kept.
struct Trouble {
    enum class Of : std::uint8_t { Asking, Keeping };
    Of of = Of::Asking;
    session::TurnId turn = session::kNoTurn;
    Error error;
    std::optional<wire::Trouble> said = {}; ///< by the server
    int numRetries = 0; ///< by itself, before it gave up
    /// The server wants to be left alone until then.
    std::optional<std::chrono::steady_clock::time_point> retryAt = {};
};

class Conversation : public QObject {
    Q_OBJECT

public:
    Conversation(session::Store& store, session::Session session, OpenEndpoint openEndpoint);
    /// What streams is stopped; what came is kept.
    ~Conversation() override;

    [[nodiscard]] const session::Session& session() const;
    /// The turns that are shown, root first.
    [[nodiscard]] const std::vector<session::TurnId>& branch() const;
    /// nullptr: there is none of that number.
    [[nodiscard]] const session::Turn* turn(session::TurnId id) const;
    /// Turns with the same parent, itself among them, in their order.
    [[nodiscard]] std::vector<session::TurnId> siblings(session::TurnId id) const;
    [[nodiscard]] const std::optional<Running>& running() const;
    /// The same of the answer that ended last in this process.
    [[nodiscard]] const std::optional<Running>& ended() const;
    /// Asked while an answer runs; sent one after the other as answers finish. Held after one that
    /// was stopped or failed, until something is asked or steered.
    [[nodiscard]] const std::vector<Ask>& queue() const;
    /// Why the turn did not go well, if it was tried in this process.
    [[nodiscard]] const Trouble* troubleOf(session::TurnId id) const;
    /// Nothing waits for the store: what is shown is on the disk, or streams there.
    [[nodiscard]] bool isKept() const;

    /// At the end of the branch, or into the queue.
    void ask(Ask ask);
    /// Stops the answer that runs, if one does, keeps what came, and asks the queued one now.
    void steer(std::size_t queued);
    void unqueue(std::size_t queued);
    /// Before the one that stands before it.
    void askEarlier(std::size_t queued);
    /// The answer that runs ends as interrupted; what came stays.
    void stop();
    /// Other words for an earlier question: a sibling, which is shown. Like retry and resume it
    /// stops what runs.
    void edit(session::TurnId id, std::string text, SecretsPolicy policy = {});
    /// The same question once more: a sibling.
    void retry(session::TurnId id, session::RequestSettings settings, SecretsPolicy policy = {});
    /// Asks the model to go on where an interrupted answer ended; once more where nothing came.
    void resume(session::TurnId id);

    /// The branch that goes through that turn, to its newest leaf.
    void show(session::TurnId id);
    /// The branch up to that turn and no further: the next question follows it.
    void branchAt(session::TurnId id);
    void remove(session::TurnId id);
    void undo();
    void rename(std::string title);
    void configure(session::Settings settings);
    void keepDraft(std::string draft);
    void keepView(std::string view);
    /// What the list of sessions says of it: somebody else gave it another name, or moved it.
    void takeLine(const session::SessionLine& line);
    /// What streams could not be written; it waits in memory and is tried again.
    void noteRefusal(const Error& error);

Q_SIGNALS:
    /// Title, settings, sources, draft.
    void changed();
    /// Other turns are shown than before, or joined otherwise.
    void branchChanged();
    /// More of its answer is there; only its last part grew, or parts were added.
    void turnGrew(tf::session::TurnId id);
    /// Its parts are others than before: text turned out to be reasoning.
    void turnRewritten(tf::session::TurnId id);
    void turnEnded(tf::session::TurnId id);
    /// What is known of the answer that runs; where only pieces are counted, four times a second.
    void runningChanged();
    void queueChanged();
    /// What was done here is in the store now.
    void kept();
    void troubled(const tf::workspace::Trouble& trouble);

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace tf::workspace
