#pragma once

// Events read from the raw pages of a damaged store, without SQLite.
//
// Every page of the file and of its log that looks like a leaf is taken apart; a row counts when
// its sum fits, so that nothing false is brought back, whatever the tree above it looks like. Rows
// are only ever added and thus the same wherever they are found. Thread: any.

#include "app/session/store/event_rows.h"

#include <filesystem>

namespace tf::session {

using RowSink = std::function<Result<>(const EventRow&)>;

/// Rows in no order, some more than once. A log that is not there is none.
Result<> salvage(const std::filesystem::path& store, const RowSink& sink);

/// Corrupt when the log beside the store tells of the same events something else: SQLite would
/// believe it. Touches nothing.
Result<> checkLog(const std::filesystem::path& store);

} // namespace tf::session
