#include "app/workspace/asking/answering.h"

#include "app/workspace/asking/kept_content.h"

namespace tf::workspace {

Answering::Answering(session::Store& store, const OpenEndpoint& open, ComposeOrder order, Ears ears)
    : m_ears(std::move(ears))
    , m_here(std::make_shared<QObject>())
{
    const auto settings = order.path.turns.back().question.settings;
    m_pool.setMaxThreadCount(1);
    startComposing(store, std::move(order));
    // By the inbox, since an engine may be there at once.
    open(settings, m_inbox.answer<std::shared_ptr<endpoint::Endpoint>>([this](Opened opened) {
        onOpened(std::move(opened));
    }));
}

Answering::~Answering()
{
    m_cancel.cancel();
    if (m_sink)
        m_sink->close(); // the engine may hold on to it
    m_here.reset();
    if (m_ticket.cancel)
        m_ticket.cancel();
}

void Answering::startComposing(session::Store& store, ComposeOrder order)
{
    auto answer =
        m_inbox.answer<Composed>([this](Result<Composed> made) { onComposed(std::move(made)); });
    // A job is copied, and an order is large.
    auto kept = std::make_shared<ComposeOrder>(std::move(order));
    m_pool.start([&store, kept, answer = std::move(answer), token = m_cancel.token()] {
        const auto read = [&store](const std::string& id) { return keptContent(store, id); };
        answer(compose(std::move(*kept), read, token));
    });
}

void Answering::onComposed(Result<Composed> composed)
{
    if (!composed)
        return fail(std::move(composed).error());
    const std::weak_ptr<QObject> here = m_here;
    m_ears.composed(*composed);
    if (here.expired())
        return;
    m_chat = std::move(composed->chat);
    startWhenReady();
}

void Answering::onOpened(Opened opened)
{
    if (!opened)
        return fail(std::move(opened).error());
    m_endpoint = std::move(opened).value();
    startWhenReady();
}

void Answering::startWhenReady()
{
    if (!m_chat || !m_endpoint)
        return;
    m_sink = std::make_shared<Mailbox<endpoint::Event>>([this] {
        QMetaObject::invokeMethod(
            m_here.get(), [this] { drain(); }, Qt::QueuedConnection);
    });
    m_ears.sent();
    m_ticket = m_endpoint->start({std::move(*m_chat)}, m_sink);
    m_chat.reset();
}

void Answering::drain()
{
    if (!m_sink)
        return;
    const std::weak_ptr<QObject> here = m_here;
    for (const endpoint::Event& event : m_sink->drain()) {
        m_ears.said(event);
        if (here.expired())
            return;
    }
}

void Answering::fail(Error error)
{
    const auto failed = m_ears.failed; // it may be the end of this
    failed(std::move(error));
}

} // namespace tf::workspace
