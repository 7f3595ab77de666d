#pragma once

// Pieces seen before and their ids: what makes text full of the same words fast.
//
// Two tables. Short pieces with few ids, nearly all of them, lie with their ids in half a cache
// line, found by two word comparisons. The rest lie in an arena that is emptied when it is full.
// Both forget freely. Owned by one encoder, so each thread has its own.

#include "engine/text/tokens/token_id.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tf::text {

/// The bytes of a short piece as two words, zeros after its end.
struct ShortKey {
    static constexpr std::size_t kMaxBytes = 16;

    std::uint64_t low = 0;
    std::uint64_t high = 0;
};

class ShortPieces {
public:
    static constexpr std::size_t kMaxIds = 3;

    struct Slot {
        ShortKey key;
        std::array<TokenId, kMaxIds> ids = {};
        std::uint8_t numBytes = 0; ///< 0: empty
        std::uint8_t numIds = 0;
    };

    ShortPieces();

    /// nullptr when it is not known.
    [[nodiscard]] const Slot* find(ShortKey key, std::size_t numBytes) const
    {
        const Bucket& bucket = m_buckets[hash(key) & m_mask];
        for (const Slot& slot : bucket.slots) {
            if (slot.key.low == key.low && slot.key.high == key.high && slot.numBytes == numBytes)
                return &slot;
        }
        return nullptr;
    }

    /// Requires: numBytes ≤ ShortKey::kMaxBytes, ids.size() ≤ kMaxIds.
    void insert(ShortKey key, std::size_t numBytes, std::span<const TokenId> ids);

private:
    struct alignas(64) Bucket {
        std::array<Slot, 2> slots; // the newer first
    };

    static std::size_t hash(ShortKey key)
    {
        const auto mixed =
            (key.low ^ std::rotl(key.high * 0xd1b54a32d192ed03, 29)) * 0x9e3779b97f4a7c15;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32));
    }

    void put(const Slot& slot);
    void grow();

    std::vector<Bucket> m_buckets;
    std::size_t m_mask;
    std::size_t m_numInserted = 0;
};

class LongPieces {
public:
    static constexpr std::size_t kMaxBytes = 256;

    /// Empty when it is not known; valid until the next insert.
    [[nodiscard]] std::span<const TokenId> find(std::string_view piece) const;

    /// Requires: piece.size() ≤ kMaxBytes, ids is not empty.
    void insert(std::string_view piece, std::span<const TokenId> ids);

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t bytesBegin = 0;
        std::uint32_t numBytes = 0;
        std::uint32_t idsBegin = 0;
        std::uint32_t numIds = 0; ///< 0: empty
    };

    std::vector<Slot> m_slots;
    std::string m_bytes;
    std::vector<TokenId> m_ids;
};

} // namespace tf::text
