#pragma once

// Speeds, times and sizes as words: "41.2 tok/s · first word 1.9 s".
//
// Thread: main.

#include "app/workspace/local_model.h"
#include "app/workspace/speeds.h"

#include <QString>

namespace tf::ui {

/// "41.2", "4,210": three digits that count.
[[nodiscard]] QString shownRate(double perSecond);
/// "0.42 s", "1.9 s", "83 s", "4 min 5 s".
[[nodiscard]] QString shownTime(std::chrono::milliseconds time);
/// "940 MB", "63.2 GB".
[[nodiscard]] QString shownBytes(std::int64_t bytes);

/// "14:05", as the clock on the wall says.
[[nodiscard]] QString shownClock(std::chrono::system_clock::time_point when);

/// "98 %" of the prompt was known already; empty where nobody counted.
[[nodiscard]] QString cachedShare(const workspace::AnswerSpeed& speed);

/// Of an answer that has ended: "41.2 tok/s · first word 1.9 s · cache hit 96 %"; only what is
/// known.
[[nodiscard]] QString speedWords(const workspace::AnswerSpeed& speed);

/// Of one that runs: "reading the prompt 148K / 226K (65 %)", then "41.2 pieces/s · first
/// word 1.9 s": tokens are known at its end alone. For the status row, on runningChanged().
[[nodiscard]] QString runningWords(const workspace::Running& running);
/// The same where the engine counts them: "41.2 tok/s · first word 1.9 s".
[[nodiscard]] QString runningWords(const workspace::Running& running, double tokensPerSecond);

/// Tokens a second of the one answer that the model on this machine writes now; nothing: it writes
/// none, or several.
[[nodiscard]] std::optional<double> ownRate(const workspace::LocalModel& model);

} // namespace tf::ui
