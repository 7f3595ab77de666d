#include "engine/sched/block.h"

#include "kernels/base/check.h"

#include <algorithm>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::engine {

namespace {

static_assert(sizeof(MediaSpan) == 32, "hashed byte by byte");

ContentHash contentHash(XXH128_hash_t hash)
{
    return {hash.low64, hash.high64};
}

} // namespace

Block blockAt(const SequenceText& text, std::int64_t firstPosition, std::int64_t numPositions)
{
    CHECK(firstPosition >= 0 && numPositions >= 0 && numPositions <= text.size() - firstPosition,
          "a block outside its text");
    Block block;
    const auto begin = text.tokens.begin() + firstPosition;
    block.tokens.assign(begin, begin + numPositions);
    const auto reaches = std::partition_point(
        text.media.begin(), text.media.end(), [firstPosition](const MediaSpan& span) {
            return span.firstPosition + span.numPositions <= firstPosition;
        });
    for (auto span = reaches; span != text.media.end(); ++span) {
        if (span->firstPosition >= firstPosition + numPositions)
            break;
        block.media.push_back(
            {span->firstPosition - firstPosition, span->numPositions, span->hash});
    }
    return block;
}

std::int64_t commonPositions(const Block& a, const Block& b)
{
    const auto [endA, endB] =
        std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end());
    std::int64_t numCommon = endA - a.tokens.begin();
    const auto [mediaA, mediaB] =
        std::mismatch(a.media.begin(), a.media.end(), b.media.begin(), b.media.end());
    if (mediaA != a.media.end())
        numCommon = std::min(numCommon, std::max<std::int64_t>(mediaA->firstPosition, 0));
    if (mediaB != b.media.end())
        numCommon = std::min(numCommon, std::max<std::int64_t>(mediaB->firstPosition, 0));
    return numCommon;
}

ContentHash rootHash(std::string_view fingerprint)
{
    return contentHash(XXH3_128bits(fingerprint.data(), fingerprint.size()));
}

ContentHash blockHash(const ContentHash& before, const Block& block)
{
    const std::uint64_t counts[] = {before[0], before[1], block.tokens.size(), block.media.size()};
    XXH3_state_t state;
    XXH3_128bits_reset(&state);
    XXH3_128bits_update(&state, counts, sizeof counts);
    XXH3_128bits_update(&state, block.tokens.data(), block.tokens.size() * sizeof(std::int32_t));
    XXH3_128bits_update(&state, block.media.data(), block.media.size() * sizeof(MediaSpan));
    return contentHash(XXH3_128bits_digest(&state));
}

} // namespace tf::engine
