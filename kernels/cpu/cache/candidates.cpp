#include "kernels/cpu/cache/candidates.h"

#include <algorithm>

namespace tf::cpu {

BestBlocks::BestBlocks(Candidate* places, std::int32_t count)
    : m_places(places)
    , m_count(count)
{
    std::fill_n(places, count, Candidate{});
}

void BestBlocks::insert(const Candidate& candidate)
{
    std::int32_t place = m_filled < m_count ? m_filled++ : m_count - 1;
    for (; place > 0 && isBetter(candidate, m_places[place - 1]); --place)
        m_places[place] = m_places[place - 1];
    m_places[place] = candidate;
}

} // namespace tf::cpu
