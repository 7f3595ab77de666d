#include "engine/text/tokens/byte_symbols.h"

#include "engine/text/tokens/utf8.h"

#include <array>
#include <cstdint>

namespace tf::text {

namespace {

constexpr bool standsForItself(unsigned byte)
{
    return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}

constexpr std::uint16_t kNoByte = 0x100;
constexpr std::size_t kNumSymbols = 0x100 + 68;

constexpr std::array<std::uint16_t, kNumSymbols> makeByteBySymbol()
{
    std::array<std::uint16_t, kNumSymbols> bytes = {};
    for (auto& byte : bytes)
        byte = kNoByte;
    std::size_t nextSymbol = 0x100;
    for (unsigned byte = 0; byte < 0x100; ++byte)
        bytes[standsForItself(byte) ? byte : nextSymbol++] = static_cast<std::uint16_t>(byte);
    return bytes;
}

constexpr auto kByteBySymbol = makeByteBySymbol();

constexpr std::array<std::uint16_t, 0x100> makeSymbolByByte()
{
    std::array<std::uint16_t, 0x100> symbols = {};
    for (std::size_t symbol = 0; symbol < kNumSymbols; ++symbol) {
        if (kByteBySymbol[symbol] != kNoByte)
            symbols[kByteBySymbol[symbol]] = static_cast<std::uint16_t>(symbol);
    }
    return symbols;
}

constexpr auto kSymbolByByte = makeSymbolByByte();

} // namespace

std::optional<std::string> bytesOfSymbols(std::string_view spelled)
{
    std::string bytes;
    for (std::size_t at = 0; at < spelled.size();) {
        const auto symbol = codePointAt(spelled, at);
        if (symbol.value >= kNumSymbols || kByteBySymbol[symbol.value] == kNoByte)
            return std::nullopt;
        bytes += static_cast<char>(kByteBySymbol[symbol.value]);
        at += symbol.numBytes;
    }
    return bytes;
}

std::string symbolsOfBytes(std::string_view bytes)
{
    std::string spelled;
    for (const char byte : bytes) {
        const unsigned symbol = kSymbolByByte[static_cast<unsigned char>(byte)];
        if (symbol < 0x80) {
            spelled += static_cast<char>(symbol);
            continue;
        }
        spelled += static_cast<char>(0xc0 | (symbol >> 6));
        spelled += static_cast<char>(0x80 | (symbol & 0x3f));
    }
    return spelled;
}

} // namespace tf::text
