#include "app/wire/data_uri.h"

#include <array>
#include <cstdint>

namespace tf::wire {

namespace {

constexpr std::string_view kSymbols =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kScheme = "data:";
constexpr std::string_view kBase64 = ";base64";

void appendBase64(std::string& out, std::string_view bytes)
{
    std::uint32_t bits = 0;
    int numBits = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<std::uint8_t>(c);
        for (numBits += 8; numBits >= 6; numBits -= 6)
            out += kSymbols[bits >> (numBits - 6) & 63];
    }
    if (numBits > 0)
        out += kSymbols[bits << (6 - numBits) & 63];
    out.append((3 - bytes.size() % 3) % 3, '=');
}

constexpr std::array<std::int8_t, 256> valuesOfSymbols()
{
    std::array<std::int8_t, 256> values = {};
    values.fill(-1);
    for (std::size_t idx = 0; idx < kSymbols.size(); ++idx)
        values[static_cast<std::uint8_t>(kSymbols[idx])] = static_cast<std::int8_t>(idx);
    return values;
}

Result<std::string> fromBase64(std::string_view text)
{
    constexpr auto values = valuesOfSymbols();
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int numBits = 0;
    for (const char c : text) {
        const auto value = values[static_cast<std::uint8_t>(c)];
        if (value < 0)
            return Error{Code::BadInput, "not base64"};
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        numBits += 6;
        if (numBits >= 8) {
            numBits -= 8;
            bytes += static_cast<char>(bits >> numBits & 255);
        }
    }
    return bytes;
}

} // namespace

std::string dataUri(std::string_view type, std::string_view bytes)
{
    std::string uri;
    uri.reserve(kScheme.size() + type.size() + kBase64.size() + 1 + (bytes.size() + 2) / 3 * 4);
    uri += kScheme;
    uri += type;
    uri += kBase64;
    uri += ',';
    appendBase64(uri, bytes);
    return uri;
}

Result<UriData> readDataUri(std::string_view uri)
{
    const auto comma = uri.find(',');
    const auto head = uri.substr(0, comma);
    if (comma == std::string_view::npos || !head.starts_with(kScheme) || !head.ends_with(kBase64)
        || head.size() < kScheme.size() + kBase64.size())
        return Error{Code::BadInput, "not an address of the form data:TYPE;base64,…"};
    auto bytes = TRY(fromBase64(uri.substr(comma + 1)));
    const auto type = head.substr(kScheme.size(), head.size() - kScheme.size() - kBase64.size());
    return UriData{std::string(type), std::move(bytes)};
}

} // namespace tf::wire
