#include "app/endpoint/handshake.h"

#include "kernels/base/words.h"

#include <QHostInfo>
#include <QSslCipher>
#include <QSslSocket>

namespace tf::endpoint {

namespace {

constexpr int kHttpsPort = 443;
constexpr int kHttpPort = 80;

} // namespace

Handshake::Handshake(QUrl url, Connection connection, const Reach& reach)
    : m_url(std::move(url))
    , m_connection(std::move(connection))
    , m_reach(reach)
    , m_socket(std::make_unique<QSslSocket>())
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { fail(Code::Network, "does not answer in time"); });
    connect(m_socket.get(), &QSslSocket::connected, this, [this] { onConnected(); });
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] { finish(); });
    connect(m_socket.get(), &QSslSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_errors = errors; });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this] {
        const QString why =
            m_errors.isEmpty() ? m_socket->errorString() : m_errors.first().errorString();
        fail(m_errors.isEmpty() ? Code::Network : Code::Denied, why.toStdString());
    });
}

Handshake::~Handshake()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void Handshake::start()
{
    const QNetworkProxy proxy = proxyFor(m_url, m_connection.proxy);
    Egress door(m_reach, m_connection);
    const auto allowed = door.check(m_url, proxy);
    const auto tls = tlsOf(m_connection);
    if (!allowed)
        return fail(allowed.error().code, allowed.error().text);
    if (!tls)
        return fail(tls.error().code, tls.error().text);
    m_socket->setProxy(proxy);
    m_socket->setSslConfiguration(*tls);
    m_patience.start(m_connection.timeouts.connect);
    Q_EMIT reached(Step::Resolving);
    if (proxy.type() != QNetworkProxy::NoProxy)
        return connectToServer(); // the proxy looks the name up
    QHostInfo::lookupHost(m_url.host(), this, [this](const QHostInfo& found) {
        if (m_isOver)
            return;
        if (found.addresses().isEmpty())
            return fail(Code::Network, "is no name that is known here");
        connectToServer();
    });
}

void Handshake::connectToServer()
{
    Q_EMIT reached(Step::Connecting);
    const bool isTls = m_url.scheme() == u"https";
    const int port = m_url.port(isTls ? kHttpsPort : kHttpPort);
    m_socket->connectToHost(m_url.host(), static_cast<quint16>(port));
}

void Handshake::onConnected()
{
    if (m_url.scheme() != u"https")
        return finish();
    Q_EMIT reached(Step::Encrypting);
    m_socket->setPeerVerifyName(m_url.host());
    m_socket->startClientEncryption();
}

void Handshake::finish()
{
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    Q_EMIT reached(Step::Done);
}

void Handshake::fail(Code code, const std::string& why)
{
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    Q_EMIT failed(Error(code, words(m_url.host().toStdString(), ": ", why)));
}

QList<QSslCertificate> Handshake::chain() const
{
    return m_socket->peerCertificateChain();
}

std::string Handshake::cipher() const
{
    const QSslCipher used = m_socket->sessionCipher();
    return used.isNull()
        ? std::string()
        : words(used.protocolString().toStdString(), ", ", used.name().toStdString());
}

} // namespace tf::endpoint
