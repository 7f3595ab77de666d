#include "tests/app/workspace/scripted_endpoint.h"

namespace tf::test {

namespace {

std::string_view shown(wire::Role role)
{
    constexpr std::array<std::string_view, 5> names{"system", "developer", "user", "assistant",
                                                    "tool"};
    return names.at(static_cast<std::size_t>(role));
}

} // namespace

endpoint::Ticket ScriptedEndpoint::start(endpoint::Request request, endpoint::Sink sink)
{
    m_requests.push_back(std::move(request.chat));
    m_sink = std::move(sink);
    return {m_requests.size(), [numCancelled = m_numCancelled] { ++*numCancelled; }};
}

void ScriptedEndpoint::say(decltype(endpoint::Event::what) what)
{
    m_sink->post({m_requests.size(), std::move(what)});
}

void ScriptedEndpoint::text(std::string_view text)
{
    say(wire::ReplyEvent{.kind = wire::ReplyEvent::Kind::Text, .text = std::string(text)});
}

void ScriptedEndpoint::think(std::string_view text)
{
    say(wire::ReplyEvent{.kind = wire::ReplyEvent::Kind::Think, .text = std::string(text)});
}

void ScriptedEndpoint::done()
{
    endpoint::Done done;
    done.finish = wire::Finish::Stop;
    done.usage.emplace();
    done.usage->promptTokens = 7;
    done.usage->answerTokens = 3;
    say(std::move(done));
}

std::string shown(const wire::ChatRequest& request)
{
    std::string text;
    for (const wire::Message& message : request.messages) {
        text += shown(message.role);
        char between = ':';
        for (const wire::Part& part : message.parts) {
            text += between;
            const auto* words = std::get_if<wire::TextPart>(&part);
            text += words != nullptr ? " " + words->text : std::string(" (medium)");
            between = '|';
        }
        text += '\n';
    }
    return text;
}

} // namespace tf::test
