#include "engine/text/tokens/tokenizer_image.h"

#include "engine/json/tokenizer_file.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <bit>
#include <cstring>

#define XXH_INLINE_ALL // NOLINT(*-macro-usage): how this header is told to need no library
#include <xxhash.h>

namespace tf::text {

namespace {

constexpr std::size_t kAlignment = 16;
constexpr std::size_t kHashedFrom = offsetof(ImageHeader, source);

std::size_t roundedUp(std::size_t numBytes)
{
    return (numBytes + kAlignment - 1) & ~(kAlignment - 1);
}

Error corruptImage(std::string_view what)
{
    return {Code::Corrupt, words("tokenizer image: ", what)};
}

template <class T>
std::span<const T> table(std::span<const std::byte> block, std::size_t begin, std::size_t count)
{
    return {reinterpret_cast<const T*>(block.data() + begin), count};
}

std::string_view chars(std::span<const std::byte> block, std::size_t begin, std::size_t count)
{
    return {reinterpret_cast<const char*>(block.data() + begin), count};
}

bool isMerged(const Merged& merged, std::uint32_t numIds)
{
    return merged.rank == kNoRank ? merged.id == kNoToken : merged.id < numIds;
}

} // namespace

SourceMark markOf(std::string_view source)
{
    const auto hash = XXH3_128bits(source.data(), source.size());
    return {source.size(), {hash.low64, hash.high64}};
}

std::uint64_t imageHash(std::span<const std::byte> block)
{
    return XXH3_64bits(block.data() + kHashedFrom, block.size() - kHashedFrom);
}

std::uint64_t wordHash(std::string_view word)
{
    return XXH3_64bits(word.data(), word.size());
}

ImageLayout layoutOf(const ImageHeader& header)
{
    ImageLayout layout = {};
    std::size_t end = roundedUp(sizeof(ImageHeader));
    const auto place = [&end](std::size_t numBytes) {
        const auto begin = end;
        end += roundedUp(numBytes);
        return begin;
    };
    layout.byteIds = place(256 * sizeof(TokenId));
    layout.bytePairs = place(kNumBytePairs * sizeof(Merged));
    layout.mergeSlots = place(header.numMergeSlots * sizeof(MergeSlot));
    layout.wordSlots = place(header.numWordSlots * sizeof(TokenId));
    layout.tokenBegins = place((std::size_t(header.numIds) + 1) * sizeof(std::uint32_t));
    layout.added = place(header.numAdded * sizeof(AddedEntry));
    layout.tokenBytes = place(header.numTokenBytes);
    layout.pattern = place(header.numPatternBytes);
    layout.numBytes = end;
    return layout;
}

TokenizerImage::TokenizerImage(std::vector<std::byte> block)
    : m_owned(std::move(block))
    , m_block(m_owned)
{
}

TokenizerImage::TokenizerImage(MappedFile file, std::span<const std::byte> block)
    : m_block(block)
{
    m_file.push_back(std::move(file));
}

Result<TokenizerImage> TokenizerImage::open(std::vector<std::byte> block)
{
    TokenizerImage image(std::move(block));
    TRY(image.checkBlock());
    return image;
}

Result<TokenizerImage> TokenizerImage::open(MappedFile file)
{
    const auto block = TRY(file.bytes(0, file.size()));
    TokenizerImage image(std::move(file), block);
    TRY(image.checkBlock());
    TRY(image.m_file.front().intact());
    return image;
}

Result<> TokenizerImage::checkBlock()
{
    if (m_block.size() < sizeof(ImageHeader))
        return corruptImage("no header");
    m_header = reinterpret_cast<const ImageHeader*>(m_block.data());
    if (std::memcmp(m_header->magic, kImageMagic, sizeof kImageMagic) != 0
        || m_header->version != kImageVersion || m_header->byteOrder != kImageByteOrder)
        return corruptImage("of another version or machine");
    if (m_header->numIds > json::kMaxTokenId || layoutOf(*m_header).numBytes != m_block.size())
        return corruptImage("not of the size that its header tells");
    if (imageHash(m_block) != m_header->hash)
        return corruptImage("its checksum is wrong");
    findTables();
    TRY(checkTables());
    TRY(checkTokens());
    return checkMerges();
}

void TokenizerImage::findTables()
{
    const auto layout = layoutOf(*m_header);
    m_byteIds = table<TokenId>(m_block, layout.byteIds, 256);
    m_bytePairs = table<Merged>(m_block, layout.bytePairs, kNumBytePairs);
    m_mergeSlots = table<MergeSlot>(m_block, layout.mergeSlots, m_header->numMergeSlots);
    m_wordSlots = table<TokenId>(m_block, layout.wordSlots, m_header->numWordSlots);
    m_tokenBegins =
        table<std::uint32_t>(m_block, layout.tokenBegins, std::size_t(m_header->numIds) + 1);
    m_added = table<AddedEntry>(m_block, layout.added, m_header->numAdded);
    m_tokenBytes = chars(m_block, layout.tokenBytes, m_header->numTokenBytes);
    m_pattern = chars(m_block, layout.pattern, m_header->numPatternBytes);
}

Result<> TokenizerImage::checkTables() const
{
    const bool words = m_wordSlots.empty()
        || (std::has_single_bit(m_wordSlots.size())
            && std::find(m_wordSlots.begin(), m_wordSlots.end(), kNoToken) != m_wordSlots.end());
    if (!std::has_single_bit(m_mergeSlots.size()) || !words || m_header->normalizes > 1)
        return corruptImage("a hash table of impossible size");
    const auto numIds = m_header->numIds;
    for (const TokenId id : m_wordSlots) {
        if (id != kNoToken && id >= numIds)
            return corruptImage("a word with an id out of range");
    }
    for (const AddedEntry& entry : m_added) {
        if (entry.id >= numIds || entry.flags > (kAddedSpecial | kAddedNormalized))
            return corruptImage("an added token with an id out of range");
    }
    return {};
}

Result<> TokenizerImage::checkTokens() const
{
    if (m_tokenBegins.front() != 0 || m_tokenBegins.back() != m_tokenBytes.size()
        || !std::is_sorted(m_tokenBegins.begin(), m_tokenBegins.end()))
        return corruptImage("token bytes out of order");
    for (unsigned byte = 0; byte < 256; ++byte) {
        const TokenId id = m_byteIds[byte];
        const char character = static_cast<char>(byte);
        if (id >= m_header->numIds || tokenBytes(id) != std::string_view(&character, 1))
            return corruptImage(words("the token of byte ", byte, " is not that byte"));
    }
    for (const AddedEntry& entry : m_added) {
        if (tokenBytes(entry.id).empty())
            return corruptImage("an added token without text");
    }
    return {};
}

Result<> TokenizerImage::checkMerges() const
{
    const auto numIds = m_header->numIds;
    bool hasRoom = false;
    bool inRange = true;
    for (const MergeSlot& slot : m_mergeSlots) {
        const bool empty = slot.left == kNoToken;
        hasRoom |= empty;
        inRange &= empty || (slot.right < numIds && slot.left < numIds && slot.merged.id < numIds);
    }
    for (const Merged& merged : m_bytePairs)
        inRange &= isMerged(merged, numIds);
    if (!hasRoom || !inRange)
        return corruptImage("a merge with an id out of range");
    return {};
}

TokenId TokenizerImage::word(std::string_view piece) const
{
    if (m_wordSlots.empty())
        return kNoToken;
    const auto mask = m_wordSlots.size() - 1;
    for (auto place = wordHash(piece) & mask;; place = (place + 1) & mask) {
        const TokenId id = m_wordSlots[place];
        if (id == kNoToken || tokenBytes(id) == piece)
            return id;
    }
}

} // namespace tf::text
