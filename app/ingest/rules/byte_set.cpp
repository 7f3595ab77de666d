#include "app/ingest/rules/byte_set.h"

#include <algorithm>
#include <array>
#include <string>

namespace tf::ingest {

namespace {

using Bytes = std::bitset<256>;

struct NamedClass {
    std::string_view name;
    std::string_view ranges; ///< pairs of first and last byte
};

// ASCII alone, and only those four bytes are white space: as git has it.
constexpr std::array<NamedClass, 12> kClasses{{
    {"alnum", "09AZaz"},
    {"alpha", "AZaz"},
    {"blank", "  \t\t"},
    {"cntrl", std::string_view("\0\x1f\x7f\x7f", 4)},
    {"digit", "09"},
    {"graph", "!~"},
    {"lower", "az"},
    {"print", " ~"},
    {"punct", "!/:@[`{~"},
    {"space", "  \t\n\r\r"},
    {"upper", "AZ"},
    {"xdigit", "09AFaf"},
}};

void addRange(Bytes& bytes, char first, char last)
{
    for (unsigned byte = static_cast<unsigned char>(first);
         byte <= static_cast<unsigned char>(last); ++byte)
        bytes.set(byte);
}

bool addClass(Bytes& bytes, std::string_view name)
{
    const auto* found = std::find_if(kClasses.begin(), kClasses.end(),
                                     [&](const NamedClass& known) { return known.name == name; });
    if (found == kClasses.end())
        return false;
    for (std::size_t idx = 0; idx < found->ranges.size(); idx += 2)
        addRange(bytes, found->ranges[idx], found->ranges[idx + 1]);
    return true;
}

/// Reads one member after another; `at` stands on the byte to be read.
class SetReader {
public:
    explicit SetReader(std::string_view pattern)
        : m_pattern(pattern)
    {
    }

    std::optional<ByteSet> read()
    {
        const bool isNegated = peek(1) == '^' || peek(1) == '!';
        m_at = isNegated ? 2 : 1;
        do {
            if (!readMember())
                return std::nullopt;
        } while (m_at < m_pattern.size() && m_pattern[m_at] != ']');
        if (m_at >= m_pattern.size())
            return std::nullopt;
        return ByteSet{isNegated ? ~m_bytes : m_bytes, m_at + 1};
    }

private:
    [[nodiscard]] char peek(std::size_t ahead) const
    {
        return m_at + ahead < m_pattern.size() ? m_pattern[m_at + ahead] : '\0';
    }

    /// The byte here, a backslash before it left out; moves behind it.
    std::optional<char> takeByte()
    {
        if (peek(0) == '\\')
            ++m_at;
        if (m_at >= m_pattern.size())
            return std::nullopt;
        return m_pattern[m_at++];
    }

    bool readMember()
    {
        if (peek(0) == '[' && peek(1) == ':')
            return readClass();
        if (peek(0) == '-' && m_before && peek(1) != '\0' && peek(1) != ']') {
            ++m_at;
            const auto last = takeByte();
            if (!last)
                return false;
            addRange(m_bytes, *m_before, *last);
            m_before.reset();
            return true;
        }
        m_before = takeByte();
        if (m_before)
            m_bytes.set(static_cast<unsigned char>(*m_before));
        return m_before.has_value();
    }

    bool readClass()
    {
        const auto end = m_pattern.find(']', m_at + 2);
        if (end == std::string_view::npos)
            return false;
        if (end < m_at + 3 || m_pattern[end - 1] != ':') { // no class after all
            m_before = '[';
            m_bytes.set('[');
            ++m_at;
            return true;
        }
        const auto name = m_pattern.substr(m_at + 2, end - m_at - 3);
        m_at = end + 1;
        m_before.reset();
        return addClass(m_bytes, name);
    }

    std::string_view m_pattern;
    std::size_t m_at = 0;
    std::optional<char> m_before; // where a range could begin
    Bytes m_bytes;
};

} // namespace

std::optional<ByteSet> readByteSet(std::string_view pattern)
{
    return SetReader(pattern).read();
}

} // namespace tf::ingest
