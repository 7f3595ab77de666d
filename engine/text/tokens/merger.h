#pragma once

// Byte-pair encoding of one piece of text: bytes joined pair by pair, the strongest merge first.
//
// Among equal merges the leftmost goes first, as in the reference. Short pieces are searched in
// place; long ones, where that would be quadratic, keep their pairs in a heap. Holds the room for
// both, so each thread needs its own.

#include "engine/text/tokens/tokenizer_image.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tf::text {

/// Longer pieces (one word without a break) are refused: they would take more than half a second.
inline constexpr std::size_t kMaxPieceBytes = std::size_t(2) << 20;

class Merger {
public:
    /// The ids of a piece, valid until the next call. Requires: 0 < piece bytes ≤ kMaxPieceBytes.
    std::span<const TokenId> merge(const TokenizerImage& image, std::string_view piece);

    /// The same by the way for long pieces, whatever the length. For tests.
    std::span<const TokenId> mergeByHeap(const TokenizerImage& image, std::string_view piece);

private:
    /// A token of the piece, and what it and the next one make.
    struct Node {
        TokenId id;
        std::uint32_t rank; ///< kNoRank at the last one
        TokenId merged;
        std::uint32_t previous;
        std::uint32_t next;
    };

    void pairUp(const TokenizerImage& image, std::uint32_t nodeIdx);
    void push(std::uint32_t nodeIdx);
    std::uint64_t popStrongest();

    std::vector<TokenId> m_ids;
    std::vector<Merged> m_pairs;
    std::vector<Node> m_nodes;
    std::vector<std::uint64_t> m_heap; // rank and node, the smallest on top
};

} // namespace tf::text
