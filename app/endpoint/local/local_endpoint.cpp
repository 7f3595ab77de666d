#include "app/endpoint/local/local_endpoint.h"

#include "app/endpoint/local/sight.h"
#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <QPointer>
#include <QThread>

#include <algorithm>
#include <set>

namespace tf::endpoint {

/// Makes one conversation into a prompt; shares nothing that changes.
class LocalEndpoint::Job {
public:
    Job(const LocalEndpoint& endpoint, RequestId id, wire::ChatRequest chat)
        : m_id(id)
        , m_chat(std::move(chat))
        , m_cancel(endpoint.m_calls.at(id).preparing.token())
        , m_name(endpoint.m_model.name)
        , m_tokenizer(endpoint.m_model.tokenizer)
        , m_decoder(endpoint.m_model.decoder)
        , m_steering(endpoint.m_model.steering)
        , m_seen(endpoint.m_seen)
        , m_words(endpoint.m_words)
    {
    }

    void run() const
    {
        std::vector<SeenPart> seen;
        Eyes eyes;
        if (m_decoder)
            eyes = [&](const wire::Part& part) -> Result<app::SeenMedium> {
                auto medium = TRY(look(part));
                seen.push_back({part, medium});
                return medium;
            };
        auto prepared = prepare(m_chat, *m_tokenizer, m_steering, eyes, m_cancel);
        if (!prepared) {
            m_words->post({m_id, std::move(prepared).error()});
            return;
        }
        if (!m_chat.model.empty() && m_chat.model != m_name)
            prepared->notes.push_back(
                words(m_name, " answers: ", m_chat.model, " is not what is open here"));
        m_words->post({m_id, Ready{std::move(*prepared), std::move(seen)}});
    }

private:
    [[nodiscard]] Result<app::SeenMedium> look(const wire::Part& part) const
    {
        if (const auto* known = m_seen.find(part))
            return app::SeenMedium(*known);
        return see(*m_decoder, part, m_cancel, [this](std::int64_t done, std::int64_t total) {
            m_words->post({m_id, Progress{Stage::Decoding, done, total}});
        });
    }

    RequestId m_id;
    wire::ChatRequest m_chat;
    CancelToken m_cancel;
    std::string m_name; // of the model
    std::shared_ptr<const text::Tokenizer> m_tokenizer;
    std::shared_ptr<const vision::Decoder> m_decoder; // null: it sees nothing
    text::Steering m_steering;
    SeenBefore m_seen;
    std::shared_ptr<Words> m_words;
};

LocalEndpoint::LocalEndpoint(LocalModel model)
    : m_model(std::move(model))
{
    CHECK(m_model.engine && m_model.tokenizer, "a local endpoint has an engine and a tokenizer");
    if (!m_model.engine->config().vision)
        m_model.decoder = nullptr; // nothing to look with
    m_words = std::make_shared<Words>([this] {
        QMetaObject::invokeMethod(
            &m_here, [this] { takeWords(); }, Qt::QueuedConnection);
    });
    m_events = std::make_shared<engine::EventBox>([this] {
        QMetaObject::invokeMethod(
            &m_here, [this] { takeEvents(); }, Qt::QueuedConnection);
    });
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

LocalEndpoint::~LocalEndpoint()
{
    // The engine and the pool may still speak: from here on into closed boxes.
    m_words->close();
    m_events->close();
    takeEvents();
    for (auto& [id, call] : m_calls) {
        call.preparing.cancel();
        if (call.running)
            call.running->cancel.cancel();
        call.sink->post({id, Failed{Error(Code::Cancelled, "stopped on request"), {}, 0}});
    }
    // The pool goes first of all members, and waits for what it has begun.
    m_pool.clear();
}

Ticket LocalEndpoint::start(Request request, Sink sink)
{
    const RequestId id = open(std::move(sink));
    m_pool.start([job = Job(*this, id, std::move(request.chat))] { job.run(); });
    return ticketFor(id);
}

Ticket LocalEndpoint::start(Prepared prepared, Sink sink)
{
    const RequestId id = open(std::move(sink));
    submit(id, std::move(prepared));
    return ticketFor(id);
}

RequestId LocalEndpoint::open(Sink sink)
{
    m_calls[++m_lastId].sink = std::move(sink);
    return m_lastId;
}

Ticket LocalEndpoint::ticketFor(RequestId id)
{
    return {id, [this, here = QPointer<QObject>(&m_here), id] {
                if (here)
                    cancel(id);
            }};
}

void LocalEndpoint::submit(RequestId id, Prepared prepared)
{
    Call& call = m_calls.at(id);
    for (std::string& note : prepared.notes)
        call.sink->post({id, Note{std::move(note)}});
    call.telling.emplace(m_model.name, prepared.thinking, std::move(prepared.callIds));
    prepared.request.events = m_events;
    call.running = m_model.engine->submit(std::move(prepared.request));
    m_running[call.running->id] = id;
}

void LocalEndpoint::cancel(RequestId id)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return;
    if (found->second.running) {
        found->second.running->cancel.cancel(); // the engine says when it has stopped
        return;
    }
    found->second.preparing.cancel();
    fail(id, Error(Code::Cancelled, "stopped on request"));
}

/// Of a request that the engine does not have.
void LocalEndpoint::fail(RequestId id, Error error)
{
    const auto call = m_calls.extract(id);
    call.mapped().sink->post({id, Failed{std::move(error), {}, 0}});
}

void LocalEndpoint::takeWords()
{
    for (Word& word : m_words->drain()) {
        if (m_calls.contains(word.id)) // else it was stopped meanwhile
            takeWord(std::move(word));
    }
}

void LocalEndpoint::takeWord(Word word)
{
    if (const auto* progress = std::get_if<Progress>(&word.what))
        m_calls.at(word.id).sink->post({word.id, *progress});
    else if (auto* error = std::get_if<Error>(&word.what))
        fail(word.id, std::move(*error));
    else
        takeReady(word.id, std::move(std::get<Ready>(word.what)));
}

void LocalEndpoint::takeReady(RequestId id, Ready ready)
{
    for (SeenPart& seen : ready.seen)
        m_seen.keep(std::move(seen));
    submit(id, std::move(ready.prepared));
}

void LocalEndpoint::takeEvents()
{
    std::set<RequestId> spoken;
    for (engine::Event& event : m_events->drain()) {
        const RequestId id = m_running.at(event.request);
        m_calls.at(id).telling->take(std::move(event));
        spoken.insert(id);
    }
    for (const RequestId id : spoken) {
        Call& call = m_calls.at(id);
        for (Telling::What& what : call.telling->tell())
            call.sink->post({id, std::move(what)});
        if (!call.telling->hasEnded())
            continue;
        m_running.erase(call.running->id);
        m_calls.erase(id);
    }
}

} // namespace tf::endpoint
