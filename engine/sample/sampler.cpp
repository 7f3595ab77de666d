#include "engine/sample/sampler.h"

#include "engine/sample/random.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace tf::engine {

namespace {

constexpr std::uint32_t kExponent = 0x7f800000; // all ones: infinite, or no number

std::int64_t numNotFinite(std::span<const float> logits)
{
    return std::count_if(logits.begin(), logits.end(),
                         [](float logit) { return !std::isfinite(logit); });
}

/// Stretches of fixed length, so that compilers make vector code of it: this runs for every token.
bool allFinite(std::span<const float> logits)
{
    constexpr std::size_t kStretch = 64;
    std::uint32_t numWrong = 0;
    for (; logits.size() >= kStretch; logits = logits.subspan(kStretch)) {
        for (std::size_t idx = 0; idx < kStretch; ++idx)
            numWrong +=
                (std::bit_cast<std::uint32_t>(logits[idx]) & kExponent) == kExponent ? 1 : 0;
    }
    return numWrong == 0 && numNotFinite(logits) == 0;
}

Result<> checkLogits(std::span<const float> logits, std::uint64_t place)
{
    if (allFinite(logits))
        return {};
    const auto first = std::find_if(logits.begin(), logits.end(),
                                    [](float logit) { return !std::isfinite(logit); });
    return Error(Code::Internal,
                 words("the model gave no numbers for token ", place,
                       " of the answer: ", numNotFinite(logits), " of ", logits.size(),
                       " logits are infinite or NaN, the first is ", first - logits.begin(), " (",
                       double(*first), ")"));
}

} // namespace

Result<Sampler> Sampler::make(Sampling sampling, std::int32_t numTokens,
                              std::span<const std::int32_t> prompt, std::unique_ptr<LogitMask> mask)
{
    TRY(checkSampling(sampling, numTokens));
    Sampler sampler(std::move(sampling), numTokens, std::move(mask));
    sampler.m_penalties.addPrompt(prompt);
    return sampler;
}

Sampler::Sampler(Sampling sampling, std::int32_t numTokens, std::unique_ptr<LogitMask> mask)
    : m_sampling(std::move(sampling))
    , m_numTokens(numTokens)
    , m_mask(std::move(mask))
    , m_penalties(m_sampling, numTokens)
{
}

Result<std::int32_t> Sampler::next(std::span<const float> logits)
{
    CHECK(std::ssize(logits) >= m_numTokens, "a row has a logit for every token");
    TRY(checkLogits(logits, m_numGiven));
    const auto usable = logits.first(static_cast<std::size_t>(m_numTokens));
    const auto token = TRY(choose(changesLogits() ? changed(usable) : usable));
    m_penalties.addAnswer(token);
    if (m_mask)
        m_mask->accept(token);
    ++m_numGiven;
    return token;
}

bool Sampler::changesLogits() const
{
    return m_mask || !m_penalties.empty() || !m_sampling.bias.empty();
}

std::span<const float> Sampler::changed(std::span<const float> logits)
{
    m_changed.assign(logits.begin(), logits.end());
    m_penalties.apply(m_changed);
    for (const LogitBias& bias : m_sampling.bias)
        m_changed[static_cast<std::size_t>(bias.token)] += static_cast<float>(bias.added);
    if (m_mask)
        applyMask();
    return m_changed;
}

void Sampler::applyMask()
{
    m_allowed.assign((m_changed.size() + 63) / 64, 0);
    m_mask->allowed(m_allowed);
    for (std::size_t token = 0; token < m_changed.size(); ++token) {
        if ((m_allowed[token / 64] >> (token % 64) & 1) == 0)
            m_changed[token] = -std::numeric_limits<float>::infinity();
    }
}

Result<std::int32_t> Sampler::choose(std::span<const float> logits)
{
    if (m_sampling.temperature == 0) {
        if (const auto token = largestOf(logits))
            return *token;
    } else {
        m_candidates.choose(logits, m_sampling);
        if (!m_candidates.left().empty())
            return m_candidates.draw(randomUnit(m_sampling.seed, m_numGiven));
    }
    return Error(Code::BadInput,
                 words("the grammar allows no token at place ", m_numGiven, " of the answer"));
}

Result<std::vector<std::int32_t>> sampleRows(Sampler& sampler, std::span<const float> logits,
                                             std::int64_t vocab,
                                             std::span<const std::int32_t> draft,
                                             const std::function<bool(std::int32_t)>& goesOn)
{
    const auto numLogits = static_cast<std::size_t>(vocab);
    CHECK(logits.size() == numLogits * (draft.size() + 1),
          "a row for the last token and the draft");
    std::vector<std::int32_t> tokens;
    for (std::size_t row = 0; row <= draft.size(); ++row) {
        tokens.push_back(TRY(sampler.next(logits.subspan(row * numLogits, numLogits))));
        if (row == draft.size() || tokens.back() != draft[row] || !goesOn(tokens.back()))
            break;
    }
    return tokens;
}

} // namespace tf::engine
