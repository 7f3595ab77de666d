#include "app/draft/kept_reply.h"

namespace tf::draft {

using session::PartKind;

namespace {

/// Of what goes back with an answer; one event has no room for any number of them.
constexpr std::size_t kMostDetailBytes = std::size_t(16) << 20;

} // namespace

std::optional<session::Part> partOf(const wire::ReplyEvent& event)
{
    using Kind = wire::ReplyEvent::Kind;
    switch (event.kind) {
    case Kind::Think:
        return session::Part{PartKind::Reasoning, event.text, {}, {}};
    case Kind::Text:
    case Kind::BrokenCall:
        return session::Part{PartKind::Text, event.text, {}, {}};
    case Kind::Call:
        return session::Part{PartKind::ToolCall, event.text, event.name, event.id};
    case Kind::TextWasThink:
        return session::Part{PartKind::TextWasReasoning, {}, {}, {}};
    case Kind::CallGrows:
        break;
    }
    return std::nullopt;
}

session::Ending endingOf(const endpoint::Done& done)
{
    session::Ending ending;
    if (done.finish == wire::Finish::Length)
        ending.reason = "the answer has as many tokens as it may have";
    if (done.finish == wire::Finish::Filtered)
        ending.reason = "the server holds the rest back";
    if (done.finish == wire::Finish::Fault)
        ending.reason = "something broke behind the server";
    if (done.usage)
        ending.usage = {done.usage->promptTokens.value_or(0), done.usage->cachedTokens.value_or(0),
                        done.usage->reasoningTokens.value_or(0),
                        done.usage->answerTokens.value_or(0)};
    std::string details = done.reasoningDetails.isNull() ? "" : json::write(done.reasoningDetails);
    if (details.size() <= kMostDetailBytes)
        ending.reasoningDetails = std::move(details);
    return ending;
}

session::Ending endingOf(const endpoint::Failed& failed)
{
    const bool isStopped = failed.error.code == Code::Cancelled;
    session::Ending ending;
    ending.state = isStopped ? session::TurnState::Interrupted : session::TurnState::Failed;
    ending.reason = failed.error.text;
    return ending;
}

} // namespace tf::draft
