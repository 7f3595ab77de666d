#include "app/endpoint/profile/opened_profile.h"

#include "kernels/base/words.h"

#include <QFile>

#include <algorithm>

namespace tf::endpoint {

namespace {

constexpr qint64 kMaxPemBytes = qint64(4) << 20;

/// A kind with what its views point at.
struct OwnKind {
    ServerKind kind;
    std::optional<ThinkingMapping> thinking;
    std::vector<PriceTier> tiers;
    std::string ratesDate;
};

std::shared_ptr<const ServerKind> kindOf(const StoredProfile& stored)
{
    auto own = std::make_shared<OwnKind>();
    own->kind = *stored.kind;
    own->kind.limits = stored.limits;
    own->thinking = stored.thinking;
    wire::Dialect& dialect = own->kind.dialect;
    if (own->thinking) {
        dialect.thinkingField = own->thinking->field;
        for (std::size_t mode = 0; mode < dialect.thinkingWords.size(); ++mode) {
            const std::string& word = own->thinking->words[mode];
            dialect.thinkingWords[mode] = {
                word, word.empty() ? "this endpoint's profile has no word for it" : ""};
        }
    }
    if (stored.capabilities.video == false)
        dialect.video = wire::VideoForm::None;
    if (stored.capabilities.video == true && dialect.video == wire::VideoForm::None)
        dialect.video = wire::VideoForm::Plain;
    if (stored.rates) {
        own->tiers = stored.rates->tiers;
        own->ratesDate = stored.rates->date;
        own->kind.rates = {own->tiers, own->ratesDate};
    }
    const ServerKind* kind = &own->kind;
    return {std::move(own), kind};
}

/// Empty where no file is named.
Result<QByteArray> pemIn(const QString& path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound,
                     words(path.toStdString(), ": ", file.errorString().toStdString())};
    QByteArray pem = file.read(kMaxPemBytes + 1);
    if (pem.size() > kMaxPemBytes)
        return Error{Code::BadInput, words(path.toStdString(), ": too long for certificates")};
    if (pem.isEmpty())
        return Error{Code::BadInput, words(path.toStdString(), ": the file is empty")};
    return pem;
}

ProxyChoice proxyOf(const StoredProfile& stored)
{
    ProxyChoice choice{stored.proxyUse, QNetworkProxy(QNetworkProxy::NoProxy)};
    if (stored.proxyUse != ProxyUse::Given)
        return choice;
    const bool isSocks = stored.proxy.scheme() == QLatin1String("socks5");
    choice.given = QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                                 stored.proxy.host(), static_cast<quint16>(stored.proxy.port()));
    return choice;
}

} // namespace

Result<Profile> openProfile(const StoredProfile& stored, std::string key)
{
    TRY(checkProfile(stored));
    Profile profile;
    profile.name = stored.name;
    profile.ownKind = kindOf(stored);
    profile.kind = profile.ownKind.get();
    profile.baseUrl = stored.baseUrl;
    profile.model = stored.model;
    profile.key = std::move(key);
    profile.connection.timeouts = stored.timeouts;
    profile.connection.proxy = proxyOf(stored);
    profile.connection.plainHttp = stored.plainHttp;
    profile.connection.headers = stored.headers;
    profile.connection.extraCas = TRY(pemIn(stored.caFile));
    profile.connection.clientCertificate = TRY(pemIn(stored.clientCertFile));
    profile.connection.clientKey = TRY(pemIn(stored.clientKeyFile));
    profile.connection.publicKeySha256 = stored.publicKeySha256;
    profile.connection.mostAtOnce = stored.mostAtOnce;
    if (!stored.clientCertFile.isEmpty())
        TRY(tlsOf(profile.connection)
                .because(words(stored.clientCertFile.toStdString(), " and ",
                               stored.clientKeyFile.toStdString())));
    return profile;
}

StoredProfile profileOfUrl(const QUrl& url)
{
    StoredProfile profile;
    profile.name = "address";
    profile.kind = findServerKind("other");
    profile.baseUrl = url;
    for (const ServerKind& kind : serverKinds()) {
        const bool isVendors =
            std::any_of(kind.baseUrls.begin(), kind.baseUrls.end(), [&url](std::string_view known) {
                return QUrl(QString::fromLatin1(known.data(), qsizetype(known.size()))).host()
                    == url.host();
            });
        if (isVendors)
            profile.kind = &kind;
    }
    profile.limits = profile.kind->limits;
    return profile;
}

} // namespace tf::endpoint
