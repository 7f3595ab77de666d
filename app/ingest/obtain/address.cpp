#include "app/ingest/obtain/address.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace tf::ingest {

namespace {

constexpr std::size_t kMostAddressBytes = 2000;
constexpr std::size_t kMostRefBytes = 250;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAllOf(std::string_view text, std::string_view more)
{
    return std::all_of(text.begin(), text.end(), [more](char c) {
        return isLetter(c) || isDigit(c) || more.find(c) != std::string_view::npos;
    });
}

std::string inSmallLetters(std::string_view text)
{
    std::string small(text);
    for (char& c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

/// Up to the first ':' when that stands before any '/', and only there.
std::string_view schemeOf(std::string_view what)
{
    const auto colon = what.find(':');
    return colon < what.find('/') ? what.substr(0, colon) : std::string_view();
}

/// What stands before an @ may be a password, and what stands behind a ? or # a token. A password
/// may hold a ? too: where an @ follows one, nothing is shown.
std::string shownAddress(std::string_view what)
{
    const auto at = what.rfind('@');
    const auto query = what.find_first_of("?#");
    if (at != std::string_view::npos && query < at)
        return "...";
    const auto begin = at == std::string_view::npos ? 0 : at + 1;
    return std::string(what.substr(begin, std::min<std::size_t>(query - begin, 200)));
}

Error refusedAddress(Code code, std::string_view what, std::string_view why)
{
    return {code, words("\"", shownAddress(what), "\" is not fetched: ", why)};
}

/// Four numbers, as nobody can read them otherwise.
bool isLoopbackNumber(std::string_view host)
{
    int numParts = 0;
    bool isFirst127 = false;
    while (numParts < 4) {
        const auto part = host.substr(0, host.find('.'));
        std::uint32_t number = 256;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), number);
        if (read.ec != std::errc() || read.ptr != part.data() + part.size() || number > 255
            || (part.size() > 1 && part.front() == '0'))
            return false;
        isFirst127 = isFirst127 || (numParts == 0 && number == 127);
        ++numParts;
        if (part.size() == host.size())
            break;
        host.remove_prefix(part.size() + 1);
    }
    return numParts == 4 && isFirst127 && host.find('.') == std::string_view::npos;
}

bool isPort(std::string_view port)
{
    return !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), isDigit);
}

/// A host, with a port or without; the host alone. Empty when it is neither.
std::string hostOf(std::string_view authority)
{
    const bool isBracketed = authority.starts_with('[');
    const auto end = isBracketed ? authority.find(']') + 1 : authority.find(':');
    const auto host = authority.substr(0, end);
    const auto port = host.size() < authority.size() ? authority.substr(host.size()) : ":0";
    const bool isHost = isBracketed
        ? host.size() > 3 && isAllOf(host.substr(1, host.size() - 2), ":.")
        : !host.empty() && isAllOf(host, "-._") && host.front() != '-' && host.front() != '.';
    return isHost && port.front() == ':' && isPort(port.substr(1)) ? inSmallLetters(host)
                                                                   : std::string();
}

std::string titleOf(std::string_view path)
{
    while (path.ends_with('/'))
        path.remove_suffix(1);
    if (path.ends_with(".git"))
        path.remove_suffix(4);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

Result<> checkPath(std::string_view what, std::string_view path)
{
    if (path.find_first_of("?#") != std::string_view::npos)
        return refusedAddress(Code::BadInput, what,
                              "a repository's address has no \"?\" and no \"#\"");
    if (!isAllOf(path, "-._~/%+@,:=!()") || path.find("..") != std::string_view::npos)
        return refusedAddress(Code::BadInput, what,
                              "its path holds what does not belong into an address");
    if (path.find_first_not_of('/') == std::string_view::npos)
        return refusedAddress(Code::BadInput, what, "it names a server and no repository");
    return {};
}

} // namespace

bool Address::isThisMachine() const
{
    return host == "localhost" || host == "[::1]" || isLoopbackNumber(host);
}

bool looksLikeAddress(std::string_view what)
{
    if (what.find("://") != std::string_view::npos || what.find("::") < what.find('/'))
        return true;
    // "git@host:path" is ssh; "C:" and "a file: with a colon" are paths.
    const auto first = what.substr(0, what.find('/'));
    if (first.find('@') != std::string_view::npos && first.find(':') != std::string_view::npos)
        return true;
    const auto scheme = inSmallLetters(schemeOf(what));
    return scheme == "http" || scheme == "https" || scheme == "ssh" || scheme == "git"
        || scheme == "ext" || scheme == "file" || scheme == "ftp" || scheme == "ftps";
}

Result<Address> readAddress(std::string_view what)
{
    if (what.size() > kMostAddressBytes)
        return refusedAddress(Code::BadInput, what, "it is too long for an address");
    const auto scheme = inSmallLetters(schemeOf(what));
    const auto beginning = what.substr(0, scheme.size() + 3);
    if ((scheme != "https" && scheme != "http") || !beginning.ends_with("://"))
        return refusedAddress(Code::Denied, what,
                              "only https:// addresses are; clone it yourself with git and open "
                              "the folder");
    const auto rest = what.substr(beginning.size());
    const auto authority = rest.substr(0, rest.find_first_of("/?#\\"));
    if (authority.find('@') != std::string_view::npos)
        return refusedAddress(Code::Denied, what,
                              "it holds a name or password, which other users of this machine "
                              "could see while git runs; clone it yourself and open the folder");
    TRY(checkPath(what, rest.substr(authority.size())));
    Address address;
    address.url = what;
    address.scheme = scheme;
    address.host = hostOf(authority);
    address.title = titleOf(rest.substr(authority.size()));
    if (address.host.empty())
        return refusedAddress(Code::BadInput, what, "its host's name makes no sense");
    if (scheme == "http" && !address.isThisMachine())
        return refusedAddress(Code::Denied, what,
                              "http:// is neither secret nor sure of its server; write https://");
    return address;
}

Result<> checkRef(std::string_view ref)
{
    const bool isPlain = isAllOf(ref, "-._/+@=,#%!") && !ref.starts_with('-')
        && !ref.starts_with('/') && !ref.ends_with('/') && !ref.ends_with(".lock")
        && !ref.ends_with('.') && ref.find("..") == std::string_view::npos
        && ref.find("//") == std::string_view::npos && ref.find("@{") == std::string_view::npos
        && ref.size() <= kMostRefBytes;
    if (!isPlain)
        return Error(Code::BadInput,
                     words("\"", ref.substr(0, 100), "\" is not the name of a branch or tag"));
    return {};
}

std::string withoutUserinfo(std::string_view text)
{
    std::string shown;
    while (!text.empty()) {
        const auto at = text.find("://");
        if (at == std::string_view::npos)
            break;
        shown += text.substr(0, at + 3);
        text.remove_prefix(at + 3);
        const auto authority = text.substr(0, text.find_first_of("/ \t\n'\""));
        if (const auto userEnd = authority.rfind('@'); userEnd != std::string_view::npos)
            text.remove_prefix(userEnd + 1);
    }
    shown += text;
    return shown;
}

} // namespace tf::ingest
