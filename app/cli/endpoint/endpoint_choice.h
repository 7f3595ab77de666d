#pragma once

// The endpoint that a verb means: one that is kept, by its name, or an address.

#include "app/cli/endpoint/key_source.h"
#include "app/endpoint/profile/opened_profile.h"
#include "app/endpoint/profile/profile_file.h"

namespace tf::cli {

/// Takes --file: another file of endpoints than the user's own.
QString profilesPathOf(Options& options);

/// What is wrong with the file is told on standard error.
endpoint::ProfileList loadProfilesLoudly(const QString& path);

/// NotFound names the endpoints that there are; BadInput when it is no address either.
Result<endpoint::StoredProfile> chosenProfile(const endpoint::ProfileList& list,
                                              const std::string& nameOrUrl);

/// True when that is an address.
[[nodiscard]] bool isAddress(std::string_view nameOrUrl);

inline constexpr std::string_view kProfilesHelp =
    "  --file FILE        another file than $XDG_CONFIG_HOME/trifold/endpoints.json\n";

} // namespace tf::cli
