#pragma once

// The engine on this machine as an endpoint.
//
// Conversations are made into prompts on a pool; the engine's events are told on the main thread,
// as many in one go as have come. A stop reaches the engine and takes effect within one of its
// steps. Thread: main. Blocks: never, but for its end.

#include "app/endpoint/endpoint.h"
#include "app/endpoint/local/prepared.h"
#include "app/endpoint/local/seen_before.h"
#include "app/endpoint/local/telling.h"
#include "engine/engine.h"

#include <QObject>
#include <QThreadPool>

#include <map>

namespace tf::endpoint {

struct LocalModel {
    std::string name; ///< of the model, for answers
    std::shared_ptr<engine::Engine> engine;
    std::shared_ptr<const text::Tokenizer> tokenizer;
    std::shared_ptr<const vision::Decoder> decoder; ///< null: pictures are refused
    text::Steering steering = text::Steering::Faithful;
};

class LocalEndpoint : public Endpoint {
public:
    /// Requires: an engine and a tokenizer.
    explicit LocalEndpoint(LocalModel model);
    /// Requests that run end as cancelled. Blocks: until what is being decoded has stopped.
    ~LocalEndpoint() override;

    Ticket start(Request request, Sink sink) override;
    /// Of what prepare() made, or somebody who knows the model's language.
    Ticket start(Prepared prepared, Sink sink);

private:
    /// From its start to its one last event.
    struct Call {
        Sink sink;
        CancelSource preparing;
        std::optional<engine::Ticket> running; ///< once the engine has it
        std::optional<Telling> telling; ///< the same
    };
    struct Ready {
        Prepared prepared;
        std::vector<SeenPart> seen;
    };
    /// What the pool says.
    struct Word {
        RequestId id = 0;
        std::variant<Progress, Error, Ready> what;
    };
    class Job;
    using Words = Mailbox<Word>;

    RequestId open(Sink sink);
    Ticket ticketFor(RequestId id);
    void submit(RequestId id, Prepared prepared);
    void cancel(RequestId id);
    void fail(RequestId id, Error error);
    void takeWords();
    void takeWord(Word word);
    void takeReady(RequestId id, Ready ready);
    void takeEvents();

    LocalModel m_model;
    SeenBefore m_seen;
    std::map<RequestId, Call> m_calls;
    std::map<engine::RequestId, RequestId> m_running;
    RequestId m_lastId = 0;
    QObject m_here; ///< where the wakes of other threads arrive
    std::shared_ptr<Words> m_words;
    std::shared_ptr<engine::EventBox> m_events;
    QThreadPool m_pool;
};

} // namespace tf::endpoint
