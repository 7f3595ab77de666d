#include "engine/text/tokens/piece_cache.h"

#include <algorithm>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::text {

namespace {

// Grown as needed: a chat message should not pay for the cache of a repository.
constexpr std::size_t kFirstNumBuckets = 128;
constexpr std::size_t kMaxNumBuckets = std::size_t(1) << 15;

constexpr std::size_t kNumLongSlots = std::size_t(1) << 13;
constexpr std::size_t kMaxArenaBytes = std::size_t(1) << 20;

} // namespace

ShortPieces::ShortPieces()
    : m_buckets(kFirstNumBuckets)
    , m_mask(kFirstNumBuckets - 1)
{
}

void ShortPieces::put(const Slot& slot)
{
    auto& slots = m_buckets[hash(slot.key) & m_mask].slots;
    slots[1] = slots[0];
    slots[0] = slot;
}

void ShortPieces::grow()
{
    const auto old = std::move(m_buckets);
    m_buckets = std::vector<Bucket>(old.size() * 4);
    m_mask = m_buckets.size() - 1;
    for (const Bucket& bucket : old) {
        for (const Slot& slot : {bucket.slots[1], bucket.slots[0]}) {
            if (slot.numBytes != 0)
                put(slot);
        }
    }
}

void ShortPieces::insert(ShortKey key, std::size_t numBytes, std::span<const TokenId> ids)
{
    if (++m_numInserted > m_buckets.size() && m_buckets.size() < kMaxNumBuckets)
        grow();
    Slot slot;
    slot.key = key;
    std::copy(ids.begin(), ids.end(), slot.ids.begin());
    slot.numBytes = static_cast<std::uint8_t>(numBytes);
    slot.numIds = static_cast<std::uint8_t>(ids.size());
    put(slot);
}

std::span<const TokenId> LongPieces::find(std::string_view piece) const
{
    if (m_slots.empty())
        return {};
    const auto hash = XXH3_64bits(piece.data(), piece.size());
    const Slot& slot = m_slots[hash & (kNumLongSlots - 1)];
    const auto known = std::string_view(m_bytes).substr(slot.bytesBegin, slot.numBytes);
    if (slot.numIds == 0 || slot.hash != hash || known != piece)
        return {};
    return std::span<const TokenId>(m_ids).subspan(slot.idsBegin, slot.numIds);
}

void LongPieces::insert(std::string_view piece, std::span<const TokenId> ids)
{
    if (m_slots.empty() || m_bytes.size() + piece.size() > kMaxArenaBytes) {
        m_slots.assign(kNumLongSlots, {});
        m_bytes.clear();
        m_ids.clear();
    }
    const auto hash = XXH3_64bits(piece.data(), piece.size());
    m_slots[hash & (kNumLongSlots - 1)] = {
        hash, static_cast<std::uint32_t>(m_bytes.size()), static_cast<std::uint32_t>(piece.size()),
        static_cast<std::uint32_t>(m_ids.size()), static_cast<std::uint32_t>(ids.size())};
    m_bytes += piece;
    m_ids.insert(m_ids.end(), ids.begin(), ids.end());
}

} // namespace tf::text
