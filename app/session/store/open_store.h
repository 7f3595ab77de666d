#pragma once

// A store is opened to write: looked at before it is touched, checked, rescued, brought up to date.
//
// Thread: the store's. Blocks: on the disk, longer when the last end was not good.

#include "app/session/store/lock.h"
#include "app/session/store/rescue.h"

#include <optional>

namespace tf::session {

struct StorePlace {
    std::filesystem::path folder = {};
    std::string vfs = {}; ///< SQLite's door to the disk; empty for its own
    const Schema* schema = nullptr; ///< nullptr: the current one
};

/// What happened on the way; the sentences for the user are made in ui.
struct OpenReport {
    std::optional<Rescued> rescued;
    std::filesystem::path backup; ///< made before the schema changed; empty when it did not
    std::int64_t interrupted = 0; ///< answers that nobody is writing any more
    /// Why the file system cannot do WAL, which is slower then and as safe; empty: it does.
    std::string withoutLog;
};

/// Whether the file's content must be looked through.
enum class Check : std::uint8_t { No, Pages, Everything };

/// Unsupported, with nothing touched, when a newer program wrote the store.
Result<> refuseNewer(const StoreFiles& files, const Schema& schema);

/// The connection that writes. Rescues a damaged store.
struct OpenedStore {
    Database database;
    OpenReport report;
};
Result<OpenedStore> openToWrite(const StorePlace& place, Check check);

} // namespace tf::session
