#pragma once

// The options by which an endpoint is described on the command line.

#include "app/cli/options.h"
#include "app/endpoint/profile/stored_profile.h"

namespace tf::cli {

/// Takes --kind, --key-name, --header and the others of the help; what makes no sense is blamed.
/// The kind is told from a vendor's address when nobody says it.
endpoint::StoredProfile readProfileFlags(Options& options);

/// The same over an endpoint that is kept: what no option names stays.
endpoint::StoredProfile changedByFlags(endpoint::StoredProfile profile, Options& options);

/// Lines for a usage.
[[nodiscard]] std::string_view profileFlagsHelp();

} // namespace tf::cli
