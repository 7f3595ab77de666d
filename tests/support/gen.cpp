#include "tests/support/gen.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace tf::test {

namespace {

std::uint64_t splitMix(std::uint64_t& state)
{
    std::uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

std::optional<std::uint64_t> numberFrom(const char* variable)
{
    const char* text = std::getenv(variable);
    if (text == nullptr)
        return std::nullopt;
    return std::strtoull(text, nullptr, 0);
}

using namespace std::string_view_literals;

/// Pieces that have broken tokenizers, parsers and text views before.
constexpr std::string_view kNasty[] = {
    "\r\n"sv,
    "\n"sv,
    "\r"sv,
    "\t"sv,
    " "sv,
    "    "sv,
    "\0"sv,
    "\x7f"sv,
    "\v"sv,
    "\f"sv,
    "\u0085"sv,
    "\u00a0"sv,
    "\u1680"sv,
    "\u2003"sv,
    "\u2028"sv,
    "\u2029"sv,
    "\u202f"sv,
    "\u3000"sv,
    "\u200b"sv,
    "\u200d"sv,
    "\ufeff"sv,
    "\ufffd"sv,
    "\u00ad"sv,
    "'s"sv,
    "'LL"sv,
    "'\u017f"sv,
    "n't"sv,
    "e\u0301"sv,
    "\u00e9"sv,
    "\u1e9e"sv,
    "\u00df"sv,
    "\u0130"sv,
    "\u01c5"sv,
    "\u1100\u1161\u11a8"sv,
    "\uac01"sv,
    "\u4e16\u754c"sv,
    "\u30d1\u309a"sv,
    "\u0928\u093f"sv,
    "\u0e01\u0e33"sv,
    "\u05e9\u05dc\u05d5\u05dd"sv,
    "\u0645\u0631\u062d\u0628\u0627"sv,
    "\u202e"sv,
    "\u2067"sv,
    "\U0001f469\u200d\U0001f4bb"sv,
    "\U0001f1e9\U0001f1ea"sv,
    "\U0001f44d\U0001f3fd"sv,
    "\u2764\ufe0f"sv,
    "\U0001d54f"sv,
    "\U00020000"sv,
    "\U0010ffff"sv,
    "\u07ff"sv,
    "\u0800"sv,
    "\uffff"sv,
    "\U00010000"sv,
    "\u00b2"sv,
    "\u2167"sv,
    "\u0664"sv,
    "1234567"sv,
    "0x1F"sv,
    "->"sv,
    "!!!"sv,
    "//"sv,
    "```"sv,
    "<think>"sv,
    "</"sv,
    "]~b]"sv,
    "[e~["sv,
    "{\"a\":1}"sv,
    "\\u00"sv,
    "a.b_c"sv,
    "camelCase"sv,
    "HTTPServer"sv,
};

} // namespace

Gen::Gen(std::uint64_t seed, std::size_t size)
    : m_size(size)
{
    for (auto& word : m_state)
        word = splitMix(seed);
}

std::uint64_t Gen::bits() // xoshiro256**
{
    const auto result = std::rotl(m_state[1] * 5, 7) * 9;
    const auto shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::int64_t Gen::between(std::int64_t low, std::int64_t high)
{
    const auto range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    const auto step = range == 0 ? bits() : bits() % range;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + step);
}

double Gen::unit()
{
    return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double Gen::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return radius * std::cos(6.283185307179586 * unit());
}

std::string Gen::text()
{
    std::string out;
    const auto numParts = below(m_size + 1);
    for (std::size_t partIdx = 0; partIdx < numParts; ++partIdx) {
        switch (below(6)) {
        case 0:
        case 1:
            out += static_cast<char>(between(0x20, 0x7e));
            break;
        case 2:
            appendUtf8(out, static_cast<char32_t>(between('a', 'z')));
            break;
        case 3: {
            auto codePoint = static_cast<char32_t>(between(0x80, oneIn(3) ? 0x10ffff : 0x2fff));
            if (codePoint >= 0xd800 && codePoint <= 0xdfff)
                codePoint = 0xfffd;
            appendUtf8(out, codePoint);
            break;
        }
        default:
            out += pick(kNasty);
            break;
        }
    }
    return out;
}

std::string Gen::bytes()
{
    std::string out = text();
    for (auto numHits = below(4); numHits > 0 && !out.empty(); --numHits) {
        const auto place = below(out.size());
        switch (below(3)) {
        case 0:
            out[place] = static_cast<char>(bits());
            break;
        case 1:
            out.erase(place, 1);
            break;
        default:
            out.insert(place, 1, static_cast<char>(bits()));
            break;
        }
    }
    return out;
}

std::vector<std::string> Gen::pieces(const std::string& whole)
{
    std::vector<std::string> out;
    std::size_t begin = 0;
    const auto longest = 1 + below(oneIn(2) ? 4 : whole.size() + 1);
    while (begin < whole.size()) {
        const auto count = below(longest + 1);
        out.push_back(whole.substr(begin, count));
        begin += out.back().size();
    }
    return out;
}

std::string forAll(int numCases, const Law& law, std::size_t maxSize)
{
    const auto onlySeed = numberFrom("TRIFOLD_SEED");
    const auto onlySize = numberFrom("TRIFOLD_SIZE");
    const bool isOneCase = onlySeed.has_value() && onlySize.has_value();
    for (int caseIdx = 0; caseIdx < (isOneCase ? 1 : numCases); ++caseIdx) {
        const auto seed = onlySeed.value_or(0x7f01d + static_cast<std::uint64_t>(caseIdx));
        auto size = onlySize.value_or(
            1 + static_cast<std::size_t>(caseIdx) % std::max<std::size_t>(maxSize, 1));
        const auto tryAt = [&](std::size_t atSize) {
            Gen gen(seed, atSize);
            return law(gen);
        };
        std::string wrong = tryAt(size);
        if (wrong.empty())
            continue;
        while (size > 1) {
            const auto smaller = tryAt(size / 2);
            if (smaller.empty())
                break;
            wrong = smaller;
            size /= 2;
        }
        return words(wrong, "\n  again with TRIFOLD_SEED=", seed, " TRIFOLD_SIZE=", size);
    }
    return {};
}

void appendUtf8(std::string& out, char32_t codePoint)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xc0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3f));
    } else if (codePoint < 0x10000) {
        put(0xe0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3f));
        put(0x80 | (codePoint & 0x3f));
    } else {
        put(0xf0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3f));
        put(0x80 | ((codePoint >> 6) & 0x3f));
        put(0x80 | (codePoint & 0x3f));
    }
}

} // namespace tf::test
