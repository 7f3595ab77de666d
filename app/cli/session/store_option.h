#pragma once

// Which store a verb works on: --store DIR, or the user's own.

#include "app/cli/options.h"
#include "app/session/store/journal.h"
#include "app/session/store/reader.h"

#include <optional>

namespace tf::cli {

/// Takes --store from the options.
[[nodiscard]] session::StorePlace storePlaceOf(Options& options);

/// Nothing when nothing was ever kept there.
Result<std::optional<session::Reader>> readerOf(const session::StorePlace& place);

/// The writer; what happened on the way is told on standard error.
Result<std::unique_ptr<session::Journal>> journalOf(const session::StorePlace& place);

inline constexpr std::string_view kStoreHelp =
    "  --store DIR        another store than $XDG_DATA_HOME/trifold/sessions\n";

} // namespace tf::cli
