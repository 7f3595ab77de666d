#pragma once

// A damaged store is set aside under another name, and what can be read of it becomes a new one.
//
// The new one is whole on the disk before the damaged one moves, so that an end in between is
// finished by the next start. Nothing is ever deleted. Thread: the store's.

#include "app/session/store/schema.h"
#include "app/session/store/store_files.h"

namespace tf::session {

struct Rescued {
    std::filesystem::path aside; ///< where the damaged file now lies; its log beside it
    std::string reason;
    std::int64_t events = 0;
    std::int64_t sessions = 0;
    std::int64_t turns = 0;
    std::int64_t missing = 0; ///< numbers up to the last that no event has and no purge took
};

/// Requires: nobody has the store open.
Result<Rescued> rescue(const StoreFiles& files, const Schema& schema, const std::string& vfs);

/// What a rescue that was cut off left to do; the name that the damaged file got, empty for none.
Result<std::filesystem::path> finishRescue(const StoreFiles& files);

} // namespace tf::session
