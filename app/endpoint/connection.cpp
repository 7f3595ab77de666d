#include "app/endpoint/connection.h"

#include "kernels/base/words.h"

#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QSslCertificate>
#include <QSslKey>

namespace tf::endpoint {

namespace {

Result<QSslKey> privateKeyOf(const QByteArray& pem)
{
    if (pem.contains("ENCRYPTED"))
        return Error{Code::BadInput,
                     "the client's key is encrypted; a file with the key alone is needed"};
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return Error{Code::BadInput, "the file of the client's key holds no RSA or EC key (PEM)"};
}

/// Both halves of a key hold the same long number; a piece of it tells them from all others.
bool belongsTo(const QSslKey& key, const QSslCertificate& certificate)
{
    const QByteArray half = certificate.publicKey().toDer();
    constexpr qsizetype kBehind = 5; // the exponent of an RSA key
    constexpr qsizetype kPiece = 32;
    return half.size() > kBehind + kPiece
        && key.toDer().contains(half.mid(half.size() - kBehind - kPiece, kPiece));
}

Result<> showClient(QSslConfiguration& tls, const Connection& connection)
{
    if (connection.clientCertificate.isEmpty() != connection.clientKey.isEmpty())
        return Error{Code::BadInput, "a client's certificate and its key belong together"};
    if (connection.clientCertificate.isEmpty())
        return {};
    const auto chain = QSslCertificate::fromData(connection.clientCertificate, QSsl::Pem);
    if (chain.isEmpty())
        return Error{Code::BadInput,
                     "the file of the client's certificate holds no PEM certificate"};
    const QSslKey key = TRY(privateKeyOf(connection.clientKey));
    if (!belongsTo(key, chain.first()))
        return Error{Code::BadInput, "the client's key does not belong to its certificate"};
    tls.setPrivateKey(key);
    tls.setLocalCertificateChain(chain);
    return {};
}

} // namespace

Result<> checkUrl(const QUrl& url, PlainHttp plainHttp)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        return Error{Code::BadInput, "the endpoint's address is no https://… or http://…"};
    // Such an address would carry a secret into logs and histories.
    if (!url.userInfo().isEmpty())
        return Error{Code::BadInput, "the endpoint's address holds a name or password"};
    const Place place = placeOf(url.host());
    const bool isPlainAllowed = place == Place::ThisMachine
        || (place == Place::LocalNetwork && plainHttp == PlainHttp::LocalNetwork);
    if (scheme == u"http" && !isPlainAllowed)
        return Error{
            Code::Denied,
            words("nothing goes to ", url.host().toStdString(), " without encryption: use https")};
    return {};
}

Result<QSslConfiguration> tlsOf(const Connection& connection)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    TRY(showClient(tls, connection));
    if (connection.extraCas.isEmpty())
        return tls;
    const auto authorities = QSslCertificate::fromData(connection.extraCas, QSsl::Pem);
    if (authorities.isEmpty())
        return Error{Code::BadInput, "the file of further authorities holds no PEM certificate"};
    tls.addCaCertificates(authorities);
    return tls;
}

QNetworkProxy proxyFor(const QUrl& url, const ProxyChoice& choice)
{
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    switch (choice.use) {
    case ProxyUse::None:
        return none;
    case ProxyUse::Given:
        return choice.given;
    case ProxyUse::System:
        break;
    }
    if (placeOf(url.host()) == Place::ThisMachine)
        return none;
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0, none);
}

} // namespace tf::endpoint
