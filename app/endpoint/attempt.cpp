#include "app/endpoint/attempt.h"

#include "app/endpoint/attempt_fault.h"
#include "app/endpoint/certificate_fault.h"
#include "app/endpoint/upload_body.h"
#include "kernels/base/words.h"

#include <QDateTime>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

namespace {

constexpr Millis kReleasePatience{2'000};
constexpr qint64 kMostReadBytes = 1 << 20;
/// With kOpening as long as a picture of an answer stands: to be woken for each piece costs more
/// than the piece.
constexpr Millis kFrame{26};
/// What has waited in Qt's thread is here by then.
constexpr Millis kOpening{3};
/// How much may lie unread here before Qt's thread keeps the rest: much, or next to nothing.
constexpr qint64 kOpenBytes = 1 << 28;
constexpr qint64 kShutBytes = 1;
/// Of a connection that the machine's sleep may have cut: the server may have gone on meanwhile.
constexpr Millis kWakePatience{10'000};

/// Goes on while the machine sleeps, which the clock of timers does not.
Millis sinceStart()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return Millis(std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000);
}

/// The server answered with a status; whatever Qt thinks of it, the exchange itself worked. Where a
/// connection is closed right behind an answer, and behind a 307, Qt 6.4 tries to send the request
/// again, which the body refuses: the answer that came is the answer.
bool isOfTheAnswer(QNetworkReply::NetworkError error, int status)
{
    const bool isRefusal = status >= 400 && error > QNetworkReply::UnknownProxyError
        && error != QNetworkReply::ProtocolFailure;
    return isRefusal || (status != 0 && error == QNetworkReply::ContentReSendError);
}

/// Anything else could end the header and begin another.
bool isPlausibleKey(const std::string& key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

QNetworkRequest requestFor(const QUrl& url, const std::string& key, qint64 bodyBytes)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Trifold/" TRIFOLD_VERSION));
    request.setRawHeader("Accept", "text/event-stream, application/json");
    if (!key.empty())
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(key));
    if (bodyBytes > 0) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setHeader(QNetworkRequest::ContentLengthHeader, bodyBytes);
    }
    return request;
}

Attempt::Attempt(Egress& egress, QUrl url, std::string key, std::string body)
    : m_egress(egress)
    , m_url(std::move(url))
    , m_key(std::move(key))
    , m_body(std::move(body))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Attempt::onTimeout);
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Attempt::onFrame);
    connect(&m_notice, &QTimer::timeout, this, [this] {
        m_quiet += m_egress.connection().timeouts.notice;
        Q_EMIT quiet(m_quiet);
    });
}

Attempt::~Attempt()
{
    abandon();
}

void Attempt::abandon()
{
    m_phase = Phase::Ended;
    m_deadline.stop();
    m_notice.stop();
    m_frame.stop();
    disconnect(this, nullptr, nullptr, nullptr);
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void Attempt::start()
{
    if (!isPlausibleKey(m_key)) {
        const Error error{Code::Denied, "the key holds characters that no key has"};
        QTimer::singleShot(0, this, [this, error] { end(error, false); });
        return;
    }
    const auto bodyBytes = static_cast<qint64>(m_body.size());
    auto body = bodyBytes > 0 ? std::make_unique<UploadBody>(std::move(m_body)) : nullptr;
    auto reply = m_egress.send(requestFor(m_url, m_key, bodyBytes), body.get());
    if (!reply) {
        const Error error = std::move(reply).error();
        QTimer::singleShot(0, this, [this, error] { end(error, false); });
        return;
    }
    m_reply = *reply;
    if (body)
        body.release()->setParent(m_reply);
    listen();
    enter(Phase::Connecting);
    m_notice.start(m_egress.connection().timeouts.notice);
}

void Attempt::listen()
{
    connect(m_reply, &QNetworkReply::requestSent, this, &Attempt::onRequestSent);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 done, qint64 total) {
        if (total <= 0)
            return;
        alive();
        Q_EMIT uploaded(done, total);
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Attempt::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Attempt::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Attempt::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
        m_tlsFault =
            certificateFault(errors, m_reply->sslConfiguration().peerCertificate(), m_url.host());
    });
    connect(m_reply, &QNetworkReply::encrypted, this, &Attempt::onEncrypted);
}

void Attempt::release()
{
    disconnect(this, nullptr, nullptr, nullptr);
    m_notice.stop();
    connect(this, &Attempt::ended, this, &QObject::deleteLater);
    if (m_phase == Phase::Ended)
        deleteLater();
    else
        QTimer::singleShot(kReleasePatience, this, &QObject::deleteLater);
}

/// Before anything of the request has gone out.
void Attempt::onEncrypted()
{
    if (m_phase == Phase::Ended)
        return;
    m_isEncrypted = true;
    const std::string fault = peerFault();
    if (fault.empty())
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    end(Error{Code::Denied, words(m_url.host().toStdString(), ": ", fault)}, false);
}

std::string Attempt::peerFault() const
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (std::string weak = weaknessOf(certificate); !weak.empty())
        return weak;
    const QByteArray& wanted = m_egress.connection().publicKeySha256;
    const QByteArray found = publicKeySha256(certificate);
    if (wanted.isEmpty() || found == wanted)
        return {};
    return words("the server's public key is ",
                 found.isEmpty() ? std::string("of a kind that cannot be read")
                                 : found.toHex().toStdString(),
                 ", and the endpoint is pinned to ", wanted.toHex().toStdString(), " (SHA-256)");
}

void Attempt::onRequestSent()
{
    if (m_phase == Phase::Connecting)
        enter(Phase::Waiting);
}

void Attempt::onHeaders()
{
    m_end.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString type = m_reply->header(QNetworkRequest::ContentTypeHeader).toString();
    m_end.isPage = type.startsWith("text/html"_L1, Qt::CaseInsensitive)
        || type.startsWith("application/xhtml"_L1, Qt::CaseInsensitive);
    m_mayShut = type.startsWith("text/event-stream"_L1, Qt::CaseInsensitive)
        && !m_reply->hasRawHeader("Content-Encoding");
    onRequestSent();
}

void Attempt::onBytes()
{
    if (m_phase == Phase::Ended)
        return;
    if (m_phase != Phase::Answering)
        enter(Phase::Answering);
    m_hasMore = true;
    m_cameAt = sinceStart();
    if (!m_frame.isActive() || m_reply->bytesAvailable() > kMostReadBytes) {
        tellBytes();
    } else if (m_mayShut && m_tap == Tap::Open && m_reply->readBufferSize() > 0) {
        m_tap = Tap::Shut;
        m_reply->setReadBufferSize(kShutBytes);
    }
}

void Attempt::onFrame()
{
    if (!m_hasMore || m_phase != Phase::Answering)
        return;
    if (m_tap == Tap::Shut)
        openTap();
    else
        tellBytes();
}

/// Reading what lies here is what lets Qt's thread go on.
void Attempt::openTap()
{
    m_tap = Tap::Opening;
    m_reply->setReadBufferSize(kOpenBytes);
    m_held += m_reply->readAll();
    m_frame.start(kOpening);
}

Millis Attempt::sinceBytes() const
{
    return sinceStart() - m_cameAt;
}

void Attempt::tellBytes()
{
    alive();
    m_hasMore = false;
    if (m_tap == Tap::Shut)
        m_reply->setReadBufferSize(kOpenBytes);
    m_tap = Tap::Open;
    m_frame.start(kFrame);
    // Whoever receives may have enough; and what was packed well is not unpacked all at once.
    const QPointer<Attempt> self(this);
    if (const QByteArray held = std::exchange(m_held, {}); !held.isEmpty())
        Q_EMIT received(held);
    while (self && m_phase == Phase::Answering && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(kMostReadBytes);
        if (bytes.isEmpty())
            return;
        Q_EMIT received(bytes);
    }
    // From here on Qt counts what lies unread: nothing does now.
    if (self && m_mayShut && m_phase == Phase::Answering && m_reply->readBufferSize() == 0)
        m_reply->setReadBufferSize(kOpenBytes);
}

void Attempt::onFinished()
{
    if (m_phase == Phase::Ended)
        return;
    const QPointer<Attempt> self(this);
    if (m_reply->bytesAvailable() > 0 || !m_held.isEmpty()) {
        m_phase = Phase::Answering;
        m_cameAt = sinceStart();
        tellBytes();
    }
    if (!self || m_phase == Phase::Ended)
        return; // who received the bytes had enough
    onHeaders();
    m_end.retryAfter = readRetryAfter(m_reply->rawHeader("Retry-After").trimmed().toStdString(),
                                      QDateTime::currentMSecsSinceEpoch());
    m_end.redirect = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!m_end.redirect.isEmpty())
        m_end.redirect = m_url.resolved(m_end.redirect);
    const auto error = m_reply->error();
    if (error == QNetworkReply::NoError || isOfTheAnswer(error, m_end.status)) {
        end(std::nullopt, false);
        return;
    }
    const Error told = errorOf(error);
    end(told, told.code != Code::Denied && faultOf(error).mayRetry);
}

Error Attempt::errorOf(QNetworkReply::NetworkError error) const
{
    const std::string host = m_url.host().toStdString();
    const std::string said = saidOf(error, m_reply->errorString());
    if (!m_tlsFault.empty())
        return {Code::Denied, words(host, ": ", m_tlsFault)};
    // A server that does not like who asks says so behind the handshake, and Qt keeps that word.
    if (m_isEncrypted && m_end.status == 0 && faultOf(error).code == Code::Network)
        return {Code::Network,
                words(host,
                      ": the server closed the encrypted connection and did not answer; it "
                      "may want ",
                      m_egress.connection().clientCertificate.isEmpty()
                          ? "a certificate of whoever asks, and the endpoint has none"
                          : "another certificate than the endpoint's",
                      " (", said, ")")};
    return {faultOf(error).code, words(host, ": ", said)};
}

void Attempt::onTimeout()
{
    if (m_hasMore) {
        tellBytes();
        return;
    }
    // What was late is this process, not the server: whatever came meanwhile is still to be read.
    const Millis late = sinceStart() - m_aliveAt - patience();
    if (!m_hasSlept && late > Millis(1000) + patience() / 10) {
        m_hasSlept = true;
        m_deadline.start(std::min(patience(), kWakePatience));
        return;
    }
    const char* what = "no answer";
    if (m_phase == Phase::Connecting)
        what = "no connection";
    if (m_phase == Phase::Answering)
        what = "nothing more of the answer";
    // A server that is slow has the request; asking again would double its work.
    end(Error{Code::Network,
              words(m_url.host().toStdString(), ": ", what, " within ", patience().count() / 1000.0,
                    " s", m_hasSlept ? " and since this machine woke up" : "")},
        m_phase == Phase::Connecting);
}

void Attempt::enter(Phase phase)
{
    m_phase = phase;
    alive();
}

void Attempt::alive()
{
    m_quiet = Millis(0);
    m_aliveAt = sinceStart();
    m_hasSlept = false;
    if (m_notice.isActive())
        m_notice.start();
    m_deadline.start(patience());
}

Millis Attempt::patience() const
{
    const Timeouts& timeouts = m_egress.connection().timeouts;
    if (m_phase == Phase::Connecting)
        return timeouts.connect;
    return m_phase == Phase::Waiting ? timeouts.firstByte : timeouts.gap;
}

void Attempt::end(std::optional<Error> error, bool mayRetry)
{
    m_phase = Phase::Ended;
    m_deadline.stop();
    m_notice.stop();
    m_frame.stop();
    m_end.error = std::move(error);
    m_end.mayRetry = mayRetry;
    Q_EMIT ended(m_end);
}

} // namespace tf::endpoint
