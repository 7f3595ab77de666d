#pragma once

// Encodes one text after another with what it has learned from the ones before.
//
// A tokenizer is shared and never changes; this is the part that does: the cache of pieces, the
// room for merging, the ids of the last text. One to a thread; 3 MB when warm.

#include "engine/text/tokens/merger.h"
#include "engine/text/tokens/piece_cache.h"
#include "engine/text/tokens/tokenizer.h"

namespace tf::text {

class Encoder {
public:
    /// Requires: `tokenizer` outlives this object and is not moved.
    explicit Encoder(const Tokenizer& tokenizer)
        : m_tokenizer(tokenizer)
    {
    }

    /// The ids of a text, valid until the next call. BadInput with the place when one piece (a
    /// word without any break) is longer than kMaxPieceBytes, or the split pattern explodes.
    Result<std::span<const TokenId>> encode(std::string_view text, ControlTokens controls);

private:
    Result<> addWithControls(std::string_view text);
    Result<> addText(std::string_view text, ControlTokens controls, std::size_t place);
    Result<> addValid(std::string_view text, ControlTokens controls, std::size_t place);
    Result<> addNormalized(std::string_view text, ControlTokens controls, std::size_t place);
    Result<> addPieces(std::string_view text, std::size_t place);
    Result<> addPiece(std::string_view text, std::size_t begin, std::size_t end, std::size_t place);
    Result<> addNewPiece(std::string_view piece, std::size_t place);
    void addIds(std::span<const TokenId> ids);
    void makeRoom(std::size_t numIds);

    const Tokenizer& m_tokenizer;
    Merger m_merger;
    ShortPieces m_shortPieces;
    LongPieces m_longPieces;
    std::vector<TokenId> m_ids; // room; the first m_numIds are the text's
    std::size_t m_numIds = 0;
};

} // namespace tf::text
