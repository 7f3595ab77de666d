#pragma once

// Where the parts of a store lie in its folder, and how files there change places.
//
// Thread: any.

#include "kernels/base/result.h"

#include <filesystem>
#include <vector>

namespace tf::session {

/// A file that lies beside the store since it was repaired or brought up to date.
struct SetAside {
    enum class Why : std::uint8_t { Damaged, Older };
    std::filesystem::path file;
    Why why = Why::Damaged;
    std::int64_t time = 0; ///< when, as its name says
    std::int64_t bytes = 0; ///< with the log that belongs to it
};

struct StoreFiles {
    std::filesystem::path folder;

    [[nodiscard]] std::filesystem::path database() const { return folder / "sessions.db"; }
    [[nodiscard]] std::filesystem::path log() const { return folder / "sessions.db-wal"; }
    [[nodiscard]] std::filesystem::path sharedMemory() const { return folder / "sessions.db-shm"; }
    [[nodiscard]] std::filesystem::path lock() const { return folder / "sessions.lock"; }
    [[nodiscard]] std::filesystem::path blobs() const { return folder / "blobs"; }
    /// A rescued store that is being made, and one that waits to take its place.
    [[nodiscard]] std::filesystem::path rescuing() const { return folder / "sessions.db.rescuing"; }
    [[nodiscard]] std::filesystem::path rescued() const { return folder / "sessions.db.rescued"; }
    /// "sessions.db.<why>-<time>", a name that nobody has yet.
    [[nodiscard]] std::filesystem::path beside(std::string_view why) const;
    /// What got such a name, the oldest first.
    [[nodiscard]] std::vector<SetAside> setAside() const;

    /// Why a log is no good here: the folder lies on a network file system, or on one whose files
    /// cannot be shared memory. Empty: nothing speaks against one.
    [[nodiscard]] std::string whyWithoutLog() const;

    /// Names in the folder are on the disk when this returns.
    Result<> keepNames() const;
};

/// $XDG_DATA_HOME/trifold/sessions.
[[nodiscard]] std::filesystem::path defaultStoreFolder();

/// Over what is there. A source that is not there is no mistake.
Result<> moveFile(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace tf::session
