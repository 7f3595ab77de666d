#include "tests/app/endpoint/connect_proxy.h"

namespace tf::test {

ConnectProxy::ConnectProxy(QByteArray credentials)
    : m_credentials(std::move(credentials))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* client = m_server.nextPendingConnection()) {
            ++numConnections;
            connect(client, &QTcpSocket::readyRead, this, [this, client] { onHead(client); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
}

void ConnectProxy::onHead(QTcpSocket* client)
{
    if (!client->peek(1 << 16).contains("\r\n\r\n"))
        return;
    const QByteArray head = client->readAll();
    seen += head;
    const QByteArray wanted = "Basic " + m_credentials.toBase64();
    if (!m_credentials.isEmpty() && !head.contains(wanted)) {
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                      "Proxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    if (head.startsWith("CONNECT "))
        tunnel(client, head.mid(8, head.indexOf(' ', 8) - 8));
    else
        client->disconnectFromHost();
}

void ConnectProxy::tunnel(QTcpSocket* client, const QByteArray& target)
{
    targets << target;
    client->disconnect(this);
    auto* server = new QTcpSocket(client);
    const auto colon = target.lastIndexOf(':');
    connect(server, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connected\r\n\r\n"); });
    connect(server, &QTcpSocket::readyRead, client,
            [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server,
            [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(client, &QTcpSocket::disconnected, server, [server] { server->abort(); });
    if (detour != 0)
        server->connectToHost(QHostAddress::LocalHost, detour);
    else
        server->connectToHost(QString::fromLatin1(target.left(colon)),
                              target.mid(colon + 1).toUShort());
}

} // namespace tf::test
