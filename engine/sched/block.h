#pragma once

// Up to one page of a sequence by its content, and the chained hash that names everything before it
// as well.
//
// Two blocks are the same only if their tokens and the media behind their placeholders are; the
// hash finds, the comparison decides.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tf::engine {

using ContentHash = std::array<std::uint64_t, 2>;

/// A picture or video whose placeholders stand in a text; the tokens alone do not say which.
struct MediaSpan {
    std::int64_t firstPosition = 0;
    std::int64_t numPositions = 0;
    ContentHash hash{};

    bool operator==(const MediaSpan&) const = default;
};

struct SequenceText {
    std::vector<std::int32_t> tokens;
    std::vector<MediaSpan> media; ///< in order, apart from each other

    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(tokens.size()); }
};

struct Block {
    std::vector<std::int32_t> tokens;
    std::vector<MediaSpan> media; ///< that reach into it; positions count from its first token

    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(tokens.size()); }
    bool operator==(const Block&) const = default;
};

/// Requires: the positions are in the text.
[[nodiscard]] Block blockAt(const SequenceText& text, std::int64_t firstPosition,
                            std::int64_t numPositions);

/// How many positions from the first on are the same in both.
[[nodiscard]] std::int64_t commonPositions(const Block& a, const Block& b);

/// What stands before the first block: the model, its numbers, how its cache is stored.
[[nodiscard]] ContentHash rootHash(std::string_view fingerprint);

/// Names the block and all before it, whose name is `before`.
[[nodiscard]] ContentHash blockHash(const ContentHash& before, const Block& block);

} // namespace tf::engine
