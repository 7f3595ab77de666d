#include "app/cli/model/asked_prompt.h"

#include "app/cli/ingest/part_report.h"
#include "app/endpoint/local/seen_before.h"
#include "app/endpoint/local/sight.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tf::cli {

namespace {

constexpr std::int64_t kUsualAnswerTokens = 4096;

/// What a part of the branch before shows; its bytes were kept.
Result<app::SeenMedium> seeKept(const wire::Part& part, const CancelToken& cancel)
{
    vision::DecoderOptions options;
    options.warm = 1;
    const auto decoder = TRY(vision::Decoder::start(options));
    return endpoint::see(decoder, part, cancel, {});
}

/// Sees the file that a part names, and tells what is missing of it.
Result<app::SeenMedium> seePart(const LocalOrder& ask, const wire::Part& part,
                                const CancelToken& cancel)
{
    const auto* clip = std::get_if<wire::VideoPart>(&part);
    const wire::Media& media =
        clip != nullptr ? clip->media : std::get<wire::ImagePart>(part).media;
    if (media.url.empty())
        return seeKept(part, cancel);
    const std::string& file = media.url;
    const FileKind kind = clip != nullptr ? FileKind::Clip : FileKind::Picture;
    auto seen = TRY(seeFile(file, kind, ask.seeing, cancel));
    for (const std::string& line : std::exchange(seen.notes, {}))
        sayAsked(words(file, ": ", line));
    const std::string pairs =
        clip != nullptr ? words(", pairs: ", seen.stamps.size(), ", each ") : ", ";
    if (ask.show.stats)
        sayAsked(words(file, ": ", seen.size.width, " x ", seen.size.height, pairs, seen.tokens,
                       " tokens"));
    return seen;
}

/// The question as the whole prompt, for who knows the model's language.
Result<endpoint::Prepared> prepareRaw(const LocalOrder& ask, const text::Tokenizer& tokenizer)
{
    endpoint::Prepared prepared;
    engine::Request& request = prepared.request;
    const auto ids = TRY(tokenizer.encode(ask.draft.question, text::ControlTokens::Match));
    request.prompt.tokens.assign(ids.begin(), ids.end());
    endpoint::setAnswering(request, ask.chat.sampling);
    return prepared;
}

/// Of a pair, as the model is told: "2.0".
double secondsOf(const std::string& stamp)
{
    double seconds = 0;
    std::from_chars(stamp.data(), stamp.data() + stamp.size(), seconds);
    return seconds;
}

/// Conversations made into prompts; what was seen for one is there for the next.
class Preparing {
public:
    Preparing(LocalOrder& ask, const text::Tokenizer& tokenizer, const CancelToken& cancel)
        : m_ask(ask)
        , m_tokenizer(tokenizer)
        , m_cancel(cancel)
    {
    }

    Result<endpoint::Prepared> run()
    {
        m_ask.chat.messages = draft::messagesOf(m_ask.draft);
        m_ask.draft.watched = {};
        const auto eyes = [this](const wire::Part& part) { return see(part); };
        return endpoint::prepare(m_ask.chat, m_tokenizer, text::Steering::Faithful, eyes, m_cancel);
    }

private:
    Result<app::SeenMedium> see(const wire::Part& part)
    {
        const app::SeenMedium* known = m_seen.find(part);
        auto seen = known != nullptr ? *known : TRY(seePart(m_ask, part, m_cancel));
        if (known == nullptr)
            m_seen.keep({part, seen});
        for (const std::string& stamp : seen.stamps)
            m_ask.draft.watched.seconds.push_back(secondsOf(stamp));
        return seen;
    }

    LocalOrder& m_ask;
    const text::Tokenizer& m_tokenizer;
    CancelToken m_cancel;
    endpoint::SeenBefore m_seen;
};

/// For all words, so that the whole prompt leaves room for an answer; `numTokens` has the prompt
/// without the repository.
std::int64_t roomForWords(const LocalOrder& ask, std::int64_t numTokens,
                          const text::Tokenizer& tokenizer)
{
    const auto positions = ask.engine.group.limits.positions;
    const auto wanted = ask.chat.sampling.maxTokens.value_or(0);
    const auto answer = wanted > 0 ? wanted : std::min(positions / 4, kUsualAnswerTokens);
    const auto count = draft::countingWith(&tokenizer);
    const auto marks =
        numTokens + count(draft::howToCite()) - draft::tokensOfWords(ask.draft, count);
    return std::max<std::int64_t>(positions - answer - marks, 1);
}

} // namespace

Result<endpoint::Prepared> askedPrompt(LocalOrder& ask, const text::Tokenizer& tokenizer,
                                       const CancelToken& cancel)
{
    if (ask.raw)
        return prepareRaw(ask, tokenizer);
    Preparing preparing(ask, tokenizer, cancel);
    const bool redacts = ask.repository.policy == draft::LeakPolicy::Redact;
    auto prepared = TRY(preparing.run());
    if (!ask.repository.source && !ask.repository.kept && !redacts)
        return prepared;
    const auto numTokens = static_cast<std::int64_t>(prepared.request.prompt.tokens.size());
    draft::LeakGate gate(redacts ? draft::LeakPolicy::Redact : draft::LeakPolicy::Open);
    TRY(addRepository(ask.draft, ask.repository,
                      {&tokenizer, roomForWords(ask, numTokens, tokenizer)}, gate, cancel));
    return preparing.run();
}

} // namespace tf::cli
