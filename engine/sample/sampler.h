#pragma once

// Logits to the next token of one answer: penalties, bias, mask, temperature, top-k, top-p, min-p,
// draw.
//
// One sampler per answer; it remembers the tokens that it gave. The same request and logits give
// the same tokens, alone or in a batch, with drafts or without. Nothing is allocated after the
// first token. Thread: engine.

#include "engine/sample/candidates.h"
#include "engine/sample/logit_mask.h"
#include "engine/sample/penalties.h"

#include <functional>
#include <memory>

namespace tf::engine {

class Sampler {
public:
    /// Ids from `numTokens` on are never given: rows of the head that are no tokens. The mask may
    /// be empty.
    static Result<Sampler> make(Sampling sampling, std::int32_t numTokens,
                                std::span<const std::int32_t> prompt,
                                std::unique_ptr<LogitMask> mask = nullptr);

    /// The next token of the answer. Internal for logits that are no numbers, with their place;
    /// BadInput when the mask allows nothing. Requires: as many logits as there are tokens.
    Result<std::int32_t> next(std::span<const float> logits);

    [[nodiscard]] std::uint64_t numGiven() const { return m_numGiven; }

private:
    Sampler(Sampling sampling, std::int32_t numTokens, std::unique_ptr<LogitMask> mask);

    [[nodiscard]] bool changesLogits() const;
    [[nodiscard]] std::span<const float> changed(std::span<const float> logits);
    void applyMask();
    [[nodiscard]] Result<std::int32_t> choose(std::span<const float> logits);

    Sampling m_sampling;
    std::int32_t m_numTokens;
    std::unique_ptr<LogitMask> m_mask;
    Penalties m_penalties;
    Candidates m_candidates;
    std::vector<float> m_changed;
    std::vector<std::uint64_t> m_allowed;
    std::uint64_t m_numGiven = 0;
};

/// Tokens for the rows of a step that checks a draft: row i follows draft token i - 1. They end
/// with the first that is not the draft's, or after which the answer does not go on. So the text
/// is the one that would have come without a draft.
Result<std::vector<std::int32_t>> sampleRows(Sampler& sampler, std::span<const float> logits,
                                             std::int64_t vocab,
                                             std::span<const std::int32_t> draft,
                                             const std::function<bool(std::int32_t)>& goesOn);

} // namespace tf::engine
