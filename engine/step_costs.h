#pragma once

// What a step costs by how many tokens of one answer it computes, as far as that was seen.
//
// A guess at first: experts are read anew for each token, everything else once for all. Each step
// that was timed moves the figure of its own length, and the others keep their proportion to the
// nearest one that was seen. Pure numbers, no clock.

#include <array>
#include <cstdint>
#include <vector>

namespace tf::engine {

class StepCosts {
public:
    /// Drafted tokens of a step at most.
    static constexpr std::size_t kMostDrafted = 7;

    /// `sharePerToken`: of the bytes that a step for one token reads, those that a second token
    /// would read again.
    explicit StepCosts(double sharePerToken);

    /// A step for one answer and `numTokens` tokens took so long. Others are passed over.
    void observe(std::int64_t numTokens, double seconds);

    /// [k]: of a step with k drafted tokens, in any unit.
    [[nodiscard]] std::vector<double> costs() const;

private:
    struct Seen {
        double seconds = 0;
        bool any = false;
    };

    [[nodiscard]] double guess(std::size_t numDrafted) const;

    double m_sharePerToken;
    std::array<Seen, kMostDrafted + 1> m_seen{};
};

} // namespace tf::engine
