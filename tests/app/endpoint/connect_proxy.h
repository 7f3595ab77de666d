#pragma once

// A real HTTP proxy on loopback: CONNECT, with a password if wanted, then bytes both ways.
//
// Thread: the test's.

#include <QTcpServer>
#include <QTcpSocket>

namespace tf::test {

class ConnectProxy : public QObject {
    Q_OBJECT

public:
    /// `credentials` "name:password"; empty: anyone may pass.
    explicit ConnectProxy(QByteArray credentials = {});

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    quint16 detour = 0; ///< when set, every tunnel leads to this port on loopback
    QByteArrayList targets; ///< of each CONNECT that passed
    int numConnections = 0;
    QByteArray seen; ///< everything that clients sent before their tunnels stood

private:
    void onHead(QTcpSocket* client);
    void tunnel(QTcpSocket* client, const QByteArray& target);

    QByteArray m_credentials;
    QTcpServer m_server;
};

} // namespace tf::test
