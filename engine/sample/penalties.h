#pragma once

// What the tokens so far take from the logits of the next one, if they come again.
//
// Costs time by the number of distinct tokens, and nothing where no penalty is asked for.

#include "engine/sample/sampling.h"

#include <span>

namespace tf::engine {

class Penalties {
public:
    Penalties(const Sampling& sampling, std::int32_t numTokens);

    [[nodiscard]] bool empty() const { return m_seen.empty(); }

    void addPrompt(std::span<const std::int32_t> tokens);
    void addAnswer(std::int32_t token);

    /// Repetition first, then frequency and presence.
    void apply(std::span<float> logits) const;

private:
    struct Seen {
        std::int32_t token = 0;
        std::int32_t numInAnswer = 0;
    };

    Seen& seen(std::int32_t token);

    double m_repetition;
    double m_presence;
    double m_frequency;
    bool m_active;
    std::int32_t m_numTokens;
    std::vector<Seen> m_seen;
    std::vector<std::int32_t> m_places; // in m_seen by token, -1: not seen
};

} // namespace tf::engine
