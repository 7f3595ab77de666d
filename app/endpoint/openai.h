#pragma once

// A server that speaks OpenAI's chat completions, of any known kind.
//
// The key is sent to the endpoint's own host and nowhere else; it stands in no error and no log.
// Requests to this machine, or beyond the reach that the user drew, obey one door (egress).
// Thread: main. Blocks: never.

#include "app/endpoint/egress.h"
#include "app/endpoint/endpoint.h"
#include "app/endpoint/server_kind.h"
#include "app/endpoint/waiting_line.h"
#include "app/wire/model_list.h"

#include <memory>
#include <string>
#include <vector>

namespace tf::endpoint {

struct Profile {
    std::string name; ///< for people
    const ServerKind* kind = nullptr;
    std::shared_ptr<const ServerKind>
        ownKind; ///< what `kind` points at, if it is no row of the table
    QUrl baseUrl; ///< "https://api.minimax.io/v1"
    std::string model; ///< for requests that name none
    std::string key; ///< empty: none is sent
    Connection connection;
};

using ModelsSink = std::function<void(Result<std::vector<wire::ListedModel>>)>;

class OpenAiEndpoint : public QObject, public Endpoint {
    Q_OBJECT

public:
    /// Requires: profile.kind; `reach` outlives it. Requests that run end with it, as cancelled.
    OpenAiEndpoint(Profile profile, const Reach& reach);
    ~OpenAiEndpoint() override;

    Ticket start(Request request, Sink sink) override;

    /// Asks for the server's models: whether it can be reached, and how long a context it takes.
    void probe(ModelsSink sink);

    [[nodiscard]] const Profile& profile() const { return m_profile; }
    [[nodiscard]] Destination destination() const { return destinationOf(m_profile.baseUrl); }

private:
    Profile m_profile;
    Egress m_egress;
    WaitingLine m_line;
    RequestId m_lastId = 0;
};

/// base + "/chat/completions", whether or not base ends in a slash.
[[nodiscard]] QUrl addressBelow(QUrl base, const QString& path);

/// The text without the key, if it holds it: servers like to repeat what they were given.
[[nodiscard]] std::string withoutKey(std::string text, const std::string& key);

} // namespace tf::endpoint
