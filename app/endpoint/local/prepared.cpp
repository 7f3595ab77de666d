#include "app/endpoint/local/prepared.h"

#include "app/endpoint/local/template_chat.h"
#include "engine/text/prompt/shown_media.h"
#include "engine/text/prompt_ids.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <limits>
#include <random>

namespace tf::endpoint {

namespace {

constexpr std::int64_t kAllTokens = std::numeric_limits<std::int32_t>::max();

std::uint64_t drawnSeed()
{
    std::random_device random;
    return (std::uint64_t{random()} << 32) | random();
}

bool isMedium(const text::Segment& segment)
{
    return segment.kind == text::SegmentKind::Image || segment.kind == text::SegmentKind::Video;
}

std::string placeOf(std::size_t message)
{
    return words("messages[", message, "]");
}

/// Sees what stands behind the placeholders that the template wrote, in their order: media of
/// messages that it passes over cost nothing.
class Looking {
public:
    Looking(const wire::ChatRequest& request, const TemplateChat& chat, const Eyes& eyes)
        : m_request(request)
        , m_chat(chat)
        , m_eyes(eyes)
    {
    }

    Result<std::vector<text::ShownMedium>> look(std::span<const text::Segment> segments,
                                                Prepared& prepared, const CancelToken& cancel) const
    {
        std::vector<text::ShownMedium> shown;
        for (const text::Segment& segment : segments) {
            if (!isMedium(segment))
                continue;
            TRY(cancel.check());
            const std::size_t message = m_chat.places.at(segment.source.itemIdx);
            const std::size_t part = segment.source.partIdx;
            const std::string place = words(placeOf(message), ", part ", part + 1);
            auto seen = TRY(see(m_request.messages[message].parts.at(part)).because(place));
            for (const std::string& note : seen.notes)
                prepared.notes.push_back(words(place, ": ", note));
            shown.push_back({segment.kind, seen.tokens, std::move(seen.stamps)});
            prepared.request.media.push_back(std::move(seen.media));
        }
        return shown;
    }

private:
    [[nodiscard]] Result<app::SeenMedium> see(const wire::Part& part) const
    {
        if (!m_eyes)
            return Error(Code::Unsupported,
                         "this checkpoint has no vision tower; it reads text alone");
        return m_eyes(part);
    }

    const wire::ChatRequest& m_request;
    const TemplateChat& m_chat;
    const Eyes& m_eyes;
};

void noteLosses(Prepared& prepared, const text::Rendered& rendered, const TemplateChat& chat)
{
    for (const std::size_t idx : rendered.droppedMessages)
        prepared.notes.push_back(words(placeOf(chat.places.at(idx)),
                                       " is not read: the model knows instructions at the "
                                       "beginning alone"));
    for (const std::size_t idx : rendered.cutMessages)
        prepared.notes.push_back(words(placeOf(chat.places.at(idx)),
                                       " is read in part: the model knows no place for "
                                       "the rest"));
}

} // namespace

void setAnswering(engine::Request& request, const wire::Sampling& sampling)
{
    engine::Sampling& out = request.sampling;
    out.temperature = sampling.temperature.value_or(out.temperature);
    out.topP = sampling.topP.value_or(out.topP);
    // What is out of range stays so: the engine refuses it by its name.
    out.topK = static_cast<std::int32_t>(
        std::clamp<std::int64_t>(sampling.topK.value_or(out.topK), -1, kAllTokens));
    out.seed = sampling.seed ? static_cast<std::uint64_t>(*sampling.seed) : drawnSeed();
    request.maxTokens = sampling.maxTokens.value_or(0);
    request.stops = sampling.stops;
}

Result<Prepared> prepare(const wire::ChatRequest& request, const text::Tokenizer& tokenizer,
                         text::Steering steering, const Eyes& eyes, const CancelToken& cancel)
{
    auto chat = TRY(templateChat(request));
    auto rendered = TRY(text::render(chat.chat, steering));
    Prepared prepared;
    prepared.notes = std::move(chat.notes);
    noteLosses(prepared, rendered, chat);
    const Looking looking(request, chat, eyes);
    const auto shown = TRY(looking.look(rendered.segments, prepared, cancel));
    const auto segments = TRY(text::withMedia(std::move(rendered.segments), shown));
    text::Encoder encoder(tokenizer);
    const auto ids = TRY(text::promptIds(encoder, tokenizer, segments));
    engine::Request& asked = prepared.request;
    asked.prompt.tokens.assign(ids.begin(), ids.end());
    asked.replyStart = rendered.replyStart.value_or(text::ReplyStart::Undecided);
    asked.tools = std::move(chat.tools);
    setAnswering(asked, request.sampling);
    prepared.thinking = request.thinking;
    prepared.callIds = words("call_", request.messages.size(), "_");
    return prepared;
}

} // namespace tf::endpoint
