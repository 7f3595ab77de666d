#include "app/endpoint/egress.h"

#include "kernels/base/words.h"

namespace tf::endpoint {

namespace {

/// What Qt would do by itself and nobody asked for: HTTP/2 (an unfixed hole in Debian's Qt 6.4.2),
/// cookies, caches, redirects, passwords of other requests.
void setHabits(QNetworkRequest& request)
{
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // What unpacks to too much is left by whoever reads it, within limits of its own.
    request.setDecompressedSafetyCheckThreshold(-1);
}

} // namespace

Reach::Reach(Place farthest)
    : m_farthest(farthest)
{
}

void Reach::setFarthest(Place farthest)
{
    m_farthest = farthest;
    Q_EMIT changed();
}

Egress::Egress(const Reach& reach, Connection connection)
    : m_reach(reach)
    , m_connection(std::move(connection))
{
}

Result<QNetworkReply*> Egress::send(QNetworkRequest request, QIODevice* body)
{
    const QUrl url = request.url();
    const QNetworkProxy proxy = proxyFor(url, m_connection.proxy);
    TRY(check(url, proxy));
    request.setSslConfiguration(TRY(tlsOf(m_connection)));
    setHabits(request);
    for (const Header& header : m_connection.headers)
        request.setRawHeader(header.name, header.value);
    auto* network = new QNetworkAccessManager(this);
    network->setStrictTransportSecurityEnabled(false);
    network->setProxy(proxy);
    QNetworkReply* reply = body != nullptr ? network->post(request, body) : network->get(request);
    connect(reply, &QObject::destroyed, network, &QObject::deleteLater);
    connect(&m_reach, &Reach::changed, reply, [this, reply, url, proxy] {
        if (!check(url, proxy))
            reply->abort();
    });
    return reply;
}

Result<> Egress::check(const QUrl& url, const QNetworkProxy& proxy) const
{
    TRY(checkUrl(url, m_connection.plainHttp));
    const bool isDirect = proxy.type() == QNetworkProxy::NoProxy;
    for (const QString& host : {url.host(), isDirect ? url.host() : proxy.hostName()}) {
        if (placeOf(host) > m_reach.farthest())
            return Error{
                Code::Denied,
                words("nothing may go to ", host.toStdString(), ": the settings keep data closer")};
    }
    return {};
}

} // namespace tf::endpoint
