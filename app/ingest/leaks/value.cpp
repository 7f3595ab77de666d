#include "app/ingest/leaks/value.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tf::ingest {

namespace {

constexpr std::string_view kPlaceholders[] = {
    "example",  "changeme", "change_me", "change-me",  "placeholder",  "your",
    "insert",   "replace",  "redacted",  "dummy",      "sample",       "xxxxx",
    "****",     "...",      "${",        "{{",         "%(",           "$(",
    "<",        "getenv",   "environ",   "foobar",     "undefined",    "12345678",
    "abcdefgh", "01234567", "deadbeef",  "notasecret", "not_a_secret", "not-a-secret",
};

enum class Kind {
    Lower,
    Upper,
    Digit,
    Other,
};

Kind kindOf(char letter)
{
    if (letter >= 'a' && letter <= 'z')
        return Kind::Lower;
    if (letter >= 'A' && letter <= 'Z')
        return Kind::Upper;
    return letter >= '0' && letter <= '9' ? Kind::Digit : Kind::Other;
}

char lowered(char letter)
{
    return kindOf(letter) == Kind::Upper ? static_cast<char>(letter + 32) : letter;
}

} // namespace

double entropyOf(std::string_view value)
{
    std::array<int, 256> counts{};
    for (const char letter : value)
        ++counts[static_cast<unsigned char>(letter)];
    double bits = 0;
    for (const int count : counts)
        if (count > 0) {
            const double share = count / static_cast<double>(value.size());
            bits -= share * std::log2(share);
        }
    return bits;
}

bool containsFolded(std::string_view text, std::string_view lower)
{
    return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                       [](char one, char other) { return lowered(one) == other; })
        != text.end();
}

bool isPlaceholder(std::string_view value)
{
    return std::any_of(std::begin(kPlaceholders), std::end(kPlaceholders),
                       [&](std::string_view word) { return containsFolded(value, word); });
}

bool looksDrawn(std::string_view value, std::size_t most)
{
    std::size_t numChanges = 0;
    std::size_t numDigits = 0;
    std::size_t numLetters = 0;
    for (std::size_t idx = 0; idx < value.size(); ++idx) {
        const Kind kind = kindOf(value[idx]);
        numDigits += kind == Kind::Digit ? 1 : 0;
        numLetters += kind == Kind::Lower || kind == Kind::Upper ? 1 : 0;
        const Kind last = idx == 0 ? Kind::Other : kindOf(value[idx - 1]);
        const bool beginsWord = last == Kind::Lower && kind == Kind::Upper && idx + 1 < value.size()
            && kindOf(value[idx + 1]) == Kind::Lower;
        const bool isCapital = beginsWord || (last == Kind::Upper && kind == Kind::Lower);
        const bool isJoint = last == Kind::Other || kind == Kind::Other;
        numChanges += kind != last && !isCapital && !isJoint ? 1 : 0;
    }
    return numDigits > 0 && numLetters > 0
        && numChanges >= std::max<std::size_t>(1, value.size() / most);
}

} // namespace tf::ingest
