#pragma once

// A model in a few lines whose next token depends on every position that it reads from its pages.
//
// So a page that is shared wrongly, overwritten, lost or copied late changes the text. What the
// same model says about a text without any pages is the truth to compare with.

#include "engine/run/step.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tf::test {

class FakeModel {
public:
    FakeModel(std::int32_t numPages, std::int32_t block);

    /// A number for each row whose logits are wanted, sequence by sequence.
    std::vector<std::uint64_t> run(const engine::Step& step);

    /// The number that follows a text.
    static std::uint64_t after(std::span<const std::int32_t> tokens);

private:
    std::int32_t& slot(const engine::StepSequence& sequence, std::int64_t position);
    std::uint64_t readUpTo(const engine::StepSequence& sequence, std::int64_t end);

    std::int64_t m_block;
    std::vector<std::int32_t> m_slots; // what the pages hold: a token for each position
};

} // namespace tf::test
