#include "tests/app/workspace/talk.h"

#include <QTest>

namespace tf::test {

using session::Session;
using session::SessionId;
using workspace::Conversation;
using workspace::Trouble;

Talk::Talk(session::StoreOptions options)
    : m_place(m_folder.place())
    , m_options(std::move(options))
{
    m_place.vfs = m_options.place.vfs;
    m_options.place = m_place;
    m_store = MUST(session::Store::open(m_options));
    m_id = MUST(awaited<SessionId>([&](auto to) { m_store->create({}, to); }));
    open();
}

Talk::~Talk() = default;

void Talk::open()
{
    auto session = MUST(awaited<Session>([&](auto to) { m_store->load(m_id, to); }));
    const auto opener = [this](const session::RequestSettings&, auto opened) {
        if (openError)
            opened(Error(openError->code, openError->text));
        else
            opened(std::shared_ptr<endpoint::Endpoint>(m_engine));
    };
    m_talk = std::make_unique<Conversation>(*m_store, std::move(session), opener);
    QObject::connect(
        m_talk.get(), &Conversation::troubled, m_talk.get(), [this](const Trouble& trouble) {
            const char* of = trouble.of == Trouble::Of::Asking ? "asking: " : "keeping: ";
            told << QString::fromStdString(of + trouble.error.text);
        });
    QObject::connect(m_talk.get(), &Conversation::turnEnded, m_talk.get(),
                     [this](session::TurnId id) { told << QStringLiteral("ended %1").arg(id); });
}

void Talk::restart()
{
    m_talk.reset();
    m_store.reset();
    m_store = MUST(session::Store::open(m_options));
    open();
}

session::RequestSettings Talk::settings(std::string endpoint)
{
    session::RequestSettings settings;
    settings.endpoint = std::move(endpoint);
    settings.model = "m";
    return settings;
}

bool Talk::waitForRequests(std::size_t count)
{
    return QTest::qWaitFor([&] { return m_engine->requests().size() >= count; });
}

void Talk::ask(const std::string& text, workspace::SecretsPolicy policy)
{
    const std::size_t before = m_engine->requests().size();
    m_talk->ask({text, settings(), {}, policy});
    CHECK(waitForRequests(before + 1), "the engine was not asked");
}

void Talk::exchange(const std::string& question, const std::string& answer)
{
    ask(question);
    m_engine->text(answer);
    m_engine->done();
    CHECK(QTest::qWaitFor([&] { return !m_talk->running(); }), "the answer did not end");
}

const session::Turn& Talk::turn(session::TurnId id)
{
    const session::Turn* turn = m_talk->turn(id);
    CHECK(turn != nullptr, "there is no such turn");
    return *turn;
}

std::string Talk::answer(session::TurnId id)
{
    return shownAnswer(turn(id));
}

Session Talk::kept()
{
    // The desk, too, which is kept a moment later; what streams goes with the next command.
    CHECK(QTest::qWaitFor([&] { return m_talk->isKept(); }), "something is not kept");
    (void)awaited<std::string>([&](auto to) { m_store->putBlob({}, to); });
    return MUST(awaited<Session>([&](auto to) { m_store->load(m_id, to); }));
}

std::string shownAnswer(const session::Turn& turn)
{
    std::string text;
    for (const session::Part& part : turn.parts) {
        const bool isThought = part.kind == session::PartKind::Reasoning;
        const bool isCall = part.kind == session::PartKind::ToolCall;
        text += isThought ? "think{" + part.text + "}"
            : isCall      ? part.name + "(" + part.text + ")"
                          : part.text;
    }
    return text;
}

} // namespace tf::test
