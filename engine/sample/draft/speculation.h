#pragma once

// Drafts for one answer as long as they pay: a drafter, and a record of each of its kinds.
//
// What was not worth drafting is still held against what came, so the record goes on for free and
// drafting begins again when the answer starts to copy. Thread: engine.

#include "engine/sample/draft/draft_rule.h"
#include "engine/sample/draft/drafter.h"

#include <array>
#include <memory>

namespace tf::engine {

class Speculation {
public:
    /// `stepCosts` as in bestDraftLength(). Requires: a drafter.
    Speculation(std::unique_ptr<Drafter> drafter, std::vector<double> stepCosts);

    /// Newer measurements.
    void setStepCosts(std::vector<double> stepCosts) { m_stepCosts = std::move(stepCosts); }

    /// The tokens so far, in pieces if need be.
    void addPrompt(std::span<const std::int32_t> tokens) { m_drafter->extend(tokens); }

    /// Tokens for the next step to check; often none. Once a step.
    [[nodiscard]] std::vector<std::int32_t> propose();

    /// What the step brought, whether all that was proposed was checked or not.
    void observe(std::span<const std::int32_t> tokens);

private:
    std::unique_ptr<Drafter> m_drafter;
    std::vector<double> m_stepCosts;
    std::array<DraftRecord, kNumDraftKinds> m_records{};
    Draft m_guess; // all of it, also what was not proposed
};

} // namespace tf::engine
