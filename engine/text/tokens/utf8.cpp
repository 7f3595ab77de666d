#include "engine/text/tokens/utf8.h"

#include <cstring>

namespace tf::text {

namespace {

struct LeadByte {
    std::uint32_t numBytes;
    unsigned char secondLow;
    unsigned char secondHigh;
};

/// Table 3-7 of the Unicode standard: what may follow each lead byte; numBytes 0 is no lead byte.
LeadByte leadByte(unsigned char lead)
{
    if (lead < 0x80)
        return {1, 0, 0};
    if (lead < 0xc2 || lead > 0xf4)
        return {0, 0, 0};
    if (lead < 0xe0)
        return {2, 0x80, 0xbf};
    if (lead < 0xf0)
        return {3, static_cast<unsigned char>(lead == 0xe0 ? 0xa0 : 0x80),
                static_cast<unsigned char>(lead == 0xed ? 0x9f : 0xbf)};
    return {4, static_cast<unsigned char>(lead == 0xf0 ? 0x90 : 0x80),
            static_cast<unsigned char>(lead == 0xf4 ? 0x8f : 0xbf)};
}

} // namespace

Sequence firstSequence(std::string_view text)
{
    const auto lead = leadByte(static_cast<unsigned char>(text[0]));
    if (lead.numBytes == 0)
        return {Sequence::Kind::Broken, 1};
    for (std::uint32_t idx = 1; idx < lead.numBytes; ++idx) {
        if (idx == text.size())
            return {Sequence::Kind::CutOff, idx};
        const auto byte = static_cast<unsigned char>(text[idx]);
        const bool fits =
            idx == 1 ? byte >= lead.secondLow && byte <= lead.secondHigh : (byte & 0xc0) == 0x80;
        if (!fits)
            return {Sequence::Kind::Broken, idx};
    }
    return {Sequence::Kind::Whole, lead.numBytes};
}

std::size_t asciiPrefix(std::string_view text)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    std::size_t at = 0;
    for (; at + 32 <= text.size(); at += 32) {
        std::uint64_t chunk[4];
        std::memcpy(chunk, text.data() + at, sizeof chunk);
        if (((chunk[0] | chunk[1] | chunk[2] | chunk[3]) & kHighBits) != 0)
            break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

std::size_t validPrefix(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            at += asciiPrefix(text.substr(at));
            continue;
        }
        const auto sequence = firstSequence(text.substr(at));
        if (sequence.kind != Sequence::Kind::Whole)
            break;
        at += sequence.numBytes;
    }
    return at;
}

std::size_t brokenPrefix(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto sequence = firstSequence(text.substr(at));
        if (sequence.kind == Sequence::Kind::Whole)
            break;
        at += sequence.numBytes;
    }
    return at;
}

} // namespace tf::text
