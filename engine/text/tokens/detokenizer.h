#pragma once

// Tokens to text as they come, never cutting a character: a stream for people to read along.
//
// The bytes of a character may come from several tokens; they are held back until it is whole.
// Bytes that can no longer become a character pass through as they are, so that what comes out,
// joined, is exactly what Tokenizer::decode gives.

#include "engine/text/tokens/tokenizer.h"

namespace tf::text {

class Detokenizer {
public:
    /// Requires: `tokenizer` outlives this object and is not moved.
    explicit Detokenizer(const Tokenizer& tokenizer)
        : m_tokenizer(tokenizer)
    {
    }

    /// The text that this token completes; often empty within a character.
    Result<std::string> push(TokenId id);

    /// What is held back, at the end of the stream; starts anew.
    [[nodiscard]] std::string flush();

private:
    const Tokenizer& m_tokenizer;
    std::string m_held; // the beginning of one character
};

} // namespace tf::text
