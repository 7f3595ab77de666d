#pragma once

// Everything that one process of Trifold works with: sessions, engines, keys, jobs.
//
// Made once by main() and handed down by reference; owns what the rooms of app offer and joins
// them. Thread: main. Blocks: while it is opened and closed, on the disk.

#include "app/secrets/secret_store.h"
#include "app/settings/settings.h"
#include "app/workspace/conversation.h"
#include "app/workspace/engines.h"
#include "app/workspace/jobs.h"
#include "app/workspace/shelf.h"
#include "app/workspace/store_watch.h"
#include "app/workspace/tray_shelf.h"

namespace tf::workspace {

struct Places {
    session::StorePlace store;
    QString profiles; ///< endpoints.json
    std::filesystem::path model; ///< of the local engine; empty: none is configured
    secrets::StoreKind keys = secrets::StoreKind::Keyring;
};

/// Where this user's things lie; the model where TRIFOLD_MODEL says.
[[nodiscard]] Places defaultPlaces();

class Workspace : public QObject {
    Q_OBJECT

public:
    /// A store that cannot be written, or is held by another process, is opened to read; `notices`
    /// say so. Fails only when it cannot be read either.
    static Result<std::unique_ptr<Workspace>> open(const Places& places);
    /// Requires: no conversation of it is held any more.
    ~Workspace() override;

    [[nodiscard]] Shelf& shelf();
    [[nodiscard]] Engines& engines();
    [[nodiscard]] Jobs& jobs();
    [[nodiscard]] TrayShelf& trays();
    [[nodiscard]] session::Store& store();
    [[nodiscard]] StoreWatch& storeWatch();
    [[nodiscard]] secrets::SecretStore& keys();
    /// How far data may go.
    [[nodiscard]] endpoint::Reach& reach();
    [[nodiscard]] bool mayWrite() const;
    /// What opening found: a rescued store, a newer one, one that is read only. In English.
    [[nodiscard]] const std::vector<std::string>& notices() const;

    /// One value for all windows that show it, which hold it; NotFound when another process
    /// deleted it.
    void conversation(const session::SessionId& id,
                      std::function<void(Result<std::shared_ptr<Conversation>>)> opened);

private:
    class Rooms;
    explicit Workspace(std::unique_ptr<Rooms> rooms);
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace tf::workspace
