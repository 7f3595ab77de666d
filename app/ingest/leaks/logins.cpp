#include "app/ingest/leaks/shape.h"
#include "app/ingest/leaks/structure.h"
#include "app/ingest/leaks/value.h"

#include <algorithm>
#include <string>

namespace tf::ingest {

namespace {

constexpr std::size_t kMostOfPart = 256;
constexpr std::size_t kMostOfCommand = 600;

bool isBlank(char letter)
{
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

/// What is written where a password belongs, in documents and tests.
bool isWeakWord(std::string_view password)
{
    constexpr std::string_view kWords[] = {"pass",    "pwd",  "secret", "test",  "hunter2",
                                           "token",   "mypw", "none",   "wrong", "sesame",
                                           "comment", "user", "key",    "foo",   "bar"};
    const bool isLong = password.size() > 14;
    return password.size() < 3 || isPlaceholder(password)
        || std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
               return !isLong && containsFolded(password, word);
           });
}

/// Or filled in later.
bool isStandIn(std::string_view password)
{
    return isWeakWord(password) || password.find_first_of("${}<>*[]%\\|") != std::string_view::npos;
}

/// Names that lead nowhere, or to the machine itself.
bool isNoHost(std::string_view host)
{
    constexpr std::string_view kNames[] = {
        "example", "localhost", "host",   "127.0.0.1", "0.0.0.0", "server", ".test", ".invalid",
        "proxy",   "foo",       "domain", "::1",       "${",      "{",      "<",     "%"};
    return host.find('.') == std::string_view::npos
        || std::any_of(std::begin(kNames), std::end(kNames),
                       [&](std::string_view name) { return containsFolded(host, name); });
}

bool hasDigitAndLetter(std::string_view value)
{
    const auto has = [&](auto is) { return std::any_of(value.begin(), value.end(), is); };
    return has([](char one) { return one >= '0' && one <= '9'; })
        && has([](char one) { return (one | 32) >= 'a' && (one | 32) <= 'z'; });
}

/// Of two kinds at least: letters in both cases, or digits among them.
bool isMixed(std::string_view value)
{
    const auto has = [&](char first, char last) {
        return std::any_of(value.begin(), value.end(),
                           [&](char one) { return one >= first && one <= last; });
    };
    return has('0', '9') + has('a', 'z') + has('A', 'Z') >= 2;
}

/// Up to a blank, a quote or the end of what can be one word.
Span wordFrom(std::string_view text, std::size_t at)
{
    constexpr std::uint16_t kPrintable = 0x1fff;
    const auto begin = at;
    while (at < text.size() && at - begin < kMostOfPart && isOf(text[at], kPrintable)
           && text[at] != '\\' && text[at] != ',' && text[at] != ';')
        ++at;
    return {begin, at};
}

/// One argument of a command, whose parts may stand in quotes, without the quote at its end.
Span argumentFrom(std::string_view text, std::size_t at)
{
    const auto begin = at;
    while (at < text.size() && at - begin < kMostOfPart && !isBlank(text[at]))
        ++at;
    while (at > begin && (text[at - 1] == '"' || text[at - 1] == '\''))
        --at;
    return {begin, at};
}

std::string_view unquoted(std::string_view part)
{
    while (!part.empty() && (part.front() == '"' || part.front() == '\''))
        part.remove_prefix(1);
    while (!part.empty() && (part.back() == '"' || part.back() == '\''))
        part.remove_suffix(1);
    return part;
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view signs)
{
    return std::min(text.find_first_not_of(signs, at), text.size());
}

/// How a header says what follows, in lower case; with a blank behind it.
std::string_view schemeAt(std::string_view text, std::size_t at)
{
    for (const std::string_view scheme : {"bearer", "basic", "token", "apikey", "bot"})
        if (text.size() - at > scheme.size() && isBlank(text[at + scheme.size()])
            && containsFolded(text.substr(at, scheme.size()), scheme))
            return scheme;
    return {};
}

std::string decoded(std::string_view base64)
{
    constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int numBits = 0;
    for (const char letter : base64) {
        const auto value = kLetters.find(letter);
        if (value == std::string_view::npos)
            break;
        bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xffffffU;
        numBits += 6;
        if (numBits < 8)
            continue;
        numBits -= 8;
        bytes += static_cast<char>(bits >> static_cast<unsigned>(numBits) & 0xffU);
    }
    return bytes;
}

/// "user:password" in base64, where the password is one.
bool isLogin(std::string_view base64)
{
    const std::string login = decoded(base64);
    const auto colon = login.find(':');
    return colon != std::string::npos && base64.size() >= 12
        && !isStandIn(std::string_view(login).substr(colon + 1));
}

Span nextWord(std::string_view text, std::size_t at)
{
    return wordFrom(text, skip(text, at, " \t\r\n"));
}

bool standsInCurl(const Place& place)
{
    const auto begin = place.word.begin - std::min(place.word.begin, kMostOfCommand);
    const auto before = place.text.substr(begin, place.word.begin - begin);
    const auto curl = before.rfind("curl");
    return curl != std::string_view::npos
        && std::count(before.begin() + static_cast<std::ptrdiff_t>(curl), before.end(), '\n') <= 6;
}

/// "-u" and "-H" are options only behind a blank, and written so.
bool isOption(const Place& place)
{
    const auto option = place.word.of(place.text);
    return place.word.begin > 0 && isBlank(place.text[place.word.begin - 1])
        && (option == "-u" || option == "-H" || option.starts_with("--"));
}

} // namespace

std::optional<Span> findAddressPassword(const Place& place)
{
    const auto& [path, text, word] = place;
    const auto authority = text.substr(word.end, 2 * kMostOfPart);
    const auto end = std::min(authority.find_first_of(" \t\r\n\"'`/?#<>()|,;"), authority.size());
    const auto at = authority.substr(0, end).rfind('@');
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto colon = authority.find(':');
    if (colon >= at)
        return std::nullopt;
    const auto user = authority.substr(0, colon);
    const auto password = authority.substr(colon + 1, at - colon - 1);
    const auto host = authority.substr(at + 1, end - at - 1);
    if (password == user || isStandIn(password) || isNoHost(host))
        return std::nullopt;
    return Span{word.end + colon + 1, word.end + at};
}

std::optional<Span> findAuthorization(const Place& place)
{
    const auto& [path, text, word] = place;
    const auto begin = skip(text, word.end, "\"'`\\ \t:=,>[");
    const auto scheme = schemeAt(text, begin);
    if (scheme.empty() || begin - word.end > 12)
        return std::nullopt;
    const auto value = wordFrom(text, skip(text, begin + scheme.size(), " \t"));
    const auto spelled = value.of(text);
    const bool isCode = spelled.find_first_of("(){}[]$<>%*") != std::string_view::npos;
    const bool isSecret = scheme == "basic"
        ? isLogin(spelled)
        : value.size() >= 16 && entropyOf(spelled) >= 3 && looksDrawn(spelled);
    return isSecret && !isCode && !isPlaceholder(spelled) ? std::optional(value) : std::nullopt;
}

std::optional<Span> findCurlLogin(const Place& place)
{
    const auto& [path, text, word] = place;
    if (!isOption(place))
        return std::nullopt;
    const Span login = argumentFrom(text, skip(text, word.end, " \t=\"'"));
    const auto spelled = login.of(text);
    const auto colon = spelled.find(':');
    if (colon == std::string_view::npos || spelled.find("://") != std::string_view::npos)
        return std::nullopt;
    // A key may stand on either side, and the other may be empty.
    const auto user = unquoted(spelled.substr(0, colon));
    const auto password = unquoted(spelled.substr(colon + 1));
    const auto secret = password.size() < 3 ? user : password;
    if (secret == password && user == password)
        return std::nullopt;
    const bool isFilledIn =
        secret.empty() || std::string_view("$<{%*").find(secret[0]) != std::string_view::npos;
    const bool isIt = !isWeakWord(secret) && !isFilledIn && entropyOf(spelled) >= 2
        && standsInCurl(place)
        && (secret == password || (secret.size() >= 16 && hasDigitAndLetter(secret)));
    return isIt ? std::optional(login) : std::nullopt;
}

std::optional<Span> findCurlHeader(const Place& place)
{
    const auto& [path, text, word] = place;
    if (!isOption(place))
        return std::nullopt;
    const auto begin = skip(text, word.end, " \t='\"");
    const auto header = text.substr(begin, 100);
    const auto colon = header.substr(0, 40).find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto name = header.substr(0, colon);
    if (!containsFolded(name, "key") && !containsFolded(name, "token")
        && !containsFolded(name, "authorization"))
        return std::nullopt;
    auto value = wordFrom(text, skip(text, begin + colon + 1, " \t"));
    for (const std::string_view scheme : {"Bearer", "Basic", "Token", "bearer", "Api-Token"})
        if (value.of(text) == scheme)
            value = wordFrom(text, skip(text, value.end, " \t"));
    const auto spelled = value.of(text);
    const bool isSecret =
        value.size() >= 8 && entropyOf(spelled) >= 2.75 && isMixed(spelled) && !isStandIn(spelled);
    return isSecret && standsInCurl(place) ? std::optional(value) : std::nullopt;
}

/// "machine api.host login me password …", on one line or on several.
std::optional<Span> findNetrcPassword(const Place& place)
{
    const auto& [path, text, word] = place;
    if (word.begin > 0 && !isBlank(text[word.begin - 1]))
        return std::nullopt;
    const auto host = nextWord(text, word.end);
    if (host.size() == 0 || isNoHost(host.of(text)))
        return std::nullopt;
    auto at = host.end;
    for (int idx = 0; idx < 3; ++idx) {
        const auto name = nextWord(text, at);
        const auto value = nextWord(text, name.end);
        if (name.of(text) == "password")
            return isStandIn(value.of(text)) ? std::nullopt : std::optional(value);
        if (name.of(text) != "login" && name.of(text) != "account")
            return std::nullopt;
        at = value.end;
    }
    return std::nullopt;
}

} // namespace tf::ingest
