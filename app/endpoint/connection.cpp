#include "app/endpoint/connection.h"

#include "kernels/base/words.h"

#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QSslCertificate>

namespace tf::endpoint {

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
