#pragma once

// Control tokens found in running text: at each place the longest, the leftmost place first.

#include "engine/text/tokens/token_id.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::text {

class AddedTokens {
public:
    struct Entry {
        std::string text;
        TokenId id;
    };

    struct Match {
        std::size_t begin;
        std::size_t end;
        TokenId id;
    };

    AddedTokens() = default;
    /// Requires: no text is empty or there twice.
    explicit AddedTokens(std::vector<Entry> entries);

    /// The first token in `text` that begins at `from` or later. Thread: any.
    [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from) const;

    [[nodiscard]] std::optional<TokenId> idOf(std::string_view text) const;
    [[nodiscard]] bool empty() const { return m_entries.empty(); }

private:
    [[nodiscard]] std::optional<Match> longestAt(std::string_view text, std::size_t at) const;

    std::vector<Entry> m_entries; // sorted by text
    std::array<bool, 256> m_isFirst = {}; // by byte
    std::bitset<std::size_t(256) * 256> m_isBegin; // by the first two bytes
};

} // namespace tf::text
