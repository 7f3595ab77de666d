#pragma once

// One exchange with a server: a request goes out, bytes come back, and it ends once.
//
// Watches the time: to connect, to the first byte, between bytes. Bytes that come fast are told
// together, once a frame; the first are told at once. Knows nothing of what they mean. Deleting it
// closes the socket. Thread: main.

#include "app/endpoint/egress.h"

#include <QPointer>
#include <QTimer>

#include <optional>
#include <string>

namespace tf::endpoint {

struct AttemptEnd {
    std::optional<Error> error; ///< of the way there and back; a status is no error
    bool mayRetry = false; ///< the same request may well succeed
    int status = 0; ///< of HTTP; 0: no answer
    bool isPage = false; ///< what came is a web page, as its head says
    std::optional<Millis> retryAfter;
    QUrl redirect; ///< where the server sends us instead
};

/// What goes out beside the body; without a key no Authorization.
[[nodiscard]] QNetworkRequest requestFor(const QUrl& url, const std::string& key, qint64 bodyBytes);

class Attempt : public QObject {
    Q_OBJECT

public:
    /// `key` goes into the Authorization header and nowhere else; it has no control characters.
    /// `body` empty: GET.
    Attempt(Egress& egress, QUrl url, std::string key, std::string body);
    ~Attempt() override;

    /// Its signals come later, never from within.
    void start();
    /// Closes the socket; no signal follows.
    void abandon();
    /// Nothing more is of interest: the server may end its answer in peace, for a moment.
    /// Deletes itself.
    void release();

    [[nodiscard]] int status() const { return m_end.status; }
    /// What comes is a web page, as its head says.
    [[nodiscard]] bool isPage() const { return m_end.isPage; }
    /// How long ago the last bytes came.
    [[nodiscard]] Millis sinceBytes() const;

Q_SIGNALS:
    void uploaded(qint64 done, qint64 total);
    void received(const QByteArray& bytes);
    void quiet(tf::endpoint::Millis since);
    void ended(const tf::endpoint::AttemptEnd& end);

private:
    enum class Phase : std::uint8_t { Connecting, Waiting, Answering, Ended };
    /// Whether bytes come on from the thread that Qt reads them in. Opening: what waited there is
    /// on its way.
    enum class Tap : std::uint8_t { Open, Shut, Opening };

    void listen();
    void onEncrypted();
    void onRequestSent();
    void onHeaders();
    void onBytes();
    void onFrame();
    void openTap();
    void tellBytes();
    void onFinished();
    void onTimeout();
    void enter(Phase phase);
    void alive();
    [[nodiscard]] Millis patience() const;
    [[nodiscard]] Error errorOf(QNetworkReply::NetworkError error) const;
    [[nodiscard]] std::string peerFault() const;
    void end(std::optional<Error> error, bool mayRetry);

    Egress& m_egress;
    QUrl m_url;
    std::string m_key;
    std::string m_body;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QTimer m_notice;
    QTimer m_frame; ///< since bytes were told
    Tap m_tap = Tap::Open;
    bool m_mayShut = false; ///< what comes is a stream of events
    bool m_hasMore = false; ///< bytes that came in this frame
    QByteArray m_held; ///< those that were read to open the tap
    Millis m_cameAt{}; ///< the last bytes, since the machine's start
    Millis m_quiet{};
    Phase m_phase = Phase::Connecting;
    bool m_isEncrypted = false;
    Millis m_aliveAt{}; ///< since the machine's start
    bool m_hasSlept = false; ///< the machine, or this process, since m_aliveAt
    std::string m_tlsFault;
    AttemptEnd m_end;
};

} // namespace tf::endpoint
