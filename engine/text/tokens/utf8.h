#pragma once

// UTF-8 read code point by code point, and the places where text is not UTF-8.
//
// Thread: any. Nothing here allocates.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tf::text {

struct CodePoint {
    char32_t value = 0;
    std::uint32_t numBytes = 1;
};

/// The code point at `at`. Requires: `text` is valid UTF-8 and a code point begins at `at`.
inline CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t idx) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[at + idx]));
    };
    const char32_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    if (lead < 0xe0)
        return {((lead & 0x1f) << 6) | (byte(1) & 0x3f), 2};
    if (lead < 0xf0)
        return {((lead & 0x0f) << 12) | ((byte(1) & 0x3f) << 6) | (byte(2) & 0x3f), 3};
    return {((lead & 0x07) << 18) | ((byte(1) & 0x3f) << 12) | ((byte(2) & 0x3f) << 6)
                | (byte(3) & 0x3f),
            4};
}

/// How the bytes at the beginning of a text read as one code point.
struct Sequence {
    enum class Kind : std::uint8_t { Whole, Broken, CutOff };
    Kind kind = Kind::Broken;
    std::uint32_t numBytes = 1; ///< of the code point; of a broken or cut-off one, the bytes seen
};

/// Overlong forms, surrogates and values beyond U+10FFFF are broken. Requires: text is not empty.
[[nodiscard]] Sequence firstSequence(std::string_view text);

/// The number of bytes from the beginning that are ASCII.
[[nodiscard]] std::size_t asciiPrefix(std::string_view text);

/// The number of bytes from the beginning that are valid UTF-8.
[[nodiscard]] std::size_t validPrefix(std::string_view text);

/// The number of bytes from the beginning in which no valid sequence begins.
[[nodiscard]] std::size_t brokenPrefix(std::string_view text);

} // namespace tf::text
