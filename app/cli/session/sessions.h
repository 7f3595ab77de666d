#pragma once

// `m3 sessions`: lists, shows and searches what is kept, and moves it to the trash and back.

#include "app/cli/verb.h"

namespace tf::cli {

[[nodiscard]] Verb sessionsVerb();

} // namespace tf::cli
