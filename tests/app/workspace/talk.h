#pragma once

// A conversation over a real store in a folder of its own, answered by a script.
//
// Thread: the test's.

#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/workspace/scripted_endpoint.h"

#include <QStringList>

namespace tf::test {

class Talk {
public:
    /// Of a new session without a title.
    explicit Talk(session::StoreOptions options = {});
    ~Talk();

    [[nodiscard]] session::Store& store() { return *m_store; }
    [[nodiscard]] workspace::Conversation& talk() { return *m_talk; }
    [[nodiscard]] const session::SessionId& id() const { return m_id; }
    [[nodiscard]] ScriptedEndpoint& engine() { return *m_engine; }
    [[nodiscard]] const session::StorePlace& place() const { return m_place; }

    /// Settings of an endpoint on some server, so that the gate is shut.
    [[nodiscard]] static session::RequestSettings settings(std::string endpoint = "away");

    /// Asked, and waited for until the engine has the request.
    void ask(const std::string& text, workspace::SecretsPolicy policy = {});
    /// Asked and answered.
    void exchange(const std::string& question, const std::string& answer);
    /// Waits until the engine has that many requests.
    [[nodiscard]] bool waitForRequests(std::size_t count);

    [[nodiscard]] const session::Turn& turn(session::TurnId id);
    /// Of all its parts: think{…} and text.
    [[nodiscard]] std::string answer(session::TurnId id);
    /// As the store has it.
    [[nodiscard]] session::Session kept();

    /// The conversation goes, as when the last window closes.
    void close() { m_talk.reset(); }
    /// The same, and the store too; then both again.
    void restart();

    /// Asked for by the conversation; set to let opening fail.
    std::optional<Error> openError;
    /// What the conversation told: "troubled asking …", "ended 1".
    QStringList told;

private:
    void open();

    StoreFolder m_folder;
    session::StorePlace m_place;
    session::StoreOptions m_options;
    std::shared_ptr<ScriptedEndpoint> m_engine = std::make_shared<ScriptedEndpoint>();
    std::unique_ptr<session::Store> m_store;
    session::SessionId m_id;
    std::unique_ptr<workspace::Conversation> m_talk;
};

[[nodiscard]] std::string shownAnswer(const session::Turn& turn);

} // namespace tf::test
