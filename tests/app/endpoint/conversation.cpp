#include "tests/app/endpoint/conversation.h"

#include "kernels/base/words.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace tf::test {

namespace {

bool isEnd(const endpoint::Event& event)
{
    return std::holds_alternative<endpoint::Done>(event.what)
        || std::holds_alternative<endpoint::Failed>(event.what);
}

std::string shown(const wire::ReplyEvent& event)
{
    using Kind = wire::ReplyEvent::Kind;
    switch (event.kind) {
    case Kind::Think:
        return "think{" + event.text + "}";
    case Kind::Text:
        return event.text;
    case Kind::TextWasThink:
        return "^";
    case Kind::CallGrows:
        return {};
    case Kind::Call:
        return words("[", event.name, event.text, "]");
    case Kind::BrokenCall:
        return words("[", event.name, " broken]");
    }
    return {};
}

} // namespace

bool Gathered::hasEnded() const
{
    return numEnds() > 0;
}

int Gathered::numEnds() const
{
    return static_cast<int>(std::count_if(events.begin(), events.end(), isEnd));
}

std::string Gathered::seen() const
{
    std::string out;
    for (const auto& event : events) {
        if (const auto* reply = std::get_if<wire::ReplyEvent>(&event.what))
            out += shown(*reply);
    }
    for (auto seam = out.find("}think{"); seam != std::string::npos; seam = out.find("}think{"))
        out.erase(seam, 7);
    return out;
}

int Gathered::numRetries() const
{
    return static_cast<int>(std::count_if(events.begin(), events.end(), [](const auto& event) {
        return std::holds_alternative<endpoint::Retrying>(event.what);
    }));
}

std::string Gathered::notes() const
{
    std::string out;
    for (const auto& event : events) {
        if (const auto* note = std::get_if<endpoint::Note>(&event.what))
            out += note->text + "\n";
    }
    return out;
}

Conversation::Conversation(endpoint::Profile profile, endpoint::Place farthest)
    : m_reach(farthest)
    , m_endpoint(std::make_unique<endpoint::OpenAiEndpoint>(std::move(profile), m_reach))
    , m_sink(std::make_shared<Mailbox<endpoint::Event>>(nullptr))
{
}

Gathered Conversation::ask(const std::string& question, int patienceMillis)
{
    return ask(questionOf(question), patienceMillis);
}

Gathered Conversation::ask(endpoint::Request request, int patienceMillis)
{
    m_gathered = {};
    start(std::move(request));
    waitForEnd(patienceMillis);
    return std::move(m_gathered);
}

endpoint::Ticket Conversation::start(endpoint::Request request)
{
    return m_endpoint->start(std::move(request), m_sink);
}

Gathered& Conversation::gathered()
{
    for (auto& event : m_sink->drain())
        m_gathered.events.push_back(std::move(event));
    return m_gathered;
}

bool Conversation::waitForEnd(int patienceMillis)
{
    // As QTest::qWaitFor(), which sleeps 10 ms a round and would make most of the time of a test.
    QEventLoop loop;
    QTimer look;
    QTimer::singleShot(patienceMillis, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (gathered().hasEnded())
            loop.quit();
    });
    look.start(1);
    loop.exec();
    return gathered().hasEnded();
}

endpoint::Profile profileFor(const QUrl& url, std::string_view kind)
{
    endpoint::Profile profile;
    profile.name = "test";
    profile.kind = endpoint::findServerKind(kind);
    profile.baseUrl = url;
    profile.model = "m";
    profile.key = "sk-canary-1234567890";
    profile.connection.retries.first = endpoint::Millis(20);
    return profile;
}

endpoint::Request questionOf(const std::string& text)
{
    wire::Message message;
    message.parts.emplace_back(wire::TextPart{text});
    endpoint::Request request;
    request.chat.messages.push_back(std::move(message));
    return request;
}

} // namespace tf::test
