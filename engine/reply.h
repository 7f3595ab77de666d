#pragma once

// One request from its first token to its end: choosing tokens, finding the stop, telling events.
//
// It knows nothing of pages and steps; the engine hands it the logits of its rows and the draft
// that stood in them. Thread: engine.

#include "engine/request.h"
#include "engine/sample/sampler.h"
#include "engine/sample/stop.h"
#include "engine/text/tokens/detokenizer.h"
#include "kernels/base/cancel.h"

#include <optional>
#include <span>

namespace tf::engine {

/// What a reply needs to know of its model.
struct ReplyModel {
    std::int32_t numTokens = 0; ///< ids that may be sampled
    std::vector<std::int32_t> endTokens;
    const text::Tokenizer* tokenizer = nullptr; ///< null: tokens are told, text is not
};

class Reply {
public:
    /// BadInput when the request makes no sense for the model.
    static Result<std::unique_ptr<Reply>> make(RequestId id, Request request,
                                               const ReplyModel& model, CancelToken cancel);

    struct Chosen {
        std::vector<std::int32_t> tokens; ///< one per row as long as they agree with the draft
        bool ended = false;
    };
    /// Requires: a row of logits more than there are tokens in the draft.
    Result<Chosen> choose(std::span<const float> logits, std::int64_t vocab,
                          std::span<const std::int32_t> draft);

    void tellPrompt(std::int64_t done, std::int64_t cached);
    void tellMedia(const MediaProgress& progress);
    /// Ends it: what was held back, then Done or Failed. Nothing may follow.
    void finish(FinishReason reason);
    void fail(Error error);

    [[nodiscard]] const CancelToken& cancelled() const { return m_cancel; }
    [[nodiscard]] bool drafts() const { return m_request.drafting == Drafting::WhenItPays; }
    [[nodiscard]] FinishReason stopReason() const { return m_reason; }

private:
    Reply(RequestId id, Request request, Sampler sampler, Stop stop, CancelToken cancel);
    Result<> take(std::int32_t token, std::span<const float> logits);
    void tell(std::vector<text::AnswerEvent> events);
    template <class What>
    void post(What what);

    RequestId m_id;
    Request m_request;
    Sampler m_sampler;
    Stop m_stop;
    CancelToken m_cancel;
    std::optional<text::Detokenizer> m_detokenizer;
    text::AnswerParser m_parser;
    Usage m_usage;
    FinishReason m_reason = FinishReason::Length;
    bool m_stopped = false;
    std::int64_t m_toldDone = -1;
};

} // namespace tf::engine
