#pragma once

// The kept session that a question continues: which turn of it, what was sent and answered before,
// and how it was asked last.

#include "app/cli/session/store_option.h"
#include "app/draft/draft.h"

namespace tf::cli {

/// What of the session's repository goes with the next question.
enum class SentAgain : std::uint8_t { Changes, All, Nothing };

struct ContinueFlags {
    std::optional<std::string> session; ///< an id, or as much of it as no other begins with
    session::TurnId turn = session::kNoTurn; ///< none: the desk's, or else the last
    SentAgain again = SentAgain::Changes;
};

struct ContinuedSession {
    session::SessionId id;
    session::TurnId turn = session::kNoTurn;
    session::RequestSettings settings; ///< of that turn
    draft::Earlier earlier;
    std::vector<session::Source> repositories;
    SentAgain again = SentAgain::Changes;
};

/// Where a question stands: in which store, behind which turn.
struct QuestionPlace {
    session::StorePlace store;
    std::optional<ContinuedSession> continued;
};

/// Takes --session, --at and --changes.
[[nodiscard]] ContinueFlags readContinueFlags(Options& options);

[[nodiscard]] std::string_view continueHelp();

/// NotFound says what is missing of it. Requires: a session is named. Blocks: until it is read.
Result<ContinuedSession> continuedSession(const ContinueFlags& flags,
                                          const session::StorePlace& place);

} // namespace tf::cli
