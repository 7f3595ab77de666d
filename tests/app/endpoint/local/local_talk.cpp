#include "tests/app/endpoint/local/local_talk.h"

#include "tests/engine/face/engine_run.h"

#include <QTest>

namespace tf::test {

endpoint::LocalModel localModel(const std::filesystem::path& folder)
{
    auto options = tinyOptions(folder);
    options.group.limits.positions = 4096;
    options.group.limits.pages = 2048;
    options.group.limits.rows = 256;
    endpoint::LocalModel model;
    model.name = "tiny";
    model.engine = MUST(engine::Engine::load(options));
    model.tokenizer = std::make_shared<const text::Tokenizer>(
        MUST(text::Tokenizer::load(folder / "tokenizer.json", text::CacheFile::None)));
    return model;
}

LocalAsked::LocalAsked(endpoint::LocalEndpoint& endpoint, wire::ChatRequest chat)
    : m_sink(std::make_shared<Mailbox<endpoint::Event>>(nullptr))
    , m_ticket(endpoint.start(endpoint::Request{std::move(chat)}, m_sink))
{
}

Gathered& LocalAsked::gathered()
{
    for (auto& event : m_sink->drain())
        m_gathered.events.push_back(std::move(event));
    return m_gathered;
}

bool LocalAsked::waitFor(const std::function<bool(const Gathered&)>& isThere)
{
    return QTest::qWaitFor([&] { return isThere(gathered()); }, 30'000);
}

Gathered LocalAsked::all()
{
    waitFor([](const Gathered& gathered) { return gathered.hasEnded(); });
    return std::move(gathered());
}

Gathered ask(endpoint::LocalEndpoint& endpoint, wire::ChatRequest chat)
{
    return LocalAsked(endpoint, std::move(chat)).all();
}

wire::ChatRequest question(const std::string& text, std::int64_t maxTokens)
{
    wire::ChatRequest chat;
    chat.messages.push_back(said(wire::Role::User, text));
    chat.sampling.temperature = 0;
    chat.sampling.seed = 1;
    chat.sampling.maxTokens = maxTokens;
    return chat;
}

wire::Message said(wire::Role role, const std::string& text)
{
    wire::Message message;
    message.role = role;
    message.parts.emplace_back(wire::TextPart{text});
    return message;
}

} // namespace tf::test
