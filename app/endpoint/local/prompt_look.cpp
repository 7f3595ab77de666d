#include "app/endpoint/local/prompt_look.h"

#include "app/endpoint/local/prepared.h"
#include "app/endpoint/local/sight.h"
#include "app/endpoint/local/template_chat.h"
#include "engine/text/prompt/shown_media.h"
#include "kernels/base/words.h"

namespace tf::endpoint {

namespace {

bool isMedium(text::SegmentKind kind)
{
    return kind == text::SegmentKind::Image || kind == text::SegmentKind::Video;
}

/// The prompt's text, media in words.
Result<std::string> textOf(const wire::ChatRequest& request, text::Steering steering,
                           const std::vector<app::SeenMedium>& seen)
{
    const auto chat = TRY(templateChat(request));
    const auto rendered = TRY(text::render(chat.chat, steering));
    std::string text;
    std::size_t next = 0;
    for (const text::Segment& segment : rendered.segments) {
        if (!isMedium(segment.kind)) {
            text += segment.text;
            continue;
        }
        const app::SeenMedium& medium = seen.at(next++);
        if (segment.kind == text::SegmentKind::Image)
            text += words("<", medium.tokens, " tokens of a picture>");
        else
            text += words("<", medium.stamps.size(), " pairs of frames of a clip, ", medium.tokens,
                          " tokens each>");
    }
    return text;
}

} // namespace

Result<PromptLook> lookAtPrompt(const wire::ChatRequest& request, const text::Tokenizer& tokenizer,
                                const vision::Decoder* decoder, text::Steering steering,
                                const CancelToken& cancel)
{
    std::vector<app::SeenMedium> seen;
    PromptLook look;
    Eyes eyes;
    if (decoder != nullptr)
        eyes = [&](const wire::Part& part) -> Result<app::SeenMedium> {
            seen.push_back(TRY(measure(*decoder, part, cancel)));
            const auto pairs = std::max<std::int64_t>(std::ssize(seen.back().stamps), 1);
            look.mediaTokens += seen.back().tokens * pairs;
            return seen.back();
        };
    auto prepared = TRY(prepare(request, tokenizer, steering, eyes, cancel));
    look.tokens = std::ssize(prepared.request.prompt.tokens);
    look.notes = std::move(prepared.notes);
    look.text = TRY(textOf(request, steering, seen));
    return look;
}

} // namespace tf::endpoint
