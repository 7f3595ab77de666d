#pragma once

// The program m3 with settings, sessions and a server of its own, which it is asked through.

#include "tests/app/cli/served_m3.h"
#include "tests/app/endpoint/replay_server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace tf::test {

/// The small models and the secret that questions about sources are asked with.
inline const QString kSmallTokenizer =
    QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/small.json");
inline const QString kTalkModel = QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/golden/model/talk");
/// Drawn by chance; in two pieces, so that it is none here.
inline const QByteArray kFoundSecret = QByteArray("AKIA") + "Q3EGUZ5K7V2WLXNB";

/// The words of a part of a message.
[[nodiscard]] QString wordsOf(const QJsonArray& parts, qsizetype idx);
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
