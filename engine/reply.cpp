#include "engine/reply.h"

#include "engine/sample/logprobs.h"
#include "kernels/base/words.h"

#include <utility>

namespace tf::engine {

Result<std::unique_ptr<Reply>> Reply::make(RequestId id, Request request, const ReplyModel& model,
                                           CancelToken cancel)
{
    if (request.endTokens.empty())
        request.endTokens = model.endTokens;
    if (!request.stops.empty() && model.tokenizer == nullptr)
        return Error(Code::Unsupported,
                     "stop strings need a tokenizer.json in the model's folder: there is none");
    auto sampler = TRY(Sampler::make(request.sampling, model.numTokens, request.prompt.tokens,
                                     std::move(request.mask)));
    auto stop = TRY(Stop::make({request.endTokens, request.stops, request.maxTokens}));
    std::unique_ptr<Reply> reply(
        new Reply(id, std::move(request), std::move(sampler), std::move(stop), std::move(cancel)));
    if (model.tokenizer != nullptr)
        reply->m_detokenizer.emplace(*model.tokenizer);
    return reply;
}

Reply::Reply(RequestId id, Request request, Sampler sampler, Stop stop, CancelToken cancel)
    : m_id(id)
    , m_request(std::move(request))
    , m_sampler(std::move(sampler))
    , m_stop(std::move(stop))
    , m_cancel(std::move(cancel))
    , m_parser(m_request.replyStart, m_request.tools)
{
    m_usage.promptTokens = m_request.prompt.size();
    for (const MediaSpan& span : m_request.prompt.media)
        m_usage.mediaTokens += span.numPositions;
}

Result<Reply::Chosen> Reply::choose(std::span<const float> logits, std::int64_t vocab,
                                    std::span<const std::int32_t> draft)
{
    const auto rowOf = [&](std::size_t rowIdx) {
        return logits.subspan(rowIdx * static_cast<std::size_t>(vocab),
                              static_cast<std::size_t>(vocab));
    };
    std::size_t numTaken = 0;
    std::optional<Error> fault;
    const auto takeNext = [&](std::int32_t token) {
        if (auto taken = take(token, rowOf(numTaken++)); !taken)
            fault = std::move(taken).error();
        return !m_stopped && !fault;
    };
    Chosen chosen;
    chosen.tokens = TRY(sampleRows(m_sampler, logits, vocab, draft, takeNext));
    if (numTaken < chosen.tokens.size())
        takeNext(chosen.tokens.back());
    if (fault)
        return std::move(*fault);
    m_usage.draftedTokens += std::ssize(draft);
    m_usage.acceptedTokens += std::ssize(chosen.tokens) - 1;
    chosen.ended = m_stopped;
    return chosen;
}

Result<> Reply::take(std::int32_t token, std::span<const float> logits)
{
    ++m_usage.answerTokens;
    if (m_request.wantsTokens) {
        TokenChosen told;
        const auto chances = logprobsOf(logits, token, m_request.topChances);
        told.chosen = {token, static_cast<float>(chances.chosen.logprob)};
        for (const TokenLogprob& best : chances.top)
            told.best.push_back({best.token, static_cast<float>(best.logprob)});
        post(std::move(told));
    }
    std::string text;
    if (m_detokenizer)
        text = TRY(m_detokenizer->push(static_cast<text::TokenId>(token)));
    auto fed = m_stop.feed(token, text);
    if (!fed.text.empty())
        tell(m_parser.feed(fed.text));
    m_stopped = fed.reason != StopReason::None;
    if (m_stopped)
        m_reason = fed.reason == StopReason::Token ? FinishReason::EndOfTurn
            : fed.reason == StopReason::String     ? FinishReason::StopString
                                                   : FinishReason::Length;
    return {};
}

void Reply::tellPrompt(std::int64_t done, std::int64_t cached)
{
    if (done <= m_toldDone)
        return;
    m_toldDone = done;
    m_usage.cachedTokens = cached;
    post(PromptProgress{done, m_usage.promptTokens, cached});
}

void Reply::tellMedia(const MediaProgress& progress)
{
    post(MediaProgress(progress));
}

void Reply::finish(FinishReason reason)
{
    if (m_detokenizer && reason != FinishReason::StopString) {
        const std::string held = m_stop.flush() + m_detokenizer->flush();
        if (!held.empty())
            tell(m_parser.feed(held));
    }
    tell(m_parser.finish());
    post(Done{reason, m_usage});
}

void Reply::fail(Error error)
{
    post(Failed{std::move(error)});
}

void Reply::tell(std::vector<text::AnswerEvent> events)
{
    for (auto& event : events) {
        if (event.kind != text::AnswerEvent::Kind::Done)
            post(std::move(event));
    }
}

template <class What>
void Reply::post(What what)
{
    if (m_request.events)
        m_request.events->post({m_id, std::move(what)});
}

} // namespace tf::engine
