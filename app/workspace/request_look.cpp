#include "app/workspace/request_look.h"

#include "app/workspace/asking/kept_content.h"
#include "app/workspace/asking/turn_tree.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using session::Turn;
using session::TurnId;

/// As the user decided when it was sent; its overrides say so.
SecretsPolicy policyOf(const Turn& turn)
{
    const auto& overrides = turn.question.overrides;
    if (overrides.empty())
        return std::nullopt;
    const bool isReplaced =
        std::all_of(overrides.begin(), overrides.end(), [](const std::string& sentence) {
            return sentence.find("was replaced") != std::string::npos;
        });
    return isReplaced ? draft::LeakPolicy::Redact : draft::LeakPolicy::Send;
}

} // namespace

RequestLook::RequestLook(session::Store& store, Engines& engines, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_engines(engines)
    , m_decoder(lazyDecoder())
{
    m_pool.setMaxThreadCount(1);
}

RequestLook::~RequestLook()
{
    m_cancel.cancel();
}

void RequestLook::lookAtNext(const Conversation& talk, const Ask& ask)
{
    ComposeOrder order;
    const auto leaf = talk.branch().empty() ? session::kNoTurn : talk.branch().back();
    order.path = pathAlone(talk.session(), leaf);
    Turn& next = order.path.turns.emplace_back();
    for (const Turn& turn : talk.session().turns)
        next.id = std::max(next.id, turn.id + 1);
    next.question.parent = leaf;
    next.question.text = ask.text;
    next.question.settings = ask.settings;
    order.enclosure = ask.enclosure;
    order.policy = policyFor(ask.policy, ask.settings);
    look(std::move(order));
}

void RequestLook::lookAtTurn(const Conversation& talk, TurnId id)
{
    const Turn* turn = talk.turn(id);
    if (turn == nullptr)
        return clear();
    ComposeOrder order;
    order.asked = Asked::Again;
    order.path = pathAlone(talk.session(), id);
    order.path.turns.back().parts.clear();
    order.path.turns.back().ending = {};
    order.path.turns.back().removed = false;
    order.policy = policyFor(policyOf(*turn), turn->question.settings);
    look(std::move(order));
}

void RequestLook::cancel()
{
    m_cancel.cancel();
    ++m_round;
    if (std::exchange(m_isLooking, false))
        Q_EMIT changed();
}

void RequestLook::clear()
{
    m_sight.reset();
    m_isLooking = true; // told in any case
    cancel();
}

void RequestLook::look(ComposeOrder compose)
{
    m_cancel.cancel();
    m_cancel = CancelSource();
    auto order = std::make_shared<SightOrder>();
    const std::string& endpoint = compose.path.turns.back().question.settings.endpoint;
    if (!endpoint.empty()) {
        const auto* profile = m_engines.profiles().find(endpoint);
        if (profile == nullptr)
            return take(++m_round, Error(Code::NotFound, endpoint));
        order->server = *profile;
    }
    order->compose = std::move(compose);
    order->tokenizer = m_engines.localModel().tokenizer();
    order->decoder = m_decoder;
    m_isLooking = true;
    auto answer = m_inbox.answer<RequestSight>(
        [this, round = ++m_round](Result<RequestSight> sight) { take(round, std::move(sight)); });
    m_pool.start([&store = m_store, order, answer = std::move(answer), token = m_cancel.token()] {
        const auto read = [&store](const std::string& id) { return keptContent(store, id); };
        answer(token.cancelled() ? Result<RequestSight>(Error(Code::Cancelled, "another one"))
                                 : sightOf(std::move(*order), read, token));
    });
    Q_EMIT changed();
}

void RequestLook::take(std::int64_t round, Result<RequestSight> sight)
{
    if (round != m_round)
        return;
    m_isLooking = false;
    m_sight.emplace(std::move(sight));
    Q_EMIT changed();
}

} // namespace tf::workspace
