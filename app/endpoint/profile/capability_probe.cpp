#include "app/endpoint/profile/capability_probe.h"

#include <algorithm>

namespace tf::endpoint {

namespace {

constexpr std::int64_t kProbeTokens = 64;

bool isReasoning(const Event& event)
{
    const auto* reply = std::get_if<wire::ReplyEvent>(&event.what);
    return reply != nullptr
        && (reply->kind == wire::ReplyEvent::Kind::Think
            || reply->kind == wire::ReplyEvent::Kind::TextWasThink);
}

} // namespace

const wire::ListedModel* modelIn(const std::vector<wire::ListedModel>& models,
                                 const std::string& model)
{
    const auto found = std::find_if(models.begin(), models.end(),
                                    [&model](const auto& listed) { return listed.id == model; });
    if (found != models.end())
        return &*found;
    return model.empty() && models.size() == 1 ? &models.front() : nullptr;
}

Capabilities foundInList(Capabilities known, const wire::ListedModel& model, std::string today)
{
    if (model.maxTokens)
        known.contextTokens = model.maxTokens;
    if (model.takesImages)
        known.images = model.takesImages;
    if (model.takesVideo)
        known.video = model.takesVideo;
    known.probed = std::move(today);
    return known;
}

Request probeRequest()
{
    wire::Message message;
    message.parts.emplace_back(wire::TextPart{"Say yes."});
    Request request;
    request.chat.messages.push_back(std::move(message));
    request.chat.sampling.maxTokens = kProbeTokens;
    return request;
}

Capabilities foundInAnswer(Capabilities known, const std::vector<Event>& events, std::string today)
{
    // A model may choose not to think, so that nothing came proves nothing.
    if (std::any_of(events.begin(), events.end(), isReasoning))
        known.reasoning = true;
    for (const Event& event : events) {
        const auto* failed = std::get_if<Failed>(&event.what);
        if (failed != nullptr && failed->trouble && failed->trouble->limitTokens)
            known.contextTokens = failed->trouble->limitTokens;
    }
    known.probed = std::move(today);
    return known;
}

} // namespace tf::endpoint
