#include "app/ingest/leaks/shape.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tf::ingest {

namespace {

// One bit for each set of characters that no alphabet divides.
enum Bits : std::uint16_t {
    Digit = 1,
    LowHex = 2,
    LowRest = 4,
    HighHex = 8,
    HighRest = 16,
    Underscore = 32,
    Dash = 64,
    Equals = 128,
    Dot = 256,
    PlusSlash = 512,
    OtherSign = 1024,
    Tilde = 2048,
    Backslash = 4096,
    LineEnd = 8192,
};

constexpr std::uint16_t kLow = LowHex | LowRest;
constexpr std::uint16_t kHigh = HighHex | HighRest;
constexpr std::uint16_t kAlnum = Digit | kLow | kHigh;
constexpr std::uint16_t kNoSpace = 0x1fff;
constexpr std::size_t kEndless = 1U << 20U;

constexpr std::uint16_t bitsOf(int byte)
{
    if (byte >= '0' && byte <= '9')
        return Digit;
    if (byte >= 'a' && byte <= 'z')
        return byte <= 'f' ? LowHex : LowRest;
    if (byte >= 'A' && byte <= 'Z')
        return byte <= 'F' ? HighHex : HighRest;
    switch (byte) {
    case '_':
        return Underscore;
    case '-':
        return Dash;
    case '=':
        return Equals;
    case '.':
        return Dot;
    case '+':
    case '/':
        return PlusSlash;
    case '~':
        return Tilde;
    case '\\':
        return Backslash;
    case '\n':
    case '\r':
        return LineEnd;
    case '"':
    case '\'':
    case '`':
        return 0;
    default:
        return byte > ' ' && byte != 0x7f ? OtherSign : 0;
    }
}

constexpr auto kBits = [] {
    std::array<std::uint16_t, 256> bits{};
    for (int byte = 0; byte < 256; ++byte)
        bits[static_cast<std::size_t>(byte)] = bitsOf(byte);
    return bits;
}();

std::uint16_t alphabetOf(char name)
{
    switch (name) {
    case 'd':
        return Digit;
    case 'x':
        return Digit | LowHex;
    case 'X':
        return Digit | LowHex | HighHex;
    case 'l':
        return Digit | kLow;
    case 'u':
        return Digit | kHigh;
    case 'A':
        return kLow | kHigh;
    case 'a':
        return kAlnum;
    case 'w':
        return kAlnum | Underscore;
    case 't':
        return kAlnum | Underscore | Dash;
    case 'q':
        return kAlnum | Underscore | Dash | Equals;
    case 'e':
        return kAlnum | Underscore | Dash | Equals | Dot;
    case 'z':
        return kAlnum | Underscore | Dash | Dot | Tilde;
    case 'b':
        return kAlnum | PlusSlash;
    case 'm':
        return kAlnum | PlusSlash | Equals | Underscore | Dash;
    case 'j':
        return kAlnum | PlusSlash | Equals | Underscore | Dash | Backslash;
    case 'v':
        return kAlnum | PlusSlash | Equals | Underscore | Dash | Backslash | LineEnd;
    case 'p':
        return kNoSpace;
    case '=':
        return Equals;
    default:
        return 0;
    }
}

/// "n" of a "\n" written into a string is no part of a word, nor is what stands behind a percent
/// sign.
bool wordEndsAt(std::string_view text, std::size_t end)
{
    if (end == 0 || !isOf(text[end - 1], kAlnum))
        return true;
    const char last = text[end - 1];
    const bool isEscape = last == 'n' || last == 'r' || last == 't';
    return (end > 1 && isEscape && text[end - 2] == '\\') || (end > 2 && text[end - 3] == '%');
}

/// Of a run that takes all it can backwards from `end`: where it begins.
std::optional<std::size_t> beginOf(const ShapePiece& piece, std::string_view text, std::size_t end)
{
    const auto length = piece.literal.size();
    if (length > 0)
        return text.substr(0, end).ends_with(piece.literal) ? std::optional(end - length)
                                                            : std::nullopt;
    std::size_t count = 0;
    while (count < std::min(piece.most, end) && isOf(text[end - count - 1], piece.alphabet))
        ++count;
    return count >= piece.least ? std::optional(end - count) : std::nullopt;
}

} // namespace

bool isOf(char letter, std::uint16_t alphabet)
{
    return (kBits[static_cast<unsigned char>(letter)] & alphabet) != 0;
}

Shape::Shape(std::string_view spelled)
{
    while (!spelled.empty()) {
        const auto brace = std::min(spelled.find('{'), spelled.size());
        if (brace > 0)
            m_pieces.push_back({spelled.substr(0, brace), 0, 0, 0});
        spelled.remove_prefix(brace);
        const auto close = std::min(spelled.find('}'), spelled.size());
        if (spelled.empty())
            break;
        if (spelled.substr(1, close - 1) == "U")
            addUuid();
        else
            addRun(spelled.substr(1, close - 1));
        spelled.remove_prefix(std::min(close + 1, spelled.size()));
    }
    // What begins with a literal needs no look back.
    const bool looksBack = !m_pieces.empty() && m_pieces[0].literal.empty();
    for (std::size_t idx = 0; looksBack && idx < m_pieces.size(); ++idx)
        if (m_pieces[idx].literal.size() > m_pieces[m_anchorIdx].literal.size())
            m_anchorIdx = idx;
}

void Shape::addRun(std::string_view spelled)
{
    ShapePiece piece;
    if (spelled.size() < 2)
        return;
    const char* at = spelled.data() + 1;
    const char* end = spelled.data() + spelled.size();
    piece.alphabet = alphabetOf(spelled[0]);
    at = std::from_chars(at, end, piece.least).ptr;
    piece.most = at < end && *at == '+' ? kEndless : piece.least;
    if (at < end && *at == '-')
        std::from_chars(at + 1, end, piece.most);
    m_pieces.push_back(piece);
}

void Shape::addUuid()
{
    for (const std::size_t count : {8, 4, 4, 4, 12}) {
        m_pieces.push_back({{}, alphabetOf('X'), count, count});
        if (count != 12)
            m_pieces.push_back({"-", 0, 0, 0});
    }
}

std::string_view Shape::anchor() const
{
    return m_pieces.empty() ? std::string_view() : m_pieces[m_anchorIdx].literal;
}

std::optional<std::size_t> Shape::endFrom(std::string_view text, std::size_t at,
                                          std::size_t pieceIdx) const
{
    for (; pieceIdx < m_pieces.size(); ++pieceIdx) {
        const ShapePiece& piece = m_pieces[pieceIdx];
        if (!piece.literal.empty()) {
            if (!text.substr(at).starts_with(piece.literal))
                return std::nullopt;
            at += piece.literal.size();
            continue;
        }
        std::size_t count = 0;
        const auto most = std::min(piece.most, text.size() - at);
        while (count < most && isOf(text[at + count], piece.alphabet))
            ++count;
        if (count < piece.least)
            return std::nullopt;
        at += count;
    }
    // A word that goes on is another, longer thing.
    const auto last = m_pieces.empty() ? std::uint16_t{0} : m_pieces.back().alphabet;
    const auto ofWord = static_cast<std::uint16_t>((last & PlusSlash) | kAlnum | Underscore);
    if (at < text.size() && isOf(text[at], ofWord))
        return std::nullopt;
    return at;
}

std::optional<Span> Shape::around(std::string_view text, std::size_t at) const
{
    if (m_anchorIdx == 0 && !wordEndsAt(text, at))
        return std::nullopt;
    const auto end = endFrom(text, at, m_anchorIdx);
    if (!end)
        return std::nullopt;
    std::size_t begin = at;
    for (std::size_t idx = m_anchorIdx; idx > 0; --idx) {
        const auto before = beginOf(m_pieces[idx - 1], text, begin);
        if (!before)
            return std::nullopt;
        begin = *before;
    }
    return wordEndsAt(text, begin) ? std::optional(Span{begin, *end}) : std::nullopt;
}

std::optional<Span> Shape::from(std::string_view text, std::size_t at) const
{
    const auto end = endFrom(text, at, 0);
    return end ? std::optional(Span{at, *end}) : std::nullopt;
}

} // namespace tf::ingest
