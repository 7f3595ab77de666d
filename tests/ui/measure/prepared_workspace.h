#pragma once

// A user's folder as a measure wants it: sessions of a given size, one endpoint, settings.
//
// Thread: main.

#include "app/session/store.h"

#include <QTemporaryDir>
#include <QUrl>

#include <string>

namespace tf::test {

class PreparedWorkspace {
public:
    PreparedWorkspace();

    /// A session of these questions and answers; it is the one that opens. Blocks.
    session::SessionId addSession(const std::vector<std::pair<std::string, std::string>>& turns);
    /// Named "replay".
    void setEndpoint(const QUrl& url);

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString settingsPath() const;
    [[nodiscard]] QString profilesPath() const;
    [[nodiscard]] std::filesystem::path storeFolder() const;

private:
    QTemporaryDir m_folder;
};

/// Prose and code, so many lines of it.
[[nodiscard]] std::string linesOfAnswer(int numLines);

} // namespace tf::test
