#pragma once

// The best few blocks of a row, kept in order as blocks come by.
//
// Best first: the higher score, among equals the lower block. Forced blocks carry scores beyond
// any of a key's, as the reference ranks them: the own block, then the first ones, then recent
// ones.

#include "kernels/api/attention.h"

#include <cstdint>
#include <limits>

namespace tf::cpu {

inline constexpr float kOwnBlock = std::numeric_limits<float>::infinity();
inline constexpr float kInitBlock = 1e30F;
inline constexpr float kLocalBlock = 1e29F;
/// Scores of keys are cut off here, so that none passes a forced block.
inline constexpr float kLargestScore = 1e28F;
/// Of a block that this share does not hold.
inline constexpr float kNotHere = -std::numeric_limits<float>::infinity();

inline bool isBetter(const Candidate& left, const Candidate& right)
{
    if (left.score != right.score)
        return left.score > right.score;
    return left.block < right.block;
}

/// `count` places over memory of the caller's, all empty at first.
class BestBlocks {
public:
    BestBlocks(Candidate* places, std::int32_t count);

    void add(const Candidate& candidate)
    {
        if (m_filled < m_count || isBetter(candidate, m_places[m_count - 1]))
            insert(candidate);
    }

private:
    void insert(const Candidate& candidate);

    Candidate* m_places;
    std::int32_t m_count;
    std::int32_t m_filled = 0;
};

} // namespace tf::cpu
