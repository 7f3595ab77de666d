#include "app/workspace/asking/spoken.h"

namespace tf::workspace {

using session::PartKind;

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
    if (done.reasoningDetails.kind != json::Kind::Null)
        ending.reasoningDetails = json::write(done.reasoningDetails);
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

void note(Running& running, const endpoint::Event& event)
{
    if (const auto* progress = std::get_if<endpoint::Progress>(&event.what)) {
        running.progress = *progress;
    } else if (const auto* waiting = std::get_if<endpoint::Waiting>(&event.what)) {
        running.silent = waiting->since;
    } else if (const auto* retrying = std::get_if<endpoint::Retrying>(&event.what)) {
        running.retrying = *retrying;
        running.sent.reset();
    } else if (const auto* said = std::get_if<endpoint::Note>(&event.what)) {
        running.notes.push_back(said->text);
    }
}

void notePiece(Running& running)
{
    running.lastWord = std::chrono::steady_clock::now();
    if (!running.firstWord)
        running.firstWord = running.lastWord;
    ++running.pieces;
    running.progress.reset();
    running.retrying.reset();
}

} // namespace tf::workspace
