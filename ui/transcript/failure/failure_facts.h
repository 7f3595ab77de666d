#pragma once

// What is known of an answer that did not come: why, who was asked, what was tried so far.
//
// Thread: main.

#include "ui/transcript/failure/cause.h"
#include "ui/transcript/story/turn_source.h"

namespace tf::ui {

struct FailureFacts {
    Failure failure;
    QString host; ///< empty: this machine, or nobody knows
    QString engine; ///< as the user named it; empty: the model on this machine
    QString model;
    bool hasText = false; ///< something of the answer came
    int numRetries = 0;
    std::optional<int> retrySeconds; ///< until the server wants to be asked again
};

/// As it is now: the seconds go down.
[[nodiscard]] FailureFacts failureFactsOf(const ShownTurn& turn, const TurnSource& source);

/// The raw words: ours, the server's, and how it names the request.
[[nodiscard]] QString rawWordsOf(const ShownTurn& turn, const TurnSource& source);

} // namespace tf::ui
