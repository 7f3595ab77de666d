#include "app/endpoint/remote_call.h"

#include "app/endpoint/media_limits.h"
#include "app/endpoint/web_page.h"
#include "kernels/base/words.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

namespace {

constexpr int kMaxRedirects = 3;
/// Of an answer that somebody gathered on the way.
constexpr std::int64_t kLeastLumpPieces = 32;
constexpr std::int64_t kMostPiecesAMilli = 5;
constexpr Millis kLeastLumpWait{1'000};
constexpr std::size_t kMaxRefusalBytes = std::size_t(64) << 10;
constexpr std::size_t kMaxObjectBytes = std::size_t(64) << 20;

wire::Trouble withoutKeyIn(wire::Trouble trouble, const std::string& key)
{
    trouble.text = withoutKey(std::move(trouble.text), key);
    trouble.type = withoutKey(std::move(trouble.type), key);
    trouble.requestId = withoutKey(std::move(trouble.requestId), key);
    return trouble;
}

} // namespace

RemoteCall::RemoteCall(const Profile& profile, Egress& egress, RequestId id, Sink sink,
                       QObject* parent)
    : QObject(parent)
    , m_profile(profile)
    , m_egress(egress)
    , m_id(id)
    , m_sink(std::move(sink))
{
}

RemoteCall::~RemoteCall()
{
    cancel();
}

void RemoteCall::start(Request request, WaitingLine& line)
{
    auto prepared = prepare(std::move(request));
    const auto next = [this, &line,
                       error =
                           prepared ? std::nullopt : std::optional(std::move(prepared).error())] {
        if (m_hasEnded)
            return;
        if (error)
            fail({*error, {}, 0});
        else
            begin(line);
    };
    QTimer::singleShot(0, this, next);
}

void RemoteCall::begin(WaitingLine& line)
{
    const auto turn = line.enter(this, [this] {
        m_clock.start();
        attemptAnew();
    });
    if (turn == WaitingLine::Turn::Later)
        post(Note{words("the endpoint takes ", m_profile.connection.mostAtOnce,
                        " requests at once; this one waits for its turn")});
}

void RemoteCall::attemptAnew()
{
    if (!m_hasEnded)
        attempt(addressBelow(m_profile.baseUrl, u"chat/completions"_s));
}

void RemoteCall::cancel()
{
    if (!m_hasEnded)
        fail({Error{Code::Cancelled, "stopped on request"}, {}, 0});
}

Result<> RemoteCall::prepare(Request request)
{
    wire::ChatRequest& chat = request.chat;
    if (chat.model.empty())
        chat.model = m_profile.model;
    TRY(checkUrl(m_profile.baseUrl, m_profile.connection.plainHttp));
    TRY(checkMedia(chat, *m_profile.kind));
    auto written = TRY(wire::writeRequest(chat, m_profile.kind->dialect));
    const auto most = static_cast<std::size_t>(m_profile.kind->limits.bodyBytes);
    if (written.body.size() > most)
        return Error{
            Code::BadInput,
            words("the request has ", written.body.size(), " bytes, and the server takes ", most)};
    for (std::string& note : written.notes)
        post(Note{std::move(note)});
    m_body = std::move(written.body);
    m_thinking = chat.thinking;
    m_reader = wire::ReplyReader(m_profile.kind->growth, chat.tools);
    return {};
}

void RemoteCall::attempt(const QUrl& url)
{
    if (m_attempt)
        m_attempt.release()->deleteLater(); // the one that was sent on
    m_shape = Shape::Unknown;
    m_attemptClock.start();
    m_firstBytesAt = Millis(0);
    m_plain.clear();
    m_sse = wire::SseParser();
    // A child as well: it must not outlive the door.
    m_attempt = std::make_unique<Attempt>(m_egress, url, m_profile.key, m_body);
    Attempt* attempt = m_attempt.get();
    attempt->setParent(this);
    connect(attempt, &Attempt::uploaded, this, [this](qint64 done, qint64 total) {
        post(Progress{Stage::Uploading, done, total});
    });
    connect(attempt, &Attempt::quiet, this, [this](Millis since) { post(Waiting{since}); });
    connect(attempt, &Attempt::received, this, &RemoteCall::onBytes);
    connect(attempt, &Attempt::ended, this, &RemoteCall::onEnd);
    attempt->start();
}

void RemoteCall::onBytes(const QByteArray& bytes)
{
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    m_lastBytesAt = Millis(m_attemptClock.elapsed()) - m_attempt->sinceBytes();
    if (m_firstBytesAt == Millis(0))
        m_firstBytesAt = m_lastBytesAt;
    if (m_attempt->status() != 200) {
        m_plain += text.substr(0, kMaxRefusalBytes - std::min(kMaxRefusalBytes, m_plain.size()));
        return;
    }
    auto reading = Reading::GoesOn;
    if (m_shape == Shape::Unknown) {
        m_plain += text;
        const auto first = m_plain.find_first_not_of(" \t\r\n");
        if (first == std::string::npos && m_plain.size() < kMaxRefusalBytes)
            return;
        const char begin = first == std::string::npos ? ':' : m_plain[first];
        m_shape = begin == '{'                    ? Shape::Object
            : begin == '<' || m_attempt->isPage() ? Shape::Page
                                                  : Shape::Events;
        if (m_shape == Shape::Events)
            reading = readEvents(m_sse.feed(std::exchange(m_plain, {})));
    } else if (m_shape == Shape::Events) {
        reading = readEvents(m_sse.feed(text));
    } else {
        m_plain += text;
    }
    if (reading == Reading::Over)
        return;
    if (m_sse.fault())
        fail({*m_sse.fault(), {}, 0});
    else if (m_plain.size() > kMaxObjectBytes)
        fail({Error{Code::BadInput, "the answer is too long; it was left"}, {}, 0});
}

void RemoteCall::onEnd(const AttemptEnd& end)
{
    if (m_hasEnded)
        return;
    if (end.status == 200 && m_shape == Shape::Events && readRest() == Reading::Over)
        return;
    // Behind the reason why it ends nothing of the answer comes any more.
    if (end.error && m_reader.finishReason() != wire::Finish::Unsaid) {
        concludeStream();
        return;
    }
    if (end.error) {
        const bool hasBegun = end.status == 200;
        if (hasBegun && m_reader.hasBegun())
            fail({Error{end.error->code == Code::Denied ? Code::Denied : Code::Network,
                        words("the connection was lost after ", m_numPieces,
                              " pieces of the answer (", end.error->text, ")")},
                  {},
                  0});
        else
            retryOrFail({*end.error, {}, 0}, end, end.mayRetry && !hasBegun);
        return;
    }
    if (end.status != 200)
        onRefusal(end);
    else if (m_shape == Shape::Object)
        readObject();
    else if (m_shape == Shape::Page)
        fail({pageError(m_profile.baseUrl), {}, 0});
    else
        concludeStream();
}

void RemoteCall::onRefusal(const AttemptEnd& end)
{
    if (end.status >= 300 && end.status < 400) {
        if (!followsRedirect(end))
            fail({redirectError(m_profile.baseUrl, end.redirect), {}, 0});
        return;
    }
    if (end.status == kLoginFirst) {
        fail({pageError(m_profile.baseUrl), {}, 0});
        return;
    }
    auto trouble = withoutKeyIn(wire::readTrouble(end.status, m_plain), m_profile.key);
    Failed failed{wire::errorOf(trouble), trouble, 0, end.retryAfter};
    retryOrFail(std::move(failed), end, wire::remedyOf(trouble) == wire::Remedy::RetryLater);
}

/// A key and a prompt stay with the host that the user chose, and never lose encryption. Only 307
/// and 308 ask for the same request again.
bool RemoteCall::followsRedirect(const AttemptEnd& end)
{
    const QUrl& from = m_profile.baseUrl;
    const QUrl& to = end.redirect;
    const bool asksAgain = end.status == 307 || end.status == 308;
    const bool samePlace = to.scheme() == from.scheme() && to.port() == from.port();
    const bool getsSafer = from.scheme() == u"http" && to.scheme() == u"https";
    if (!asksAgain || to.host() != from.host() || (!samePlace && !getsSafer)
        || ++m_numRedirects > kMaxRedirects)
        return false;
    attempt(to);
    return true;
}

RemoteCall::Reading RemoteCall::readEvents(const std::vector<wire::SseEvent>& events)
{
    for (const wire::SseEvent& event : events) {
        if (event.data == "[DONE]") {
            m_isDone = true;
            concludeStream();
            return Reading::Over;
        }
        const bool isBlank = event.data.find_first_not_of(" \t\r\n") == std::string::npos;
        if (!isBlank && readJson(event.data) == Reading::Over)
            return Reading::Over;
    }
    return Reading::GoesOn;
}

/// The event that lacks its empty line: all of it, or what a cut left, which says nothing.
RemoteCall::Reading RemoteCall::readRest()
{
    auto events = m_sse.finish();
    std::erase_if(events, [](const wire::SseEvent& event) {
        return event.data != "[DONE]" && !wire::readChunk(event.data);
    });
    return readEvents(events);
}

void RemoteCall::readObject()
{
    if (readJson(m_plain) == Reading::Over)
        return;
    m_isDone = true;
    concludeStream();
}

RemoteCall::Reading RemoteCall::readJson(std::string_view text)
{
    auto chunk = wire::readChunk(text);
    if (!chunk) {
        fail({Error{Code::Corrupt,
                    words("the server sent what is no part of an answer: ", chunk.error().text)},
              {},
              0});
        return Reading::Over;
    }
    post(m_reader.feed(*chunk));
    if (!chunk->trouble)
        return Reading::GoesOn;
    auto trouble = withoutKeyIn(*chunk->trouble, m_profile.key);
    const bool mayRetry = wire::remedyOf(trouble) == wire::Remedy::RetryLater;
    Failed failed{wire::errorOf(trouble), std::move(trouble), 0};
    if (m_reader.hasBegun())
        fail(std::move(failed));
    else
        retryOrFail(std::move(failed), {}, mayRetry);
    return Reading::Over;
}

void RemoteCall::concludeStream()
{
    const bool isWhole = m_isDone || m_reader.finishReason() != wire::Finish::Unsaid;
    if (!m_reader.hasBegun() && m_reader.finishReason() != wire::Finish::Length)
        fail({Error{Code::Network, "the server sent an empty answer"}, {}, 0});
    else if (!isWhole)
        fail({Error{Code::Network,
                    words("the connection was lost after ", m_numPieces, " pieces of the answer")},
              {},
              0});
    else if (m_reader.finishReason() == wire::Finish::Fault)
        fail({Error{Code::Network, "the server says that something broke behind it"}, {}, 0});
    else
        succeed();
}

void RemoteCall::retryOrFail(Failed failed, const AttemptEnd& end, bool mayRetry)
{
    const RetryState state{m_numRetries, Millis(m_clock.elapsed()), end.retryAfter,
                           QRandomGenerator::global()->generateDouble()};
    const auto wait =
        mayRetry ? retryWait(m_profile.connection.retries, state) : std::optional<Millis>();
    if (!wait) {
        fail(std::move(failed));
        return;
    }
    if (m_attempt) {
        m_attempt->abandon();
        m_attempt.release()->deleteLater(); // it may be the one that speaks
    }
    post(Retrying{++m_numRetries, *wait, failed.error});
    QTimer::singleShot(*wait, this, &RemoteCall::attemptAnew);
}

void RemoteCall::succeed()
{
    flush(Ending::Whole);
    noteThinking();
    noteLump();
    m_hasEnded = true;
    post(Done{m_reader.finishReason(), m_reader.usage(), m_reader.model(),
              m_reader.reasoningDetails()});
    if (m_attempt) {
        m_attempt->setParent(parent());
        m_attempt.release()->release();
    }
    deleteLater();
}

void RemoteCall::fail(Failed failed)
{
    flush(Ending::Cut);
    m_hasEnded = true;
    failed.error.text = withoutKey(std::move(failed.error.text), m_profile.key);
    failed.pieces = m_numPieces;
    post(std::move(failed));
    if (m_attempt)
        m_attempt->abandon();
    deleteLater();
}

/// A call that may have been cut never runs, even if what came of it makes sense.
void RemoteCall::flush(Ending ending)
{
    auto events = m_reader.finish();
    for (wire::ReplyEvent& event : events) {
        if (ending == Ending::Whole || event.kind != wire::ReplyEvent::Kind::Call)
            continue;
        event.kind = wire::ReplyEvent::Kind::BrokenCall;
        event.reason = "the answer was cut";
    }
    post(std::move(events));
}

void RemoteCall::noteThinking()
{
    if (m_thinking == wire::Thinking::Off && m_sawThink)
        post(Note{"the server reasoned although thinking was off"});
    if (m_thinking == wire::Thinking::On && !m_sawThink)
        post(Note{"thinking was on, and the server sent no reasoning"});
    if (m_reader.finishReason() == wire::Finish::Length && m_sawThink && !m_sawText)
        post(Note{"reasoning used up all the tokens that the answer was allowed"});
}

/// No model writes that fast: somebody on the way gathered the stream before passing it on.
void RemoteCall::noteLump()
{
    const Millis spread = m_lastBytesAt - m_firstBytesAt;
    const bool isLump = m_shape == Shape::Events && m_numPieces >= kLeastLumpPieces
        && m_firstBytesAt >= kLeastLumpWait && spread.count() * kMostPiecesAMilli < m_numPieces;
    if (isLump)
        post(Note{words("the answer came in one piece after ", m_firstBytesAt.count() / 1000.0,
                        " s: a proxy on the way, or before the server, holds streams back")});
}

void RemoteCall::post(std::vector<wire::ReplyEvent> events)
{
    for (wire::ReplyEvent& event : events) {
        ++m_numPieces;
        m_sawThink |= event.kind == wire::ReplyEvent::Kind::Think
            || event.kind == wire::ReplyEvent::Kind::TextWasThink;
        m_sawText |= event.kind == wire::ReplyEvent::Kind::Text;
        m_sink->post({m_id, std::move(event)});
    }
}

template <class What>
void RemoteCall::post(What what)
{
    m_sink->post({m_id, std::move(what)});
}

} // namespace tf::endpoint
