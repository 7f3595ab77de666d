#pragma once

// A conversation whose questions were sent with files, kept in a store of its own.

#include "app/workspace/conversation.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"

#include <map>

namespace tf::test {

class AnsweredTalk {
public:
    AnsweredTalk();

    /// A turn with these files of the folder, as they are at this moment, and this answer.
    session::TurnId add(const std::map<std::string, std::string>& files, const std::string& answer);
    /// The conversation as it is kept by now.
    [[nodiscard]] std::shared_ptr<workspace::Conversation> open();

    [[nodiscard]] session::Store& store() { return *m_store; }
    /// The files that were sent lie here.
    void write(const std::string& path, const std::string& content) const;
    void remove(const std::string& path) const;
    [[nodiscard]] std::string folder() const { return m_files.path().toStdString(); }

private:
    std::string keep(std::string content);

    StoreFolder m_folder;
    QTemporaryDir m_files;
    std::unique_ptr<session::Store> m_store;
    session::SessionId m_id;
    session::TurnId m_last = session::kNoTurn;
};

} // namespace tf::test
