#include "engine/text/tokens/image_builder.h"

#include "engine/text/tokens/byte_symbols.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <unordered_map>

namespace tf::text {

namespace {

using json::TokenizerFile;

Error badTokenizer(std::string_view what)
{
    return {Code::BadInput, words("tokenizer: ", what)};
}

std::size_t slotsFor(std::size_t count)
{
    return std::bit_ceil(count * 2 + 1);
}

/// Tokens found by their spelling in the file. A third of the load time is spent here, so the
/// table is flat and holds a part of each hash.
class SpellingTable {
public:
    explicit SpellingTable(const TokenizerFile& file)
        : m_file(file)
        , m_slots(slotsFor(file.vocab.size()))
    {
    }

    /// False when the spelling is there already.
    bool insert(const TokenizerFile::Token& token)
    {
        const auto hash = wordHash(m_file.at(token.text));
        Slot& slot = m_slots[placeOf(m_file.at(token.text), hash)];
        if (slot.id != kNoToken)
            return false;
        slot = {static_cast<std::uint32_t>(hash >> 32), token.id, token.text};
        return true;
    }

    [[nodiscard]] TokenId find(std::string_view spelled) const
    {
        return m_slots[placeOf(spelled, wordHash(spelled))].id;
    }

    /// Says that find() will be asked for this one soon.
    void prefetch(std::string_view spelled) const
    {
        __builtin_prefetch(&m_slots[wordHash(spelled) & (m_slots.size() - 1)]);
    }

private:
    struct Slot {
        std::uint32_t hash = 0;
        TokenId id = kNoToken;
        TokenizerFile::Text text;
    };

    /// Where the spelling is, or would be.
    [[nodiscard]] std::size_t placeOf(std::string_view spelled, std::uint64_t hash) const
    {
        const auto mask = m_slots.size() - 1;
        auto place = hash & mask;
        for (;; place = (place + 1) & mask) {
            const Slot& slot = m_slots[place];
            if (slot.id == kNoToken || (slot.hash == hash >> 32 && m_file.at(slot.text) == spelled))
                return place;
        }
    }

    const TokenizerFile& m_file;
    std::vector<Slot> m_slots;
};

class ImageBuilder {
public:
    explicit ImageBuilder(const TokenizerFile& file)
        : m_file(file)
        , m_spellings(file)
    {
    }

    Result<std::vector<std::byte>> build(SourceMark source)
    {
        TRY(takeAdded());
        TRY(takeVocab());
        TRY(takeMerges());
        return write(source);
    }

private:
    struct Stretch {
        std::uint32_t begin = 0;
        std::uint32_t numBytes = 0;
    };

    /// Records the bytes of a token; false when its id is taken.
    bool keep(TokenId id, std::string_view bytes)
    {
        if (id >= m_tokens.size())
            m_tokens.resize(std::max<std::size_t>(id + std::size_t(1), m_tokens.size() * 2));
        m_numIds = std::max(m_numIds, id + 1);
        if (m_tokens[id].numBytes != 0)
            return false;
        m_tokens[id] = {static_cast<std::uint32_t>(m_bytes.size()),
                        static_cast<std::uint32_t>(bytes.size())};
        m_bytes += bytes;
        return true;
    }

    Result<> takeAdded()
    {
        for (const auto& token : m_file.added) {
            if (!keep(token.id, token.text))
                return badTokenizer(
                    words("id ", token.id, " of the added token \"", token.text, "\" is taken"));
            if (!m_idByAdded.try_emplace(token.text, token.id).second)
                return badTokenizer(words("the added token \"", token.text, "\" is there twice"));
        }
        return {};
    }

    Result<> takeVocab()
    {
        m_byteIds.assign(256, kNoToken);
        for (const auto& token : m_file.vocab)
            TRY(takeToken(token));
        const auto missing = std::find(m_byteIds.begin(), m_byteIds.end(), kNoToken);
        if (missing != m_byteIds.end())
            return badTokenizer(words("no token for the byte ", missing - m_byteIds.begin(),
                                      "; a byte-level vocabulary has all 256"));
        return {};
    }

    Result<> takeToken(const TokenizerFile::Token& token)
    {
        const auto spelled = m_file.at(token.text);
        if (const auto added = m_idByAdded.find(spelled); added != m_idByAdded.end()) {
            if (added->second != token.id)
                return badTokenizer(words("token \"", spelled, "\" has the id ", token.id,
                                          " in the vocabulary and ", added->second,
                                          " as an added token"));
            return {}; // not put in the table: no merge may make a control token
        }
        const auto bytes = bytesOfSymbols(spelled);
        if (!bytes || bytes->empty())
            return badTokenizer(words("token \"", spelled, "\" with id ", token.id,
                                      " is not made of byte symbols"));
        if (!keep(token.id, *bytes))
            return badTokenizer(words("id ", token.id, " of token \"", spelled, "\" is taken"));
        if (!m_spellings.insert(token))
            return badTokenizer(words("token \"", spelled, "\" is there twice"));
        if (bytes->size() == 1)
            m_byteIds[static_cast<unsigned char>(bytes->front())] = token.id;
        return {};
    }

    Result<> takeMerges()
    {
        if (m_file.merges.size() > json::kMaxTokenId)
            return badTokenizer(
                words(m_file.merges.size(), " merges; at most ", json::kMaxTokenId));
        m_slots.assign(slotsFor(m_file.merges.size()), {kNoToken, kNoToken, {kNoRank, kNoToken}});
        m_bytePairs.assign(kNumBytePairs, {kNoRank, kNoToken});
        m_byteById.assign(m_numIds, -1);
        for (unsigned byte = 0; byte < 256; ++byte)
            m_byteById[m_byteIds[byte]] = static_cast<std::int16_t>(byte);
        for (std::uint32_t rank = 0; rank < m_file.merges.size(); ++rank)
            TRY(takeMerge(rank));
        return {};
    }

    [[nodiscard]] Error unknownToken(std::uint32_t rank, TokenizerFile::Text text) const
    {
        const auto spelled = m_file.at(text);
        const bool added = m_idByAdded.contains(spelled);
        return badTokenizer(words("merge ", rank, ": \"", spelled, "\" is ",
                                  added ? "an added token, which no merge may make or take"
                                        : "not in the vocabulary"));
    }

    Result<> takeMerge(std::uint32_t rank)
    {
        constexpr std::uint32_t kAhead = 8;
        if (rank + kAhead < m_file.merges.size())
            prefetchMerge(m_file.merges[rank + kAhead]);
        const auto& merge = m_file.merges[rank];
        const TokenId left = m_spellings.find(m_file.at(merge.left));
        const TokenId right = m_spellings.find(m_file.at(merge.right));
        const TokenId both = m_spellings.find(m_file.at(bothSides(merge)));
        if (left == kNoToken || right == kNoToken)
            return unknownToken(rank, left == kNoToken ? merge.left : merge.right);
        if (both == kNoToken)
            return unknownToken(rank, bothSides(merge));
        insert({left, right, {rank, both}});
        if (m_byteById[left] >= 0 && m_byteById[right] >= 0)
            m_bytePairs[static_cast<std::size_t>(m_byteById[left] << 8 | m_byteById[right])] = {
                rank, both};
        return {};
    }

    /// The reader lays the two sides of a merge side by side.
    static TokenizerFile::Text bothSides(const TokenizerFile::Merge& merge)
    {
        return {merge.left.begin, merge.left.numBytes + merge.right.numBytes};
    }

    void prefetchMerge(const TokenizerFile::Merge& merge) const
    {
        for (const auto text : {merge.left, merge.right, bothSides(merge)})
            m_spellings.prefetch(m_file.at(text));
    }

    /// A pair that is there twice has its last rank, as in the reference.
    void insert(const MergeSlot& merge)
    {
        const auto mask = m_slots.size() - 1;
        auto place = mergePlace(merge.left, merge.right) & mask;
        while (m_slots[place].left != kNoToken
               && (m_slots[place].left != merge.left || m_slots[place].right != merge.right))
            place = (place + 1) & mask;
        m_slots[place] = merge;
    }

    [[nodiscard]] std::vector<TokenId> wordSlots() const
    {
        if (!m_file.ignoreMerges)
            return {};
        std::vector<TokenId> slots(slotsFor(m_file.vocab.size()), kNoToken);
        for (const auto& token : m_file.vocab) {
            if (m_spellings.find(m_file.at(token.text)) == kNoToken)
                continue; // an added token: a piece that looks like it stays ordinary text
            auto place = wordHash(bytesOf(token.id)) & (slots.size() - 1);
            while (slots[place] != kNoToken)
                place = (place + 1) & (slots.size() - 1);
            slots[place] = token.id;
        }
        return slots;
    }

    [[nodiscard]] std::string_view bytesOf(TokenId id) const
    {
        return std::string_view(m_bytes).substr(m_tokens[id].begin, m_tokens[id].numBytes);
    }

    [[nodiscard]] ImageHeader headerFor(SourceMark source, std::size_t numWordSlots) const
    {
        ImageHeader header = {};
        std::memcpy(header.magic, kImageMagic, sizeof kImageMagic);
        header.version = kImageVersion;
        header.byteOrder = kImageByteOrder;
        header.source = source;
        header.numIds = m_numIds;
        header.numMergeSlots = static_cast<std::uint32_t>(m_slots.size());
        header.numWordSlots = static_cast<std::uint32_t>(numWordSlots);
        header.numAdded = static_cast<std::uint32_t>(m_file.added.size());
        header.numTokenBytes = static_cast<std::uint32_t>(m_bytes.size());
        header.numPatternBytes = static_cast<std::uint32_t>(m_file.splitPattern.size());
        header.normalizes = m_file.normalization == json::Normalization::Nfc ? 1 : 0;
        return header;
    }

    [[nodiscard]] std::vector<std::byte> write(SourceMark source) const
    {
        const auto words = wordSlots();
        auto header = headerFor(source, words.size());
        const auto layout = layoutOf(header);
        std::vector<std::byte> block(layout.numBytes);
        const auto put = [&block](std::size_t begin, const void* from, std::size_t numBytes) {
            if (numBytes > 0)
                std::memcpy(block.data() + begin, from, numBytes);
        };
        put(layout.byteIds, m_byteIds.data(), m_byteIds.size() * sizeof(TokenId));
        put(layout.bytePairs, m_bytePairs.data(), m_bytePairs.size() * sizeof(Merged));
        put(layout.mergeSlots, m_slots.data(), m_slots.size() * sizeof(MergeSlot));
        put(layout.wordSlots, words.data(), words.size() * sizeof(TokenId));
        put(layout.pattern, m_file.splitPattern.data(), m_file.splitPattern.size());
        for (std::size_t idx = 0; idx < m_file.added.size(); ++idx) {
            const auto& token = m_file.added[idx];
            const AddedEntry entry{token.id,
                                   (token.special ? kAddedSpecial : 0U)
                                       | (token.normalized ? kAddedNormalized : 0U)};
            put(layout.added + idx * sizeof entry, &entry, sizeof entry);
        }
        std::uint32_t begin = 0;
        for (TokenId id = 0; id < m_numIds; ++id) {
            put(layout.tokenBegins + id * sizeof begin, &begin, sizeof begin);
            put(layout.tokenBytes + begin, bytesOf(id).data(), bytesOf(id).size());
            begin += m_tokens[id].numBytes;
        }
        put(layout.tokenBegins + m_numIds * sizeof begin, &begin, sizeof begin);
        put(0, &header, sizeof header);
        header.hash = imageHash(block);
        put(0, &header, sizeof header);
        return block;
    }

    const TokenizerFile& m_file;
    SpellingTable m_spellings;
    std::unordered_map<std::string_view, TokenId> m_idByAdded; // into m_file
    std::vector<Stretch> m_tokens; // by id; empty where an id is not in use
    std::string m_bytes;
    TokenId m_numIds = 0;
    std::vector<TokenId> m_byteIds;
    std::vector<std::int16_t> m_byteById; // -1 for tokens of several bytes
    std::vector<MergeSlot> m_slots;
    std::vector<Merged> m_bytePairs;
};

} // namespace

Result<TokenizerImage> buildImage(const json::TokenizerFile& file, SourceMark source)
{
    return TokenizerImage::open(TRY(ImageBuilder(file).build(source)));
}

} // namespace tf::text
