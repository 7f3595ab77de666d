#pragma once

// One chat request to a server, from its first attempt to its one last event.
//
// Sends again only while nothing of the answer has come; follows a redirect only on the same host;
// tells pieces, ends, and cuts apart. Deletes itself after its last event. Thread: main.

#include "app/endpoint/attempt.h"
#include "app/endpoint/openai.h"
#include "app/wire/sse.h"

#include <QElapsedTimer>

namespace tf::endpoint {

class RemoteCall : public QObject {
    Q_OBJECT

public:
    RemoteCall(const Profile& profile, Egress& egress, RequestId id, Sink sink, QObject* parent);
    ~RemoteCall() override;

    /// Events come later, never from within.
    void start(Request request, WaitingLine& line);
    void cancel();

private:
    enum class Shape : std::uint8_t { Unknown, Events, Object, Page };
    enum class Ending : std::uint8_t { Whole, Cut };
    /// Over: the call has ended, or is sent again.
    enum class Reading : std::uint8_t { GoesOn, Over };

    Result<> prepare(Request request);
    void begin(WaitingLine& line);
    void attemptAnew();
    void attempt(const QUrl& url);
    void onBytes(const QByteArray& bytes);
    void onEnd(const AttemptEnd& end);
    void onRefusal(const AttemptEnd& end);
    bool followsRedirect(const AttemptEnd& end);

    Reading readEvents(const std::vector<wire::SseEvent>& events);
    Reading readRest();
    void readObject();
    Reading readJson(std::string_view text);
    void concludeStream();

    void retryOrFail(Failed failed, const AttemptEnd& end, bool mayRetry);
    void succeed();
    void fail(Failed failed);
    void flush(Ending ending);
    void noteThinking();
    void noteLump();
    void post(std::vector<wire::ReplyEvent> events);
    template <class What>
    void post(What what);

    const Profile& m_profile;
    Egress& m_egress;
    RequestId m_id;
    Sink m_sink;
    std::string m_body;
    std::optional<wire::Thinking> m_thinking;
    std::unique_ptr<Attempt> m_attempt;
    QElapsedTimer m_clock;
    int m_numRetries = 0;
    int m_numRedirects = 0;

    Shape m_shape = Shape::Unknown;
    std::string m_plain; ///< an answer that is no stream of events
    wire::SseParser m_sse;
    wire::ReplyReader m_reader;
    std::int64_t m_numPieces = 0;
    Millis m_firstBytesAt{}; ///< since the last attempt began
    Millis m_lastBytesAt{};
    QElapsedTimer m_attemptClock;
    bool m_sawThink = false;
    bool m_sawText = false;
    bool m_isDone = false; ///< [DONE] has come
    bool m_hasEnded = false;
};

} // namespace tf::endpoint
