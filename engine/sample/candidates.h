#pragma once

// The tokens that may be drawn and their weights: top-k, then top-p, then min-p, without sorting a
// vocabulary.
//
// Weights are relative to the largest, which has 1. Equal logits stand in the order of their ids,
// so that every cut is the same on every machine. Keeps its memory from token to token.

#include "engine/sample/sampling.h"

#include <optional>
#include <span>

namespace tf::engine {

class Candidates {
public:
    struct Candidate {
        float logit = 0;
        std::int32_t token = 0;
        double weight = 0;
    };

    /// What `sampling` leaves of the logits; those of -inf are never drawn. Empty when all are.
    /// Requires: no NaN, temperature > 0.
    void choose(std::span<const float> logits, const Sampling& sampling);

    [[nodiscard]] std::span<const Candidate> left() const { return m_left; }

    /// The token at `unit` of the way through the weights. Requires: 0 ≤ unit < 1, not empty.
    [[nodiscard]] std::int32_t draw(double unit) const;

private:
    void takeAll(std::span<const float> logits);
    void takeLargest(std::span<const float> logits, std::size_t count);
    void takeIfLarger(std::span<const float> logits, std::size_t begin, std::size_t count);
    void keepLargest(std::size_t count);
    void weigh(double temperature);
    void cutTopP(double topP);
    void cutMinP(double minP);

    std::vector<Candidate> m_left;
    std::size_t m_numSorted = 0; // from the first on, largest first
    float m_floor = 0; // of takeLargest(): what is not above it is out
};

/// The token of the largest logit, of equals the lowest; nothing when all are -inf. Requires: no
/// NaN.
[[nodiscard]] std::optional<std::int32_t> largestOf(std::span<const float> logits);

} // namespace tf::engine
