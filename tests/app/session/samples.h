#pragma once

// Sessions and events made at random, and a store in a folder that goes away with the test.

#include "app/session/event.h"
#include "app/session/store/journal.h"
#include "app/session/store/reader.h"
#include "tests/support/gen.h"

#include <QTemporaryDir>

namespace tf::test {

[[nodiscard]] session::Question makeQuestion(Gen& gen, session::TurnId parent);
[[nodiscard]] session::Session makeSession(Gen& gen);

/// Done to a session in an order that a user could have done it in.
[[nodiscard]] std::vector<session::Event> makeEvents(Gen& gen, const session::SessionId& id,
                                                     std::size_t count);

/// In memory where the machine can: nothing here asks what survives a power cut.
class StoreFolder {
public:
    StoreFolder();
    [[nodiscard]] session::StorePlace place() const;
    [[nodiscard]] session::StoreFiles files() const { return {place().folder}; }

    /// Aborts when it does not open.
    [[nodiscard]] std::unique_ptr<session::Journal> open() const;
    [[nodiscard]] session::Reader read() const;

    /// Every session of it, by id.
    [[nodiscard]] std::vector<session::Session> sessions() const;

private:
    QTemporaryDir m_folder;
};

/// A finished turn with this question and answer.
session::TurnId addTurn(session::Journal& journal, const session::SessionId& id,
                        const std::string& question, const std::string& answer,
                        session::TurnId parent = session::kNoTurn);

/// All bytes of a file.
[[nodiscard]] std::string contentOf(const std::filesystem::path& path);
void put(const std::filesystem::path& path, const std::string& content);

} // namespace tf::test
