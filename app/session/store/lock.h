#pragma once

// The right to write a store, which one process has at a time, and how the last one left it.
//
// A file beside the store, locked while it is held. In it stands who holds it or, after a good end,
// the size and time of the store: when they differ at the next start, somebody else was there, or
// the end was not good, and the store is checked. Thread: one at a time.

#include "kernels/base/result.h"

#include <filesystem>

namespace tf::session {

class StoreLock {
public:
    /// Clean: the store is as its last writer left it. Killed: the writer did not come to its end.
    /// Touched: the file is not the one that was left.
    enum class Left : std::uint8_t { Clean, Killed, Touched };

    /// Busy, with the number of the process, when another one writes.
    static Result<StoreLock> take(const std::filesystem::path& lockFile,
                                  const std::filesystem::path& store);

    StoreLock(StoreLock&& other) noexcept;
    StoreLock& operator=(StoreLock&&) = delete;
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;
    ~StoreLock();

    [[nodiscard]] Left left() const { return m_left; }
    /// From now on an end without leave() counts as killed.
    Result<> enter() const;
    /// The store is closed and whole.
    Result<> leave() const;

private:
    StoreLock() = default;
    Result<> write(const std::string& text) const;

    std::filesystem::path m_store;
    int m_descriptor = -1;
    Left m_left = Left::Clean;
};

} // namespace tf::session
