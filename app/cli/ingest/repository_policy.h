#pragma once

// What the user has decided about a source of files: whether it may go to a server.
//
// Read from the settings and written there; the source itself is not asked. Blocks: on the disk.

#include "app/settings/repository_rule.h"

namespace tf::cli {

/// Denied, with the rule, when the source may not go to that host; also while the settings, which
/// may hold a rule, cannot be read.
Result<> mayGoTo(const std::string& host, const std::string& source, settings::Agreed agreed);

/// What holds for the source, in lines. `policy` "show" changes nothing; "any", "ask", "never" and
/// hosts with commas between them are kept.
Result<std::string> showOrSetPolicy(const std::string& source, const std::string& policy);

} // namespace tf::cli
