#pragma once

// A tokenizer's tables in one block of memory that is the same on disk: built once, mapped later.
//
// The layout is private to one version of the program on one kind of machine; a block of another
// version, byte order or checksum is not opened. Opening checks every id and every offset, so that
// the readers below need no checks. Immutable once open. Thread: any.

#include "engine/text/tokens/token_id.h"
#include "kernels/base/mapped_file.h"
#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tf::text {

/// What two neighbouring tokens become, and how early; rank kNoRank when they stay apart.
struct Merged {
    std::uint32_t rank;
    TokenId id;
};

inline constexpr std::uint32_t kNoRank = 0xffffffff;

/// A place in the open hash table of merges; empty when `left` is kNoToken.
struct MergeSlot {
    TokenId left;
    TokenId right;
    Merged merged;
};

struct AddedEntry {
    TokenId id;
    std::uint32_t flags; ///< bits of AddedFlag
};

enum AddedFlag : std::uint32_t { kAddedSpecial = 1, kAddedNormalized = 2 };

struct SourceMark {
    std::uint64_t numBytes = 0;
    std::uint64_t hash[2] = {0, 0};

    bool operator==(const SourceMark&) const = default;
};

/// The size and XXH3 of the tokenizer.json that an image is made from.
[[nodiscard]] SourceMark markOf(std::string_view source);

struct ImageHeader {
    char magic[8];
    std::uint32_t version;
    std::uint32_t byteOrder;
    std::uint64_t hash; ///< XXH3 of all that follows this member
    SourceMark source;
    std::uint32_t numIds; ///< one more than the highest id, of added tokens too
    std::uint32_t numMergeSlots; ///< a power of two
    std::uint32_t numWordSlots; ///< a power of two, or 0 where merges are not ignored
    std::uint32_t numAdded;
    std::uint32_t numTokenBytes;
    std::uint32_t numPatternBytes;
    std::uint32_t normalizes; ///< 1: NFC
    std::uint32_t reserved;
};

/// Where each table lies in a block with that header.
struct ImageLayout {
    std::size_t byteIds; ///< TokenId[256]
    std::size_t bytePairs; ///< Merged[256 × 256]
    std::size_t mergeSlots; ///< MergeSlot[numMergeSlots]
    std::size_t wordSlots; ///< TokenId[numWordSlots], kNoToken where empty
    std::size_t tokenBegins; ///< uint32[numIds + 1] into the token bytes; ids not in use are empty
    std::size_t added; ///< AddedEntry[numAdded]
    std::size_t tokenBytes;
    std::size_t pattern;
    std::size_t numBytes;
};

[[nodiscard]] ImageLayout layoutOf(const ImageHeader& header);

inline constexpr char kImageMagic[8] = {'t', 'f', 't', 'o', 'k', 'e', 'n', 's'};
inline constexpr std::uint32_t kImageVersion = 1;
inline constexpr std::uint32_t kImageByteOrder = 0x01020304;
inline constexpr std::size_t kNumBytePairs = std::size_t(256) * 256;

[[nodiscard]] std::uint64_t imageHash(std::span<const std::byte> block);
[[nodiscard]] std::uint64_t wordHash(std::string_view word);

inline std::size_t mergePlace(TokenId left, TokenId right)
{
    const auto pair = (std::uint64_t(left) << 32) | right;
    return static_cast<std::size_t>((pair * 0x9e3779b97f4a7c15) >> 32);
}

class TokenizerImage {
public:
    /// Corrupt, with what is wrong, unless the block is whole.
    static Result<TokenizerImage> open(std::vector<std::byte> block);
    static Result<TokenizerImage> open(MappedFile file);

    [[nodiscard]] const ImageHeader& header() const { return *m_header; }
    [[nodiscard]] std::span<const std::byte> block() const { return m_block; }

    [[nodiscard]] TokenId byteId(unsigned char byte) const { return m_byteIds[byte]; }
    [[nodiscard]] Merged bytePair(unsigned char left, unsigned char right) const
    {
        return m_bytePairs[std::size_t(left) << 8 | right];
    }

    [[nodiscard]] Merged merged(TokenId left, TokenId right) const
    {
        const auto mask = m_mergeSlots.size() - 1;
        for (auto place = mergePlace(left, right) & mask;; place = (place + 1) & mask) {
            const MergeSlot& slot = m_mergeSlots[place];
            if (slot.left == left && slot.right == right)
                return slot.merged;
            if (slot.left == kNoToken)
                return {kNoRank, kNoToken};
        }
    }

    /// The ordinary token that a whole piece is; kNoToken unless merges are ignored.
    [[nodiscard]] TokenId word(std::string_view piece) const;

    /// Empty for ids that are not in use. Requires: id < header().numIds.
    [[nodiscard]] std::string_view tokenBytes(TokenId id) const
    {
        return m_tokenBytes.substr(m_tokenBegins[id], m_tokenBegins[id + 1] - m_tokenBegins[id]);
    }

    [[nodiscard]] std::span<const AddedEntry> added() const { return m_added; }
    [[nodiscard]] std::string_view pattern() const { return m_pattern; }

private:
    explicit TokenizerImage(std::vector<std::byte> block);
    explicit TokenizerImage(MappedFile file, std::span<const std::byte> block);

    Result<> checkBlock();
    Result<> checkTables() const;
    Result<> checkMerges() const;
    Result<> checkTokens() const;
    void findTables();

    std::vector<std::byte> m_owned; // either this
    std::vector<MappedFile> m_file; // or one of these
    std::span<const std::byte> m_block;
    const ImageHeader* m_header = nullptr;
    std::span<const TokenId> m_byteIds;
    std::span<const Merged> m_bytePairs;
    std::span<const MergeSlot> m_mergeSlots;
    std::span<const TokenId> m_wordSlots;
    std::span<const std::uint32_t> m_tokenBegins;
    std::span<const AddedEntry> m_added;
    std::string_view m_tokenBytes;
    std::string_view m_pattern;
};

} // namespace tf::text
