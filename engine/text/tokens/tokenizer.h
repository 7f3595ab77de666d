#pragma once

// Text to token ids and back, as one tokenizer.json says. Nothing about any model is built in.
//
// Immutable, so all threads share one; an Encoder holds what encoding writes to. Text is bytes:
// where it is not UTF-8 the broken bytes are encoded one by one, and decoding brings them back.
// For valid UTF-8 decode(encode(x)) is x, or NFC(x) where the file asks for NFC.

#include "engine/text/tokens/added_tokens.h"
#include "engine/text/tokens/char_table.h"
#include "engine/text/tokens/normalizer.h"
#include "engine/text/tokens/pretokenizer.h"
#include "engine/text/tokens/tokenizer_image.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tf::text {

/// What control tokens spelled out in a text mean.
enum class ControlTokens : std::uint8_t {
    Match, ///< themselves: for templates, and for what the reference gives
    AsText, ///< ordinary text: for whatever users, files and tools say
};

enum class CacheFile : std::uint8_t {
    Beside, ///< read <file>.tfcache, write it when it is missing or stale
    None,
};

class Tokenizer {
public:
    /// Reads a tokenizer.json. Thread: any. Blocks: on the disk.
    static Result<Tokenizer> load(const std::filesystem::path& path,
                                  CacheFile cache = CacheFile::Beside);

    /// The same from the text of the file.
    static Result<Tokenizer> parse(std::string_view tokenizerJson);

    /// For a few texts; whoever has many keeps an Encoder. Fails as Encoder::encode does.
    [[nodiscard]] Result<std::vector<TokenId>> encode(std::string_view text,
                                                      ControlTokens controls) const;

    /// The bytes of all tokens in a row, control tokens as they are written.
    [[nodiscard]] Result<std::string> decode(std::span<const TokenId> ids) const;

    /// BadInput when no token has that id.
    [[nodiscard]] Result<std::string_view> tokenBytes(TokenId id) const;

    /// The id of the control token written like that, if there is one.
    [[nodiscard]] std::optional<TokenId> controlToken(std::string_view text) const;
    [[nodiscard]] bool isControlToken(TokenId id) const;

    /// The first control token spelled out in `text` at `from` or later.
    [[nodiscard]] std::optional<AddedTokens::Match> findControlToken(std::string_view text,
                                                                     std::size_t from) const;

    /// Of the tokenizer.json: where it is the same, so are the ids.
    [[nodiscard]] const SourceMark& source() const { return m_image->header().source; }

    /// One more than the highest id; not every id below is a token.
    [[nodiscard]] std::uint32_t numIds() const { return m_image->header().numIds; }

private:
    friend class Encoder;
    explicit Tokenizer(TokenizerImage image);
    static Result<Tokenizer> over(TokenizerImage image);
    Result<> sortAdded();

    // Behind pointers, so that what refers to them stays valid when this object moves.
    std::unique_ptr<const TokenizerImage> m_image;
    std::unique_ptr<const CharTable> m_table;
    std::optional<Pretokenizer> m_pretokenizer;
    std::optional<Normalizer> m_normalizer; // none: text stays as it is
    AddedTokens m_beforeNormalizing;
    AddedTokens m_afterNormalizing;
};

} // namespace tf::text
