#pragma once

// The program m3 with settings, sessions and a server of its own, which it is asked through.

#include "tests/app/cli/served_m3.h"
#include "tests/app/endpoint/replay_server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace tf::test {

[[nodiscard]] QJsonObject objectOf(const QByteArray& json);
/// Empty when it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString& path);

class AskedM3 {
public:
    /// Keeps an endpoint "my-box", which is the server.
    AskedM3();

    M3Run run(const QStringList& arguments, const QByteArray& input = {});
    /// As run(), which somebody else waits for.
    [[nodiscard]] std::unique_ptr<ServedM3> start(const QStringList& arguments,
                                                  const QByteArray& input = {});
    /// m3 ask --endpoint my-box …
    M3Run ask(const QStringList& more);
    /// m3 endpoints add …, of the server's kind and model.
    void addEndpoint(const QStringList& arguments);

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// The parts of the first request's last message.
    [[nodiscard]] QJsonArray sentParts() const;
    /// All sessions as JSON.
    [[nodiscard]] QByteArray exported();
    /// The one that was changed last; empty when there is none.
    [[nodiscard]] QJsonObject keptSession();

    Answer answer = goodAnswer();
    std::unique_ptr<ReplayServer> server;

private:
    QTemporaryDir m_folder;
};

} // namespace tf::test
