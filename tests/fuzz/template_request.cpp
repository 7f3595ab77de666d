// Bytes as a chat request in either shape: it is refused with words, or its prompt keeps the laws.

#include "engine/text/prompt/chat_json.h"
#include "engine/text/prompt/template.h"
#include "engine/text/prompt/template_text.h"

#include <cstdint>
#include <string_view>

using namespace tf;
using text::Rendered;
using text::SegmentKind;
using text::Steering;

namespace {

std::string promptOf(const text::ChatRequest& request, Steering steering)
{
    return text::joined(MUST(text::render(request, steering)).segments);
}

/// Every placeholder and every word of a message names a message that is there.
void checkSources(const text::ChatRequest& request, const Rendered& rendered)
{
    for (const text::Segment& segment : rendered.segments) {
        CHECK(!segment.text.empty(), "an empty segment");
        const auto origin = segment.source.origin;
        CHECK((origin == text::Origin::Template) == (segment.kind == SegmentKind::Template),
              "only the template's own words are trusted");
        if (origin == text::Origin::ToolSchema)
            CHECK(segment.source.itemIdx < request.tools.size(), "a tool that is not there");
        else if (origin != text::Origin::Template && origin != text::Origin::Identity)
            CHECK(segment.source.itemIdx < request.messages.size(), "a message that is not there");
    }
    for (const auto idx : rendered.droppedMessages)
        CHECK(idx < request.messages.size(), "dropped a message that is not there");
}

/// Whatever the mode, the steered prompt is the adaptive one and perhaps a tag.
void checkSteering(text::ChatRequest request)
{
    const auto steered = promptOf(request, Steering::Steered);
    request.thinkingMode = text::ThinkingMode::Adaptive;
    const auto adaptive = promptOf(request, Steering::Faithful);
    CHECK(steered.starts_with(adaptive), "steering changed more than the end");
    const auto rest = std::string_view(steered).substr(adaptive.size());
    CHECK(rest.empty() || rest == text::kThinkOpen || rest == text::kThinkClose,
          "steered to where");
}

/// The prompt of a conversation goes on where the prompt without its last message ended.
void checkGrowth(text::ChatRequest request)
{
    request.addGenerationPrompt = false;
    const auto whole = promptOf(request, Steering::Faithful);
    const auto numMessages = request.messages.size();
    if (numMessages < 3)
        return;
    const bool inResults = request.messages[numMessages - 1].role == text::Role::Tool
        && request.messages[numMessages - 2].role == text::Role::Tool;
    request.messages.pop_back();
    CHECK(inResults || whole.starts_with(promptOf(request, Steering::Faithful)), "history changed");
}

void check(const json::Value& value, text::Shape shape)
{
    const auto request = text::readChatRequest(value, shape);
    if (!request) {
        CHECK(!request.error().text.empty(), "an error without words");
        return;
    }
    const auto rendered = text::render(request.value());
    if (!rendered)
        return;
    checkSources(request.value(), rendered.value());
    checkSteering(request.value());
    checkGrowth(request.value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    const auto value = json::parse(source);
    if (!value)
        return 0;
    check(value.value(), text::Shape::Template);
    check(value.value(), text::Shape::OpenAi);
    return 0;
}
