#pragma once

// How many drafted tokens are worth checking: from how often guesses came true and what steps cost.
//
// Pure numbers. With a chance of a for each token, a step with k drafted ones brings
// 1 + a + … + a^k tokens and costs what was measured for k; the best ratio wins, and no draft is
// one of the choices.

#include <cstdint>
#include <span>

namespace tf::engine {

/// Guesses checked and right; older ones count less and less.
struct DraftRecord {
    double numTried = 0;
    double numRight = 0;
};

/// The record after `numRight` tokens of a draft came true; it ended there with a wrong one, or was
/// right to its end.
enum class DraftEnd : std::uint8_t { Wrong, Right };
[[nodiscard]] DraftRecord recordAfter(DraftRecord record, std::int32_t numRight, DraftEnd end);

/// The chance of a drafted token; an empty record says one half.
[[nodiscard]] double chanceOf(const DraftRecord& record);

/// The best number of tokens to draft, 0 to `most`. `stepCosts[k]` is what a step with k drafted
/// tokens costs, in any unit; more than are given are never drafted. A draft must promise a gain of
/// 5 %, so that noise in the costs does not decide.
[[nodiscard]] std::int32_t bestDraftLength(double chance, std::span<const double> stepCosts,
                                           std::int32_t most);

} // namespace tf::engine
