#pragma once

// Why an answer did not come, as a kind: read off what the server said and what was kept.
//
// After a restart only the kept words are left, so the words of our own rooms are read, too: an
// answer that failed is explained the same tomorrow. Thread: any.

#include "app/workspace/conversation.h"
#include "ui/transcript/story/shown_turn.h"

namespace tf::ui {

enum class Cause : std::uint8_t {
    Stopped, ///< by the user
    CutShort, ///< the program ended meanwhile
    NameUnknown,
    Refused, ///< nobody listens there
    Unreachable,
    Certificate,
    WantsCertificate, ///< of whoever asks
    ReachShut, ///< by the user's own settings
    TimedOut,
    Broken, ///< in the middle of the answer
    EmptyAnswer,
    NotUnderstood,
    WebPage,
    Redirected,
    KeyRefused,
    KeyUnreadable, ///< the store of keys does not give it
    Unpaid,
    NotThere, ///< the model, or the address
    TooMany,
    PlanUsedUp,
    ServerFailed,
    TooLong,
    RequestRefused,
    Filtered,
    Secrets,
    EndpointGone,
    NoModel,
    LocalFailed,
    OutOfMemory,
    Device,
    CannotDo,
    DiskFull,
    ReadOnly,
    SessionGone, ///< deleted meanwhile
    NotKept,
    Ours, ///< a fault of Trifold's
    Unknown,
};

struct Failure {
    Cause cause = Cause::Unknown;
    std::int64_t status = 0; ///< of HTTP; 0: none is known
    std::optional<std::int64_t> limitTokens; ///< the server names it
};

/// `trouble`: nullptr when it was tried in another process.
[[nodiscard]] Failure failureOf(const ShownTurn& turn, const workspace::Trouble* trouble);

/// The same of what is known: words that were kept, and the kind of error, if it is known.
[[nodiscard]] Failure failureOf(std::string_view kept, std::optional<tf::Code> code,
                                const wire::Trouble* said, bool isLocal);

} // namespace tf::ui
