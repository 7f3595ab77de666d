#pragma once

// A question and its answer as they go into the session store, while the answer comes.
//
// What has come is on the disk within 100 ms (limit 250); a program that is killed leaves the turn
// interrupted. Thread: main. Blocks: at its begin and end, on the disk.

#include "app/cli/answer/answer_printer.h"
#include "app/draft/kept_question.h"
#include "app/endpoint/event.h"
#include "app/session/store.h"
#include "app/wire/dialect.h"

namespace tf::cli {

/// Where in the store a question stands.
struct Follows {
    session::SessionId session; ///< empty: a new one
    session::TurnId turn = session::kNoTurn; ///< that it continues
};

/// As sessions spell it: what a server does by itself is adaptive.
[[nodiscard]] session::Thinking keptThinking(std::optional<wire::Thinking> thinking);

class KeptAnswer {
public:
    /// Busy when another process writes the store.
    static Result<std::unique_ptr<KeptAnswer>> begin(session::StorePlace place,
                                                     const draft::Draft& draft,
                                                     const session::RequestSettings& settings,
                                                     const Follows& follows);

    void take(const endpoint::Event& event);
    /// What went wrong while it was kept, the end too. Blocks: until all of it is on the disk.
    Result<> finish();

    [[nodiscard]] const session::SessionId& id() const { return m_id; }
    [[nodiscard]] session::TurnId turn() const { return m_turn; }
    [[nodiscard]] const session::OpenReport& report() const { return m_store->report(); }

private:
    explicit KeptAnswer(std::unique_ptr<session::Store> store);

    Result<> beginSession(const session::Question& question);
    Result<> setSource(const session::Source& source);
    Result<> beginTurn(session::Question question);

    std::unique_ptr<session::Store> m_store;
    session::SessionId m_id;
    session::TurnId m_turn = session::kNoTurn;
    session::Ending m_ending;
};

/// Nothing without a store; nothing, and that is told, where another process holds it or nothing
/// may be written.
Result<std::unique_ptr<KeptAnswer>> keepLoudly(const std::optional<session::StorePlace>& store,
                                               const draft::Draft& draft,
                                               const session::RequestSettings& settings,
                                               const Follows& follows);

/// Which session it is, and which turn of it: for people on standard error, else as an event.
void tellSession(AnswerPrinter::Form form, const KeptAnswer& kept);

} // namespace tf::cli
