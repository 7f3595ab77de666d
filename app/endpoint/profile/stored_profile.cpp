#include "app/endpoint/profile/stored_profile.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::endpoint {

namespace {

bool isAsciiLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isPrintable(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

Result<> checkHeader(const Header& header)
{
    const auto isNameByte = [](char c) { return isAsciiLetterOrDigit(c) || c == '-' || c == '_'; };
    if (header.name.isEmpty() || !std::all_of(header.name.begin(), header.name.end(), isNameByte)
        || !isPrintable(header.value))
        return Error{Code::BadInput,
                     words("\"", header.name.toStdString(), "\" is no header that can be sent")};
    const QByteArray name = header.name.toLower();
    for (const char* secret : {"auth", "key", "token", "cookie", "secret"}) {
        if (name.contains(secret))
            return Error{Code::BadInput,
                         words("the header ", header.name.toStdString(),
                               " may hold a key, and keys are kept in the store of keys")};
    }
    for (const char* ours : {"host", "connection", "content-length", "content-type",
                             "transfer-encoding", "accept-encoding", "expect", "upgrade"}) {
        if (name == ours)
            return Error{Code::BadInput,
                         words("the header ", header.name.toStdString(), " is made per request")};
    }
    return {};
}

Result<> checkPeers(const StoredProfile& profile)
{
    if (profile.clientCertFile.isEmpty() != profile.clientKeyFile.isEmpty())
        return Error{Code::BadInput, "a client's certificate and its key belong together"};
    const bool isPlain = profile.baseUrl.scheme() == QLatin1String("http");
    if (isPlain && !(profile.clientCertFile.isEmpty() && profile.publicKeySha256.isEmpty()))
        return Error{Code::BadInput,
                     "certificates and pinned keys need an address that begins with https"};
    return {};
}

Result<> checkProxy(const QUrl& proxy)
{
    const bool isKnown =
        proxy.scheme() == QLatin1String("http") || proxy.scheme() == QLatin1String("socks5");
    if (!isKnown || proxy.host().isEmpty() || proxy.port() <= 0 || !proxy.userInfo().isEmpty())
        return Error{Code::BadInput,
                     "a proxy is http://HOST:PORT or socks5://HOST:PORT, without a password"};
    return {};
}

} // namespace

QByteArray readPin(const QString& text)
{
    QByteArray digits = text.toLatin1().toLower();
    digits.replace(':', "");
    constexpr qsizetype kBytes = 32;
    const bool isPin = digits.size() == 2 * kBytes
        && std::all_of(digits.begin(), digits.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return isPin ? QByteArray::fromHex(digits) : QByteArray();
}

Result<> checkProfileName(std::string_view name)
{
    const bool isName = !name.empty() && name.size() <= kMaxProfileNameBytes
        && isAsciiLetterOrDigit(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
               return isAsciiLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
           });
    if (!isName)
        return Error{Code::BadInput,
                     "an endpoint's name is 1 to 64 letters, digits, \".\", \"_\" and \"-\", and "
                     "begins with a letter or a digit"};
    return {};
}

Result<> checkProfile(const StoredProfile& profile)
{
    TRY(checkProfileName(profile.name));
    if (profile.kind == nullptr)
        return Error{Code::BadInput, "an endpoint has a kind of server"};
    TRY(checkUrl(profile.baseUrl, profile.plainHttp));
    if (profile.baseUrl.hasQuery() || profile.baseUrl.hasFragment())
        return Error{Code::BadInput, "the endpoint's address ends in its path, like …/v1"};
    if (!profile.keyName.empty())
        TRY(checkProfileName(profile.keyName).because("the name of its key"));
    for (const Header& header : profile.headers)
        TRY(checkHeader(header));
    if (profile.proxyUse == ProxyUse::Given)
        TRY(checkProxy(profile.proxy));
    return checkPeers(profile);
}

} // namespace tf::endpoint
