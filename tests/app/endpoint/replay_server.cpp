#include "tests/app/endpoint/replay_server.h"

#include <QPointer>
#include <QSslServer>
#include <QTimer>

#include <chrono>

namespace tf::test {

namespace {

/// A block as it goes out now.
QByteArray stamped(const QByteArray& block, const QByteArray& stamp)
{
    const auto at = stamp.isEmpty() ? -1 : block.indexOf(stamp);
    if (at < 0)
        return block;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    QByteArray out = block;
    return out.replace(at, stamp.size(),
                       QByteArray::number(qint64(micros)).rightJustified(stamp.size(), '0'));
}

} // namespace

ReplayServer::ReplayServer(Handler handler, const QSslConfiguration* tls)
    : m_handler(std::move(handler))
{
    if (tls != nullptr) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket* socket = m_server->nextPendingConnection())
            onConnection(socket);
    });
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
}

QUrl ReplayServer::url(const QString& host) const
{
    const bool isTls = qobject_cast<QSslServer*>(m_server.get()) != nullptr;
    QUrl url;
    url.setScheme(isTls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(port());
    url.setPath(QStringLiteral("/v1"));
    return url;
}

void ReplayServer::onConnection(QTcpSocket* socket)
{
    ++numConnections;
    ++numOpen;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        --numOpen;
        sinceClosed.start();
        m_buffers.remove(socket);
        socket->deleteLater();
    });
    if (socket->bytesAvailable() > 0)
        onBytes(socket);
}

void ReplayServer::onBytes(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const auto end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Incoming incoming;
    QByteArrayList lines = buffer.left(end).split('\n');
    const QByteArrayList first = lines.takeFirst().trimmed().split(' ');
    incoming.method = first.value(0);
    incoming.path = first.value(1);
    for (const QByteArray& line : lines) {
        const auto colon = line.indexOf(':');
        incoming.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    }
    const auto size = incoming.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + size)
        return;
    incoming.body = buffer.mid(end + 4, size);
    buffer.remove(0, end + 4 + size);
    requests << incoming;
    play(socket, m_handler(incoming));
}

void ReplayServer::play(QTcpSocket* socket, const Answer& answer)
{
    const auto shared = std::make_shared<Answer>(answer);
    const auto begin = [this, socket, shared] {
        socket->write(shared->head);
        playBlocks(socket, shared);
    };
    if (answer.delayMillis == 0)
        begin();
    else
        QTimer::singleShot(answer.delayMillis, socket, begin);
}

void ReplayServer::playBlocks(QTcpSocket* socket, const std::shared_ptr<Answer>& answer)
{
    if (answer->pauseMillis == 0 && !answer->isEndless) {
        socket->write(answer->blocks.join());
        finish(socket, answer->after);
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, answer->isFlushed ? 1 : 0);
    auto* timer = new QTimer(socket);
    timer->setTimerType(Qt::PreciseTimer);
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    auto sent = std::make_shared<qsizetype>(0);
    connect(timer, &QTimer::timeout, socket, [=] {
        constexpr qint64 kMostWaiting = 1 << 20; // a client that does not read is not flooded
        auto due = answer->isEndless
            ? *sent + 64
            : std::min(qsizetype(clock->elapsed() / answer->pauseMillis), answer->blocks.size());
        if (socket->state() != QAbstractSocket::ConnectedState) {
            timer->stop();
            return;
        }
        for (; *sent < due && socket->bytesToWrite() < kMostWaiting; ++*sent) {
            socket->write(
                stamped(answer->blocks[std::min(*sent, answer->blocks.size() - 1)], answer->stamp));
            if (answer->isFlushed)
                socket->flush();
        }
        if (!answer->isEndless && *sent == answer->blocks.size()) {
            timer->stop();
            finish(socket, answer->after);
        }
    });
    timer->start(1);
}

void ReplayServer::finish(QTcpSocket* socket, After after)
{
    if (after == After::Close)
        QTimer::singleShot(10, socket, [socket] { socket->disconnectFromHost(); });
    if (after == After::AtOnce)
        socket->disconnectFromHost();
    if (after == After::Reset) {
        socket->flush();
        socket->abort();
    }
}

QByteArray streamHead()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
}

Answer plainAnswer(int status, const QByteArray& body, const QByteArray& headers)
{
    return {"HTTP/1.1 " + QByteArray::number(status)
                + " Status\r\nConnection: close\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n",
            {body}};
}

Answer streamOf(const QByteArrayList& events)
{
    Answer answer{streamHead(), {}};
    for (const QByteArray& event : events)
        answer.blocks << "data: " + event + "\n\n";
    return answer;
}

QByteArray contentChunk(const QByteArray& text)
{
    return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";
}

QByteArray stopChunk()
{
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
           "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}";
}

Answer goodAnswer()
{
    return streamOf({contentChunk("One"), stopChunk(), "[DONE]"});
}

} // namespace tf::test
