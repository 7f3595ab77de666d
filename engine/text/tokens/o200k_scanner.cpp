#include "engine/text/tokens/o200k_scanner.h"

#include "engine/text/tokens/utf8.h"

namespace tf::text {

// L = letter, N = number, S = White_Space, u = Lu Lt Lm Lo M, w = Ll Lm Lo M, c = 's 't 're …
//   1  [^\r\n L N]? u* w+ c?       a word that ends in lower case
//   2  [^\r\n L N]? u+ w* c?       a word in upper case
//   3  N{1,3}
//   4  " "? [^S L N]+ [\r\n/]*     punctuation
//   5  S* [\r\n]+                  white space up to its last line end
//   6  S+ (?!\S)                   white space but for the character that goes with what follows
//   7  S+
const std::string_view kO200kPattern =
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+)"
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)?)"
    R"(|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*)"
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)?)"
    R"(|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

namespace {

constexpr unsigned bit(CharClass charClass)
{
    return static_cast<unsigned>(charClass);
}

constexpr unsigned kEitherCase = bit(CharClass::Letter) | bit(CharClass::Mark);
constexpr unsigned kUpperish = bit(CharClass::Upper) | kEitherCase;
constexpr unsigned kLowerish = bit(CharClass::Lower) | kEitherCase;
constexpr unsigned kWordish = kUpperish | kLowerish;
constexpr unsigned kNumber = bit(CharClass::Number);
constexpr unsigned kWhite = bit(CharClass::Space) | bit(CharClass::LineEnd);
constexpr unsigned kPunctuation = bit(CharClass::Other) | bit(CharClass::Mark);
constexpr unsigned kPrefix = bit(CharClass::Space) | bit(CharClass::Other) | bit(CharClass::Mark);

/// One piece at a time over one text. Nothing here looks beyond `m_end`.
class Cursor {
public:
    Cursor(const std::uint8_t* classes, std::string_view text)
        : m_classes(classes)
        , m_text(text)
        , m_end(text.size())
    {
    }

    [[nodiscard]] std::size_t pieceEnd(std::size_t begin) const
    {
        const auto first = at(begin);
        if ((first.classes & (kWordish | kPrefix)) != 0) {
            if (const auto end = wordEnd(begin, first); end != begin)
                return end;
        }
        if ((first.classes & kNumber) != 0)
            return numberEnd(begin);
        if (const auto end = punctuationEnd(begin, first); end != begin)
            return end;
        return whiteEnd(begin);
    }

private:
    struct Char {
        unsigned classes = 0; ///< one bit; none at the end of the text
        std::uint32_t numBytes = 0;
    };

    [[nodiscard]] Char at(std::size_t place) const
    {
        if (place >= m_end)
            return {};
        const auto lead = static_cast<unsigned char>(m_text[place]);
        if (lead < 0x80)
            return {m_classes[lead], 1};
        const auto codePoint = codePointAt(m_text, place);
        return {m_classes[codePoint.value], codePoint.numBytes};
    }

    [[nodiscard]] std::size_t runEnd(std::size_t place, unsigned classes) const
    {
        for (;;) {
            const auto next = at(place);
            if ((next.classes & classes) == 0)
                return place;
            place += next.numBytes;
        }
    }

    /// Alternatives 1 and 2; `begin` when neither matches.
    [[nodiscard]] std::size_t wordEnd(std::size_t begin, Char first) const
    {
        const bool hasPrefix = (first.classes & kPrefix) != 0;
        const auto afterPrefix = hasPrefix ? begin + first.numBytes : begin;
        if (const auto end = lowerWordEnd(afterPrefix); end != afterPrefix)
            return contractionEnd(end);
        // A mark may stand before a word as its prefix, or be a word itself.
        if ((first.classes & bit(CharClass::Mark)) != 0)
            return contractionEnd(lowerWordEnd(begin));
        if (const auto end = runEnd(afterPrefix, kUpperish); end != afterPrefix)
            return contractionEnd(end); // no w can follow, or alternative 1 had matched
        return begin;
    }

    /// u* w+: the run of u, then w if there is one; else back to the last that is both.
    [[nodiscard]] std::size_t lowerWordEnd(std::size_t begin) const
    {
        auto place = begin;
        auto lastEither = begin;
        for (;;) {
            const auto next = at(place);
            if ((next.classes & kWordish) == 0)
                return lastEither;
            if ((next.classes & bit(CharClass::Lower)) != 0)
                return runEnd(place + next.numBytes, kLowerish);
            place += next.numBytes;
            if ((next.classes & kEitherCase) != 0)
                lastEither = place;
        }
    }

    /// (?i:'s|'t|'re|'ve|'m|'ll|'d)?, where s is also U+017F as Unicode folds it.
    [[nodiscard]] std::size_t contractionEnd(std::size_t place) const
    {
        if (place + 1 >= m_end || m_text[place] != '\'')
            return place;
        const char first = lowered(place + 1);
        if (first == 's' || first == 't' || first == 'm' || first == 'd')
            return place + 2;
        if (m_text.substr(place + 1, 2) == "\u017f")
            return place + 3;
        if (place + 2 >= m_end)
            return place;
        const char second = lowered(place + 2);
        const bool pair =
            ((first == 'r' || first == 'v') && second == 'e') || (first == 'l' && second == 'l');
        return pair ? place + 3 : place;
    }

    [[nodiscard]] char lowered(std::size_t place) const
    {
        return static_cast<char>(m_text[place] | 0x20);
    }

    [[nodiscard]] std::size_t numberEnd(std::size_t place) const
    {
        for (int numDigits = 0; numDigits < 3; ++numDigits) {
            const auto next = at(place);
            if ((next.classes & kNumber) == 0)
                break;
            place += next.numBytes;
        }
        return place;
    }

    /// Alternative 4; `begin` when it does not match.
    [[nodiscard]] std::size_t punctuationEnd(std::size_t begin, Char first) const
    {
        const bool space = m_text[begin] == ' ';
        if (!space && (first.classes & kPunctuation) == 0)
            return begin;
        const auto after = begin + (space ? 1 : 0);
        auto place = runEnd(after, kPunctuation);
        if (place == after)
            return begin;
        while (place < m_end
               && (m_text[place] == '\r' || m_text[place] == '\n' || m_text[place] == '/'))
            ++place;
        return place;
    }

    /// Alternatives 5, 6 and 7. Requires: white space at `begin`.
    [[nodiscard]] std::size_t whiteEnd(std::size_t begin) const
    {
        auto place = begin;
        auto last = begin;
        auto afterLineEnd = begin;
        for (auto next = at(place); (next.classes & kWhite) != 0; next = at(place)) {
            last = place;
            place += next.numBytes;
            if ((next.classes & bit(CharClass::LineEnd)) != 0)
                afterLineEnd = place;
        }
        if (afterLineEnd != begin)
            return afterLineEnd;
        return place == m_end || last == begin ? place : last;
    }

    const std::uint8_t* m_classes;
    std::string_view m_text;
    std::size_t m_end;
};

} // namespace

std::size_t O200kScanner::split(std::string_view text, std::size_t from,
                                std::span<std::size_t> ends) const
{
    const Cursor cursor(m_classes, text);
    std::size_t numPieces = 0;
    while (from < text.size() && numPieces < ends.size()) {
        from = cursor.pieceEnd(from);
        ends[numPieces++] = from;
    }
    return numPieces;
}

} // namespace tf::text
