#include "engine/text/tokens/encoder.h"

#include "engine/text/tokens/utf8.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tf::text {

namespace {

constexpr std::size_t kPiecesAtOnce = 256;

struct KeyMask {
    std::uint64_t low;
    std::uint64_t high;
};

constexpr std::uint64_t lowBytes(std::size_t numBytes)
{
    return numBytes >= 8 ? ~std::uint64_t(0) : (std::uint64_t(1) << (8 * numBytes)) - 1;
}

constexpr std::array<KeyMask, ShortKey::kMaxBytes + 1> makeKeyMasks()
{
    std::array<KeyMask, ShortKey::kMaxBytes + 1> masks = {};
    for (std::size_t numBytes = 0; numBytes < masks.size(); ++numBytes)
        masks[numBytes] = {lowBytes(numBytes), lowBytes(numBytes < 8 ? 0 : numBytes - 8)};
    return masks;
}

constexpr auto kKeyMasks = makeKeyMasks();

/// Reads 16 bytes at once where the text goes on that far.
ShortKey keyOf(std::string_view text, std::size_t begin, std::size_t numBytes)
{
    ShortKey key;
    if (begin + sizeof key > text.size()) {
        char bytes[sizeof key] = {};
        std::memcpy(bytes, text.data() + begin, numBytes);
        std::memcpy(&key, bytes, sizeof key);
        return key;
    }
    std::memcpy(&key, text.data() + begin, sizeof key);
    key.low &= kKeyMasks[numBytes].low;
    key.high &= kKeyMasks[numBytes].high;
    return key;
}

} // namespace

Result<std::span<const TokenId>> Encoder::encode(std::string_view text, ControlTokens controls)
{
    m_numIds = 0;
    if (controls == ControlTokens::Match)
        TRY(addWithControls(text));
    else
        TRY(addText(text, controls, 0));
    return std::span<const TokenId>(m_ids).first(m_numIds);
}

Result<> Encoder::addWithControls(std::string_view text)
{
    std::size_t at = 0;
    while (const auto match = m_tokenizer.m_beforeNormalizing.find(text, at)) {
        TRY(addText(text.substr(at, match->begin - at), ControlTokens::Match, at));
        addIds({&match->id, 1});
        at = match->end;
    }
    return addText(text.substr(at), ControlTokens::Match, at);
}

/// Stretches that are not UTF-8 are encoded byte by byte, apart from the text around them.
Result<> Encoder::addText(std::string_view text, ControlTokens controls, std::size_t place)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto numValid = validPrefix(text.substr(at));
        if (numValid > 0)
            TRY(addValid(text.substr(at, numValid), controls, place + at));
        at += numValid;
        for (const auto end = at + brokenPrefix(text.substr(at)); at < end; ++at) {
            const TokenId id = m_tokenizer.m_image->byteId(static_cast<unsigned char>(text[at]));
            addIds({&id, 1});
        }
    }
    return {};
}

Result<> Encoder::addValid(std::string_view text, ControlTokens controls, std::size_t place)
{
    const auto& normalizer = m_tokenizer.m_normalizer;
    if (!normalizer || normalizer->plainPrefix(text) == text.size())
        return addNormalized(text, controls, place);
    return addNormalized(TRY(normalizer->normalize(text)), controls, place);
}

Result<> Encoder::addNormalized(std::string_view text, ControlTokens controls, std::size_t place)
{
    if (controls == ControlTokens::AsText || m_tokenizer.m_afterNormalizing.empty())
        return addPieces(text, place);
    std::size_t at = 0;
    while (const auto match = m_tokenizer.m_afterNormalizing.find(text, at)) {
        TRY(addPieces(text.substr(at, match->begin - at), place + at));
        addIds({&match->id, 1});
        at = match->end;
    }
    return addPieces(text.substr(at), place + at);
}

Result<> Encoder::addPieces(std::string_view text, std::size_t place)
{
    Pretokenizer::Run run(*m_tokenizer.m_pretokenizer, text);
    std::array<std::size_t, kPiecesAtOnce> ends;
    std::size_t begin = 0;
    while (const auto numPieces = TRY(run.next(ends))) {
        makeRoom(numPieces * ShortPieces::kMaxIds);
        for (std::size_t pieceIdx = 0; pieceIdx < numPieces; ++pieceIdx) {
            TRY(addPiece(text, begin, ends[pieceIdx], place));
            begin = ends[pieceIdx];
        }
    }
    return {};
}

Result<> Encoder::addPiece(std::string_view text, std::size_t begin, std::size_t end,
                           std::size_t place)
{
    const auto numBytes = end - begin;
    if (numBytes > ShortKey::kMaxBytes) {
        const auto piece = text.substr(begin, numBytes);
        const auto known = numBytes <= LongPieces::kMaxBytes ? m_longPieces.find(piece)
                                                             : std::span<const TokenId>();
        if (known.empty())
            return addNewPiece(piece, place + begin);
        addIds(known);
        return {};
    }
    const auto key = keyOf(text, begin, numBytes);
    const auto* slot = m_shortPieces.find(key, numBytes);
    if (slot == nullptr)
        return addNewPiece(text.substr(begin, numBytes), place + begin);
    // Always as many as there may be: a fixed copy needs no branch.
    std::copy_n(slot->ids.begin(), ShortPieces::kMaxIds, m_ids.data() + m_numIds);
    m_numIds += slot->numIds;
    return {};
}

Result<> Encoder::addNewPiece(std::string_view piece, std::size_t place)
{
    if (piece.size() > kMaxPieceBytes)
        return Error(Code::BadInput,
                     words("a word of ", piece.size(), " bytes at byte ", place, "; at most ",
                           kMaxPieceBytes, " are encoded without a break"));
    const TokenId word = m_tokenizer.m_image->word(piece);
    const auto ids = word != kNoToken ? std::span<const TokenId>(&word, 1)
                                      : m_merger.merge(*m_tokenizer.m_image, piece);
    if (piece.size() <= ShortKey::kMaxBytes && ids.size() <= ShortPieces::kMaxIds)
        m_shortPieces.insert(keyOf(piece, 0, piece.size()), piece.size(), ids);
    else if (piece.size() > ShortKey::kMaxBytes && piece.size() <= LongPieces::kMaxBytes)
        m_longPieces.insert(piece, ids);
    addIds(ids);
    return {};
}

void Encoder::addIds(std::span<const TokenId> ids)
{
    // Room for the rest of the pieces at hand stays.
    makeRoom(ids.size() + kPiecesAtOnce * ShortPieces::kMaxIds);
    std::copy(ids.begin(), ids.end(), m_ids.data() + m_numIds);
    m_numIds += ids.size();
}

void Encoder::makeRoom(std::size_t numIds)
{
    if (m_ids.size() - m_numIds < numIds)
        m_ids.resize(std::max(m_ids.size() * 2, m_numIds + numIds));
}

} // namespace tf::text
