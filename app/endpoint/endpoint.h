#pragma once

// Something that answers chat requests: a server somewhere, or the engine on this machine.
//
// Whoever asks does not know which. A request is one value, complete; after it nothing is asked
// back. Events come through the mailbox that was given. Thread: main. Blocks: never.

#include "app/endpoint/event.h"
#include "app/wire/chat_request.h"
#include "kernels/base/mailbox.h"

#include <functional>
#include <memory>

namespace tf::endpoint {

struct Request {
    wire::ChatRequest chat;
};

using Sink = std::shared_ptr<Mailbox<Event>>;

/// What stops one request; may outlive it and its endpoint.
struct Ticket {
    RequestId id = 0;
    std::function<void()> cancel; ///< the request ends with Failed{Cancelled}, unless it has ended
};

class Endpoint {
public:
    Endpoint() = default;
    Endpoint(const Endpoint&) = delete;
    Endpoint& operator=(const Endpoint&) = delete;
    virtual ~Endpoint() = default;

    /// What is wrong with the request comes as its Failed event.
    virtual Ticket start(Request request, Sink sink) = 0;
};

} // namespace tf::endpoint
