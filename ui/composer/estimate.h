#pragma once

// What a question will cost before it is sent, in a line: "≈ 226K tok · $0.02–0.07".
//
// From a prefix that the server still has in its cache to one that it reads anew; the answer is
// not in it, because nobody knows how long it will be. Thread: main.

#include "app/ingest/count/token_counts.h"
#include "app/workspace/conversation.h"
#include "app/workspace/engine_choice.h"

#include <QString>

namespace tf::ui {

struct Estimate {
    QString line;
    QString details; ///< for a tool tip
    bool isOver = false; ///< more than the engine can read
};

/// "226K", "1.2M", "840".
[[nodiscard]] QString shortTokens(std::int64_t tokens);

/// What the next question carries along of what was said, as the last answer counted it.
[[nodiscard]] std::int64_t tokensBefore(const workspace::Conversation& conversation);

/// `today`: "2026-11-21", which the age of rates is told by.
[[nodiscard]] Estimate estimateOf(std::int64_t tokens, ingest::Quality quality,
                                  const workspace::EngineChoice* engine, std::string_view today);

} // namespace tf::ui
