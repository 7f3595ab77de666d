#include "ui/transcript/story/heights.h"

#include <bit>

namespace tf::ui {

namespace {

std::size_t lowestBit(std::size_t idx)
{
    return idx & (~idx + 1);
}

} // namespace

void Heights::append(int height)
{
    m_heights.push_back(height);
    if (m_sums.empty())
        m_sums.push_back(0);
    const std::size_t node = m_heights.size();
    std::int64_t sum = height;
    for (std::size_t child = node - 1; child > node - lowestBit(node); child -= lowestBit(child))
        sum += m_sums[child];
    m_sums.push_back(sum);
}

void Heights::truncate(std::size_t count)
{
    m_heights.resize(count);
    if (!m_sums.empty())
        m_sums.resize(count + 1);
}

void Heights::set(std::size_t idx, int height)
{
    const std::int64_t grown = height - m_heights[idx];
    m_heights[idx] = height;
    for (std::size_t node = idx + 1; grown != 0 && node < m_sums.size(); node += lowestBit(node))
        m_sums[node] += grown;
}

std::int64_t Heights::topOf(std::size_t idx) const
{
    std::int64_t sum = 0;
    for (std::size_t node = idx; node > 0; node -= lowestBit(node))
        sum += m_sums[node];
    return sum;
}

std::size_t Heights::at(std::int64_t y) const
{
    if (m_heights.empty() || y < 0)
        return 0;
    std::size_t before = 0;
    for (std::size_t step = std::bit_floor(count()); step > 0; step /= 2) {
        if (before + step > count() || m_sums[before + step] > y)
            continue;
        before += step;
        y -= m_sums[before];
    }
    return std::min(before, count() - 1);
}

} // namespace tf::ui
