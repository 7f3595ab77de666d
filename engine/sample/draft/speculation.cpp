#include "engine/sample/draft/speculation.h"

#include "kernels/base/check.h"

#include <algorithm>
#include <utility>

namespace tf::engine {

Speculation::Speculation(std::unique_ptr<Drafter> drafter, std::vector<double> stepCosts)
    : m_drafter(std::move(drafter))
    , m_stepCosts(std::move(stepCosts))
{
    CHECK(m_drafter != nullptr, "someone has to guess");
}

std::vector<std::int32_t> Speculation::propose()
{
    const auto most =
        static_cast<std::int32_t>(std::max<std::int64_t>(1, std::ssize(m_stepCosts) - 1));
    m_guess = m_drafter->draft(most);
    const auto& record = m_records[static_cast<std::size_t>(m_guess.kind)];
    const auto length = bestDraftLength(chanceOf(record), m_stepCosts,
                                        static_cast<std::int32_t>(m_guess.tokens.size()));
    return {m_guess.tokens.begin(), m_guess.tokens.begin() + length};
}

void Speculation::observe(std::span<const std::int32_t> tokens)
{
    const auto& guess = m_guess.tokens;
    const auto numComparable = std::min(guess.size(), tokens.size());
    const auto numRight =
        std::mismatch(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(numComparable),
                      guess.begin())
            .second
        - guess.begin();
    if (numComparable > 0) {
        auto& record = m_records[static_cast<std::size_t>(m_guess.kind)];
        const bool all = numRight == std::ssize(guess) || numRight == std::ssize(tokens);
        record = recordAfter(record, static_cast<std::int32_t>(numRight),
                             all ? DraftEnd::Right : DraftEnd::Wrong);
    }
    m_guess = {};
    m_drafter->extend(tokens);
}

} // namespace tf::engine
