#include "app/endpoint/local/template_chat.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace tf::endpoint {

namespace {

text::Role roleOf(wire::Role role)
{
    switch (role) {
    case wire::Role::System:
        return text::Role::System;
    case wire::Role::Developer:
        return text::Role::Developer;
    case wire::Role::User:
        return text::Role::User;
    case wire::Role::Assistant:
        return text::Role::Assistant;
    case wire::Role::Tool:
        return text::Role::Tool;
    }
    UNREACHABLE();
}

text::Part partOf(const wire::Part& part)
{
    if (const auto* text = std::get_if<wire::TextPart>(&part))
        return {text::PartKind::Text, text->text};
    const bool isPicture = std::holds_alternative<wire::ImagePart>(part);
    return {isPicture ? text::PartKind::Image : text::PartKind::Video, {}};
}

Result<text::ToolCall> callOf(const wire::ToolCall& call)
{
    auto arguments = TRY(json::parse(call.arguments.empty() ? "{}" : call.arguments));
    if (arguments.kind != json::Kind::Object)
        return Error(Code::BadInput, "its arguments are no JSON object");
    return text::ToolCall{call.name, std::move(arguments)};
}

/// As content that is an empty string, which the template takes for none.
bool isEmpty(const std::vector<wire::Part>& parts)
{
    const auto* only = parts.size() == 1 ? std::get_if<wire::TextPart>(&parts[0]) : nullptr;
    return only != nullptr && only->text.empty();
}

Result<text::Message> messageOf(const wire::Message& message, std::size_t place)
{
    text::Message out{roleOf(message.role), {}};
    if (!isEmpty(message.parts))
        std::transform(message.parts.begin(), message.parts.end(), std::back_inserter(out.parts),
                       partOf);
    // Its own, be it empty: the template must not look for thinking in what was said.
    if (message.role == wire::Role::Assistant)
        out.reasoning = message.reasoning;
    for (std::size_t idx = 0; idx < message.calls.size(); ++idx)
        out.toolCalls.push_back(
            TRY(callOf(message.calls[idx])
                    .because(words("messages[", place, "].tool_calls[", idx, "]"))));
    return out;
}

/// Which of the calls a result answers; behind all where it names none of them.
std::size_t callIdx(const wire::Message& result, const std::vector<wire::ToolCall>& calls)
{
    const auto answers = [&](const wire::ToolCall& call) { return call.id == result.callId; };
    return static_cast<std::size_t>(std::find_if(calls.begin(), calls.end(), answers)
                                    - calls.begin());
}

/// The messages' indices, results of one turn in the order of its calls.
std::vector<std::size_t> placesOf(const std::vector<wire::Message>& messages)
{
    std::vector<std::size_t> places(messages.size());
    std::iota(places.begin(), places.end(), std::size_t(0));
    const auto isResult = [&](std::size_t idx) { return messages[idx].role == wire::Role::Tool; };
    for (auto begin = places.begin(); begin != places.end();) {
        if (!isResult(*begin) || begin == places.begin()) {
            ++begin;
            continue;
        }
        const auto& calls = messages[*(begin - 1)].calls;
        const auto end = std::find_if_not(begin, places.end(), isResult);
        std::stable_sort(begin, end, [&](std::size_t left, std::size_t right) {
            return callIdx(messages[left], calls) < callIdx(messages[right], calls);
        });
        begin = end;
    }
    return places;
}

text::ThinkingMode modeOf(wire::Thinking thinking)
{
    switch (thinking) {
    case wire::Thinking::Off:
        return text::ThinkingMode::Disabled;
    case wire::Thinking::Adaptive:
        return text::ThinkingMode::Adaptive;
    case wire::Thinking::On:
        return text::ThinkingMode::Enabled;
    }
    UNREACHABLE();
}

void addTools(TemplateChat& out, const std::vector<wire::Tool>& tools)
{
    if (tools.empty())
        return;
    json::Value list = json::Value::array();
    for (const wire::Tool& tool : tools) {
        out.chat.tools.push_back({tool.function});
        list.items.push_back(tool.function);
    }
    auto known = text::Tools::read(list);
    if (known)
        out.tools = std::make_shared<const text::Tools>(std::move(*known));
    else
        out.notes.push_back(words("values of calls stay texts, for the tools cannot be read: ",
                                  known.error().text));
}

} // namespace

Result<TemplateChat> templateChat(const wire::ChatRequest& request)
{
    if (request.messages.empty())
        return Error(Code::BadInput, "messages: there is none");
    TemplateChat out;
    out.places = placesOf(request.messages);
    for (const std::size_t place : out.places)
        out.chat.messages.push_back(TRY(messageOf(request.messages[place], place)));
    addTools(out, request.tools);
    if (request.thinking)
        out.chat.thinkingMode = modeOf(*request.thinking);
    return out;
}

} // namespace tf::endpoint
