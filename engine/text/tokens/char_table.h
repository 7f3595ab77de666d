#pragma once

// For each of Unicode's code points its class for the splitter, a byte, and whether NFC can leave
// it alone, a bit. Made from ICU once per tokenizer, in a few milliseconds; immutable after.

#include <cstdint>
#include <string_view>
#include <vector>

namespace tf::text {

/// The classes that the o200k pattern tells apart, as bits; each code point has exactly one.
enum class CharClass : std::uint8_t {
    Lower = 1 << 0, ///< Ll
    Upper = 1 << 1, ///< Lu, Lt
    Letter = 1 << 2, ///< Lm, Lo: goes with either case
    Mark = 1 << 3, ///< Mn, Mc, Me: goes with either case, but is no letter
    Number = 1 << 4, ///< Nd, Nl, No
    Space = 1 << 5, ///< White_Space without CR and LF
    LineEnd = 1 << 6, ///< CR, LF
    Other = 1 << 7,
};

class CharTable {
public:
    CharTable();

    [[nodiscard]] CharClass charClass(char32_t codePoint) const
    {
        return static_cast<CharClass>(m_classes[codePoint]);
    }

    /// True when NFC neither changes this code point nor lets it touch what stands before it.
    [[nodiscard]] bool isNfcSimple(char32_t codePoint) const { return !m_notSimple[codePoint]; }

    /// The class of each code point. Valid as long as the table.
    [[nodiscard]] const std::uint8_t* classes() const { return m_classes.data(); }

private:
    void fillRange(std::int32_t begin, std::int32_t end, int category);

    std::vector<std::uint8_t> m_classes;
    std::vector<bool> m_notSimple;
};

} // namespace tf::text
