#include "engine/text/tokens/detokenizer.h"

#include "engine/text/tokens/utf8.h"

#include <utility>

namespace tf::text {

namespace {

/// The number of bytes before a character that is cut off at the end.
std::size_t wholePrefix(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        at += validPrefix(text.substr(at));
        if (at == text.size())
            break;
        const auto sequence = firstSequence(text.substr(at));
        if (sequence.kind == Sequence::Kind::CutOff)
            break;
        at += sequence.numBytes;
    }
    return at;
}

} // namespace

Result<std::string> Detokenizer::push(TokenId id)
{
    auto text = m_held + std::string(TRY(m_tokenizer.tokenBytes(id)));
    const auto numWhole = wholePrefix(text);
    m_held = text.substr(numWhole);
    text.resize(numWhole);
    return text;
}

std::string Detokenizer::flush()
{
    return std::exchange(m_held, {});
}

} // namespace tf::text
