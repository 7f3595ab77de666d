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
    /// Of its own and gone with it, or where the program looks without being told.
    enum class Where : std::uint8_t { Nowhere, OfTheUser };
    explicit PreparedWorkspace(Where where = Where::Nowhere);

    /// A session of these questions and answers; it is the one that opens. Blocks.
    session::SessionId addSession(const std::vector<std::pair<std::string, std::string>>& turns);
    /// Named "replay"; `kind` is one of endpoint::serverKinds().
    void setEndpoint(const QUrl& url, const QString& kind);

    [[nodiscard]] QString settingsPath() const;
    [[nodiscard]] QString profilesPath() const;
    [[nodiscard]] std::filesystem::path storeFolder() const;

private:
    Where m_where;
    QTemporaryDir m_folder;
};

/// Prose and code, so many lines of it.
[[nodiscard]] std::string linesOfAnswer(int numLines);

} // namespace tf::test
