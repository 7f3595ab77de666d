#pragma once

// A server reached step by step with nothing asked of it: its name, a connection, TLS and who
// vouches for it.
//
// Obeys the same door as requests: beyond the reach, or where requests would go out unencrypted,
// nothing is looked up. Thread: main. Blocks: never.

#include "app/endpoint/egress.h"

#include <QSslCertificate>
#include <QTimer>

class QSslSocket;

namespace tf::endpoint {

class Handshake : public QObject {
    Q_OBJECT

public:
    enum class Step : std::uint8_t { Resolving, Connecting, Encrypting, Done };

    /// Requires: `reach` outlives it.
    Handshake(QUrl url, Connection connection, const Reach& reach);
    ~Handshake() override;

    void start();

    /// The server's own first; empty without TLS.
    [[nodiscard]] QList<QSslCertificate> chain() const;
    /// "TLS 1.3, TLS_AES_256_GCM_SHA384".
    [[nodiscard]] std::string cipher() const;

Q_SIGNALS:
    void reached(tf::endpoint::Handshake::Step step);
    /// Instead of Done; it is the end.
    void failed(const tf::Error& error);

private:
    void connectToServer();
    void onConnected();
    void finish();
    void fail(Code code, const std::string& why);

    QUrl m_url;
    Connection m_connection;
    const Reach& m_reach;
    std::unique_ptr<QSslSocket> m_socket;
    QTimer m_patience;
    QList<QSslError> m_errors;
    bool m_isOver = false;
};

} // namespace tf::endpoint
