#include "app/endpoint/local/telling.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::endpoint {

namespace {

using wire::ReplyEvent;

wire::Finish finishOf(engine::FinishReason reason, std::size_t numCalls)
{
    switch (reason) {
    case engine::FinishReason::EndOfTurn:
        return numCalls > 0 ? wire::Finish::Calls : wire::Finish::Stop;
    case engine::FinishReason::StopString:
        return wire::Finish::Stop;
    case engine::FinishReason::Length:
        return wire::Finish::Length;
    case engine::FinishReason::Cancelled:
        break; // a failure to whoever asked
    }
    UNREACHABLE();
}

} // namespace

Telling::Telling(std::string model, std::optional<wire::Thinking> thinking, std::string callIds)
    : m_model(std::move(model))
    , m_thinking(thinking)
    , m_callIds(std::move(callIds))
{
}

void Telling::take(engine::Event event)
{
    std::visit([this](auto& what) { take(std::move(what)); }, event.what);
}

std::vector<Telling::What> Telling::tell()
{
    for (const What& what : m_said)
        m_numPieces += std::holds_alternative<ReplyEvent>(what) ? 1 : 0;
    return std::exchange(m_said, {});
}

void Telling::take(const engine::PromptProgress& progress)
{
    setProgress({Stage::ReadingPrompt, progress.done, progress.total});
}

void Telling::take(const engine::MediaProgress& progress)
{
    const auto share = std::clamp<std::int64_t>(static_cast<std::int64_t>(100 * progress.share), 0,
                                                99); // of one that is done the next begins
    setProgress({Stage::Looking, 100 * static_cast<std::int64_t>(progress.medium) + share,
                 100 * static_cast<std::int64_t>(progress.media)});
}

void Telling::take(text::AnswerEvent event)
{
    using Kind = text::AnswerEvent::Kind;
    switch (event.kind) {
    case Kind::Think:
        addPiece({.kind = ReplyEvent::Kind::Think, .text = std::move(event.text)});
        return;
    case Kind::Text:
        addPiece({.kind = ReplyEvent::Kind::Text, .text = m_marks.feed(event.text)});
        return;
    case Kind::Call:
        event.text = json::write(event.arguments);
        ++m_numCalls;
        addCall(ReplyEvent::Kind::Call, std::move(event));
        return;
    case Kind::BrokenCall:
        event.text = wire::withoutMarkers(std::move(event.text));
        addCall(ReplyEvent::Kind::BrokenCall, std::move(event));
        return;
    case Kind::CallBegin:
    case Kind::Done:
        return;
    }
}

void Telling::take(const engine::TokenChosen& chosen)
{
    static_cast<void>(chosen); // not asked for
}

void Telling::take(const engine::Done& done)
{
    addPiece({.kind = ReplyEvent::Kind::Text, .text = m_marks.finish()});
    if (done.reason == engine::FinishReason::Cancelled) {
        end(Failed{Error(Code::Cancelled, "stopped on request"), {}, 0});
        return;
    }
    note(done);
    const engine::Usage& usage = done.usage;
    Done said;
    said.finish = finishOf(done.reason, m_numCalls);
    said.usage = wire::Usage{usage.promptTokens, usage.cachedTokens, usage.answerTokens, {}};
    said.model = m_model;
    said.counts = LocalCounts{usage.mediaTokens, usage.draftedTokens, usage.acceptedTokens};
    end(std::move(said));
}

void Telling::take(engine::Failed failed)
{
    addPiece({.kind = ReplyEvent::Kind::Text, .text = m_marks.finish()});
    end(Failed{std::move(failed.error), {}, 0});
}

void Telling::setProgress(Progress progress)
{
    if (!m_said.empty() && std::holds_alternative<Progress>(m_said.back()))
        m_said.back() = progress;
    else
        m_said.emplace_back(progress);
}

void Telling::addPiece(ReplyEvent event)
{
    if (event.text.empty())
        return;
    m_sawThink |= event.kind == ReplyEvent::Kind::Think;
    m_sawText |= event.kind == ReplyEvent::Kind::Text;
    auto* last = m_said.empty() ? nullptr : std::get_if<ReplyEvent>(&m_said.back());
    if (last != nullptr && last->kind == event.kind)
        last->text += event.text;
    else
        m_said.emplace_back(std::move(event));
}

void Telling::addCall(ReplyEvent::Kind kind, text::AnswerEvent event)
{
    m_said.emplace_back(ReplyEvent{kind, std::move(event.text), event.callIdx,
                                   words(m_callIds, event.callIdx), std::move(event.name),
                                   std::move(event.reason)});
}

/// The words that a server's answer is held against, too.
void Telling::note(const engine::Done& done)
{
    if (m_thinking == wire::Thinking::Off && m_sawThink)
        m_said.emplace_back(Note{"the model reasoned although thinking was off"});
    if (m_thinking == wire::Thinking::On && !m_sawThink)
        m_said.emplace_back(Note{"thinking was on, and the model wrote no reasoning"});
    if (done.reason == engine::FinishReason::Length && m_sawThink && !m_sawText)
        m_said.emplace_back(Note{"reasoning used up all the tokens that the answer was allowed"});
}

void Telling::end(What what)
{
    CHECK(!m_hasEnded, "the engine ends a request once");
    if (auto* failed = std::get_if<Failed>(&what)) {
        failed->pieces = m_numPieces;
        for (const What& said : m_said)
            failed->pieces += std::holds_alternative<ReplyEvent>(said) ? 1 : 0;
    }
    m_hasEnded = true;
    m_said.push_back(std::move(what));
}

} // namespace tf::endpoint
