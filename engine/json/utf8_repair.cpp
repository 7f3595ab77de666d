#include "engine/json/utf8_repair.h"

#include <algorithm>
#include <cstdint>

namespace tf::json {

namespace {

struct Utf8Piece {
    std::size_t numBytes = 1;
    std::size_t wanted = 1; ///< bytes of the whole character; 0 when none begins here
};

/// The bounds of the second byte keep out overlong forms, surrogates and what lies beyond U+10FFFF.
Utf8Piece firstUtf8Piece(std::string_view bytes)
{
    const auto byteAt = [bytes](std::size_t idx) { return static_cast<std::uint8_t>(bytes[idx]); };
    const auto lead = byteAt(0);
    if (lead < 0x80)
        return {1, 1};
    if (lead < 0xc2 || lead > 0xf4)
        return {1, 0};
    const std::size_t wanted = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    std::uint8_t low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    std::uint8_t high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    std::size_t numBytes = 1;
    while (numBytes < std::min(wanted, bytes.size()) && byteAt(numBytes) >= low
           && byteAt(numBytes) <= high) {
        ++numBytes;
        low = 0x80;
        high = 0xbf;
    }
    return {numBytes, wanted};
}

} // namespace

std::string repairedUtf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    while (!bytes.empty()) {
        const auto piece = firstUtf8Piece(bytes);
        if (piece.numBytes == piece.wanted)
            out += bytes.substr(0, piece.numBytes);
        else
            out += "\xef\xbf\xbd";
        bytes.remove_prefix(piece.numBytes);
    }
    return out;
}

std::size_t unfinishedUtf8(std::string_view bytes)
{
    const auto isContinuation = [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xc0) == 0x80;
    };
    std::size_t numBytes = 0;
    while (numBytes < std::min<std::size_t>(bytes.size(), 3)) {
        ++numBytes;
        const auto end = bytes.substr(bytes.size() - numBytes);
        if (isContinuation(end.front()))
            continue;
        const auto piece = firstUtf8Piece(end);
        return piece.numBytes == numBytes && piece.numBytes < piece.wanted ? numBytes : 0;
    }
    return 0;
}

} // namespace tf::json
