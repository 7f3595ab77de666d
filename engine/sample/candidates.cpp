#include "engine/sample/candidates.h"

#include "kernels/base/check.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tf::engine {

namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

bool isLarger(const Candidates::Candidate& a, const Candidates::Candidate& b)
{
    return a.logit > b.logit || (a.logit == b.logit && a.token < b.token);
}

constexpr std::size_t kStretch = 64;

/// Of fixed length, so that compilers make vector code of it: most stretches have nothing above.
bool anyAbove(const float* stretch, float floor)
{
    int numAbove = 0;
    for (std::size_t idx = 0; idx < kStretch; ++idx)
        numAbove += stretch[idx] > floor ? 1 : 0;
    return numAbove > 0;
}

} // namespace

void Candidates::choose(std::span<const float> logits, const Sampling& sampling)
{
    m_left.clear();
    m_numSorted = 0;
    const auto topK = static_cast<std::size_t>(sampling.topK);
    if (topK > 0 && topK < logits.size())
        takeLargest(logits, topK);
    else
        takeAll(logits);
    if (m_left.empty())
        return;
    weigh(sampling.temperature);
    if (sampling.topP < 1)
        cutTopP(sampling.topP);
    if (sampling.minP > 0)
        cutMinP(sampling.minP);
}

void Candidates::takeAll(std::span<const float> logits)
{
    m_floor = kNever;
    m_left.reserve(logits.size());
    takeIfLarger(logits, 0, logits.size());
}

/// Gathers what is above the smallest of the largest so far, and thins it out now and then.
void Candidates::takeLargest(std::span<const float> logits, std::size_t count)
{
    const auto room = count + 2 * kStretch; // a low room makes the floor rise soon
    m_left.reserve(std::min(room + kStretch, logits.size()));
    m_floor = kNever;
    for (std::size_t begin = 0; begin < logits.size(); begin += kStretch) {
        const auto numHere = std::min(kStretch, logits.size() - begin);
        if (numHere == kStretch && !anyAbove(logits.data() + begin, m_floor))
            continue;
        takeIfLarger(logits, begin, numHere);
        if (m_left.size() > room) {
            keepLargest(count);
            m_floor =
                std::min_element(m_left.begin(), m_left.end(), [](const auto& a, const auto& b) {
                    return a.logit < b.logit;
                })->logit; // later ones of the same size have higher ids
        }
    }
    keepLargest(count);
    std::sort(m_left.begin(), m_left.end(), isLarger);
    m_numSorted = m_left.size();
}

void Candidates::takeIfLarger(std::span<const float> logits, std::size_t begin, std::size_t count)
{
    for (auto idx = begin; idx < begin + count; ++idx) {
        if (logits[idx] > m_floor)
            m_left.push_back({logits[idx], static_cast<std::int32_t>(idx), 0});
    }
}

void Candidates::keepLargest(std::size_t count)
{
    if (m_left.size() <= count)
        return;
    const auto end = m_left.begin() + static_cast<std::ptrdiff_t>(count);
    std::nth_element(m_left.begin(), end - 1, m_left.end(), isLarger);
    m_left.erase(end, m_left.end());
}

void Candidates::weigh(double temperature)
{
    const auto largest = std::min_element(m_left.begin(), m_left.end(), isLarger)->logit;
    for (Candidate& candidate : m_left)
        candidate.weight = std::exp((double(candidate.logit) - double(largest)) / temperature);
}

/// The shortest beginning that reaches the share; the one that crosses it stays.
void Candidates::cutTopP(double topP)
{
    double total = 0;
    for (const Candidate& candidate : m_left)
        total += candidate.weight;
    double sum = 0;
    for (std::size_t idx = 0; idx < m_left.size(); ++idx) {
        if (idx == m_numSorted) { // all were taken: sort on, a few times as many each time
            const auto numMore = std::max<std::size_t>(256, 7 * m_numSorted);
            const auto begin = m_left.begin() + static_cast<std::ptrdiff_t>(m_numSorted);
            m_numSorted = std::min(m_left.size(), m_numSorted + numMore);
            const auto end = m_left.begin() + static_cast<std::ptrdiff_t>(m_numSorted);
            std::nth_element(begin, end - 1, m_left.end(), isLarger);
            std::sort(begin, end, isLarger);
        }
        sum += m_left[idx].weight;
        if (sum >= topP * total) {
            m_left.resize(idx + 1);
            m_numSorted = std::min(m_numSorted, m_left.size());
            return;
        }
    }
}

void Candidates::cutMinP(double minP)
{
    const auto isSmall = [minP](const Candidate& candidate) { return candidate.weight < minP; };
    m_left.erase(std::remove_if(m_left.begin(), m_left.end(), isSmall), m_left.end());
}

std::int32_t Candidates::draw(double unit) const
{
    CHECK(!m_left.empty(), "nothing to draw from");
    double total = 0;
    for (const Candidate& candidate : m_left)
        total += candidate.weight;
    const double target = unit * total;
    double sum = 0;
    std::int32_t last = m_left.front().token; // whom rounding may leave the end to
    for (const Candidate& candidate : m_left) {
        if (candidate.weight <= 0)
            continue;
        last = candidate.token;
        sum += candidate.weight;
        if (sum > target)
            break;
    }
    return last;
}

std::optional<std::int32_t> largestOf(std::span<const float> logits)
{
    std::optional<std::int32_t> best;
    float largest = kNever;
    for (std::size_t begin = 0; begin < logits.size(); begin += kStretch) {
        const auto numHere = std::min(kStretch, logits.size() - begin);
        if (numHere == kStretch && !anyAbove(logits.data() + begin, largest))
            continue;
        for (auto idx = begin; idx < begin + numHere; ++idx) {
            if (logits[idx] > largest) {
                largest = logits[idx];
                best = static_cast<std::int32_t>(idx);
            }
        }
    }
    return best;
}

} // namespace tf::engine
