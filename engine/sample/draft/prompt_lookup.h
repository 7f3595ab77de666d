#pragma once

// Drafts by looking up where the last tokens stood before: answers about code copy code.
//
// Places with the same last three tokens form a chain, newest first, as in LZ77 compressors; of its
// first links the one that agrees longest is continued. Eight to twelve bytes per token, constant
// time per token and per draft.

#include "engine/sample/draft/drafter.h"

#include <cstddef>

namespace tf::engine {

class PromptLookup final : public Drafter {
public:
    /// Tokens that must agree for a draft, and beyond which longer agreement says nothing more.
    static constexpr std::size_t kShortest = 3;
    static constexpr std::size_t kLongest = 32;

    void extend(std::span<const std::int32_t> tokens) override;
    /// Kinds by how many tokens agree: from 3, 4, 8, 16.
    [[nodiscard]] Draft draft(std::int32_t most) const override;

private:
    struct Match {
        std::int32_t end = -1; // the place of its last token
        std::size_t numTokens = 0;
    };

    [[nodiscard]] std::size_t slotOf(std::size_t end) const;
    [[nodiscard]] std::size_t numAgreeing(std::size_t end) const;
    [[nodiscard]] Match longestMatch() const;
    void link(std::size_t end);
    void growTable();

    std::vector<std::int32_t> m_tokens;
    std::vector<std::int32_t> m_before; // by place: the one before in its chain, or -1
    std::vector<std::int32_t> m_newest; // by hash of the last three tokens, or -1
};

} // namespace tf::engine
