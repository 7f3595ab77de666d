#pragma once

// What a tokenizer.json of a byte-level BPE says, as plain lists: nothing resolved, nothing built.
//
// Texts are still in the file's spelling, one symbol a byte; engine/text turns them into bytes and
// checks that tokens, ids and merges fit together. What a tokenizer of another family asks for
// (other normalizers, prefix spaces, stripping) is refused by name: encoding almost like the
// reference is worse than not at all.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::json {

enum class Normalization : std::uint8_t { None, Nfc };

struct TokenizerFile {
    /// A stretch of `arena`.
    struct Text {
        std::uint32_t begin = 0;
        std::uint32_t numBytes = 0;
    };
    struct Token {
        Text text;
        std::uint32_t id = 0;
    };
    struct Merge {
        Text left;
        Text right;
    };
    struct AddedToken {
        std::string text; ///< as in running text, not in byte symbols
        std::uint32_t id = 0;
        bool special = false;
        bool normalized = false; ///< looked for after normalization, not before
    };

    std::string arena;
    std::vector<Token> vocab; ///< in file order
    std::vector<Merge> merges; ///< the first is the strongest
    std::vector<AddedToken> added;
    Normalization normalization = Normalization::None;
    std::string splitPattern; ///< empty: text is not split
    bool ignoreMerges = false; ///< a piece that is a token stays whole

    [[nodiscard]] std::string_view at(Text text) const
    {
        return std::string_view(arena).substr(text.begin, text.numBytes);
    }
};

/// Larger files are refused unread; the largest known ones have 35 MB.
inline constexpr std::size_t kMaxTokenizerFileBytes = std::size_t(64) << 20;

/// Ids from here on are refused: no model has embeddings for them.
inline constexpr std::uint32_t kMaxTokenId = std::uint32_t(1) << 22;

/// BadInput with the byte where it breaks, or Unsupported with what is asked for. Thread: any.
Result<TokenizerFile> readTokenizerFile(std::string_view text);

} // namespace tf::json
