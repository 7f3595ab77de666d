#include "tests/engine/sched/fake_model.h"

#include "kernels/base/check.h"

#include <algorithm>

namespace tf::test {

namespace {

constexpr std::uint64_t kStart = 0xcbf29ce484222325U;

std::uint64_t joined(std::uint64_t before, std::int32_t token)
{
    return (before ^ static_cast<std::uint32_t>(token + 1)) * 0x100000001b3U + (before >> 29);
}

} // namespace

FakeModel::FakeModel(std::int32_t numPages, std::int32_t block)
    : m_block(block)
    , m_slots(static_cast<std::size_t>(numPages) * static_cast<std::size_t>(block), -7)
{
}

std::int32_t& FakeModel::slot(const engine::StepSequence& sequence, std::int64_t position)
{
    const auto pageIdx = static_cast<std::size_t>(position / m_block);
    CHECK(pageIdx < sequence.pages.size(), "a position without a page");
    return m_slots[static_cast<std::size_t>(sequence.pages[pageIdx] * m_block
                                            + position % m_block)];
}

std::uint64_t FakeModel::readUpTo(const engine::StepSequence& sequence, std::int64_t end)
{
    auto number = kStart;
    for (std::int64_t position = 0; position < end; ++position)
        number = joined(number, slot(sequence, position));
    return number;
}

std::uint64_t FakeModel::after(std::span<const std::int32_t> tokens)
{
    auto number = kStart;
    for (const auto token : tokens)
        number = joined(number, token);
    return number;
}

std::vector<std::uint64_t> FakeModel::run(const engine::Step& step)
{
    for (const auto& copy : step.copies) {
        const auto from = m_slots.begin() + copy.fromPage * m_block;
        std::copy(from, from + m_block, m_slots.begin() + copy.toPage * m_block);
    }
    for (const auto& sequence : step.sequences) {
        for (std::size_t idx = 0; idx < sequence.tokens.size(); ++idx)
            slot(sequence, sequence.firstPosition + std::int64_t(idx)) = sequence.tokens[idx];
    }
    std::vector<std::uint64_t> rows;
    for (const auto& sequence : step.sequences) {
        const auto end = sequence.firstPosition + std::ssize(sequence.tokens);
        const auto first = sequence.logits == engine::LogitsWanted::All ? sequence.firstPosition + 1
            : sequence.logits == engine::LogitsWanted::Last             ? end
                                                                        : end + 1;
        for (auto position = first; position <= end; ++position)
            rows.push_back(readUpTo(sequence, position));
    }
    return rows;
}

} // namespace tf::test
