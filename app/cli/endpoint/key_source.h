#pragma once

// Where the key of an endpoint comes from: a file, a variable of the environment, a store of keys.
//
// In that order; the first that is there counts. A variable is taken out of the environment once
// read, so that no program started later sees it.

#include "app/cli/options.h"
#include "app/endpoint/profile/stored_profile.h"

namespace tf::cli {

struct KeySource {
    std::optional<std::string> file; ///< --key-file
    std::string variable; ///< TRIFOLD_KEY_WORK of an endpoint "work"
    std::string keyName; ///< in the store of keys; empty: none is kept there
    std::vector<std::string> place; ///< as m3 keys is told which store
};

/// Takes --key-file, --key-store and --password-file.
KeySource keySourceOf(Options& options);

/// Names the variable and the key of that endpoint.
void setEndpoint(KeySource& source, const endpoint::StoredProfile& profile);

/// "TRIFOLD_KEY_WORK_2" of "work-2".
[[nodiscard]] std::string keyVariable(std::string_view endpointName);

/// Empty when nobody gave a key and the endpoint wants none. Requires: a QCoreApplication whose
/// events are not handled yet. Blocks: until the store answers.
Result<std::string> keyFrom(const KeySource& source);

inline constexpr std::string_view kKeyHelp =
    "  --key-file FILE    the key is the file's first line\n"
    "  --key-store S      keyring, file or memory, as of m3 keys; else as m3 keys place says\n"
    "  --password-file F  of the encrypted file of keys; else the terminal is asked\n"
    "\n"
    "Without it the key is in the variable TRIFOLD_KEY_NAME (the endpoint's name in capitals,\n"
    "what is no letter or digit as _; TRIFOLD_KEY for an address), or in the store under the\n"
    "name that the endpoint has for it.\n";

} // namespace tf::cli
