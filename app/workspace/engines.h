#pragma once

// Every engine that this user can ask: the model on this machine, and the endpoints they keep.
//
// Opens one when a question needs it: reads the key, loads the model, and says how far that is.
// Thread: main. Blocks: never, but for reading the small file of endpoints at the start.

#include "app/endpoint/openai.h"
#include "app/endpoint/profile/profile_file.h"
#include "app/secrets/secret_store.h"
#include "app/workspace/conversation.h"
#include "app/workspace/engine_choice.h"
#include "app/workspace/local_model.h"
#include "app/workspace/speeds.h"

#include <QSslCertificate>

namespace tf::workspace {

/// What a test of an endpoint found, step by step.
struct EndpointTest {
    enum class Step : std::uint8_t { Resolving, Connecting, Encrypting, Asking, Done };
    Step step = Step::Resolving;
    QList<QSslCertificate> chain; ///< the server's own first; empty without TLS
    std::string cipher;
    std::vector<wire::ListedModel> models;
    endpoint::Capabilities found;
    std::optional<Error> error; ///< where it stopped
    std::chrono::milliseconds took{};
};

class Engines : public QObject {
    Q_OBJECT

public:
    /// The user's file, or another. `secrets` and `reach` outlive it.
    Engines(QString profilesPath, secrets::SecretStore& secrets, const endpoint::Reach& reach,
            QObject* parent = nullptr);
    ~Engines() override;

    [[nodiscard]] const std::vector<EngineChoice>& choices() const;
    /// nullptr: there is none of that name.
    [[nodiscard]] const EngineChoice* find(std::string_view name) const;
    [[nodiscard]] const endpoint::ProfileList& profiles() const;
    [[nodiscard]] LocalModel& localModel();
    [[nodiscard]] Speeds& speeds();

    /// For Conversation. Thread: main.
    [[nodiscard]] OpenEndpoint opener();

    /// Adds it, or replaces the one of that name. The key, if one is given, goes into the store of
    /// keys under the profile's keyName. The answer comes when both are kept.
    void keep(endpoint::StoredProfile profile, std::optional<secrets::Secret> key,
              std::function<void(Result<>)> answer);
    void forget(const std::string& name, std::function<void(Result<>)> answer);

    /// `told` is called for each step and a last time with Done or an error.
    using TestTold = std::function<void(const EndpointTest&)>;
    /// Returns what stops it.
    std::function<void()> test(const endpoint::StoredProfile& profile,
                               std::optional<secrets::Secret> key, TestTold told);

Q_SIGNALS:
    void changed();

private:
    class Opened;
    std::unique_ptr<Opened> m_opened;
};

} // namespace tf::workspace
