#pragma once

// A small real HTTP/1.1 server on loopback that answers as it is told, with TLS or without.
//
// It keeps what it was sent and counts connections. Thread: the test's.

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace tf::test {

struct Incoming {
    QByteArray method;
    QByteArray path;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// AtOnce: the last bytes and the end of the connection reach the client in one moment.
enum class After : std::uint8_t { Keep, Close, AtOnce, Reset };

/// Bytes of an answer and when they go out.
struct Answer {
    QByteArray head; ///< goes out at once, after `delay`
    QByteArrayList blocks; ///< one every `pause`, several a tick below a millisecond
    int delayMillis = 0;
    double pauseMillis = 0;
    bool isEndless = false; ///< the last block comes again and again
    bool isFlushed = false; ///< each block is a packet of its own; with `pause` only
    QByteArray stamp =
        {}; ///< where it stands in a block, the moment at which that goes out will stand:
            ///< microseconds of the monotonic clock, as many digits; with `pause` only
    After after = After::Close;
};

class ReplayServer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<Answer(const Incoming&)>;

    explicit ReplayServer(Handler handler, const QSslConfiguration* tls = nullptr);

    [[nodiscard]] QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }

    int numConnections = 0;
    int numOpen = 0;
    QList<Incoming> requests;
    QElapsedTimer sinceClosed; ///< of the last connection that the client closed

private:
    void onConnection(QTcpSocket* socket);
    void onBytes(QTcpSocket* socket);
    void play(QTcpSocket* socket, const Answer& answer);
    void playBlocks(QTcpSocket* socket, const std::shared_ptr<Answer>& answer);
    static void finish(QTcpSocket* socket, After after);

    Handler m_handler;
    QMap<QTcpSocket*, QByteArray> m_buffers;
    std::unique_ptr<QTcpServer> m_server; ///< goes first: its sockets say goodbye to the others
};

/// "HTTP/1.1 200 OK …" of a stream of events that ends with the connection.
[[nodiscard]] QByteArray streamHead();
/// A whole answer with a status.
[[nodiscard]] Answer plainAnswer(int status, const QByteArray& body,
                                 const QByteArray& headers = {});
/// A good stream: these events, each as "data: …".
[[nodiscard]] Answer streamOf(const QByteArrayList& events);
/// A chunk with that text as content.
[[nodiscard]] QByteArray contentChunk(const QByteArray& text);
[[nodiscard]] QByteArray stopChunk();
/// A stream that says "One" and ends well.
[[nodiscard]] Answer goodAnswer();

} // namespace tf::test
