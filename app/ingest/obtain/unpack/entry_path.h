#pragma once

// The path of an archive's entry beneath its target: what would lead elsewhere is refused.

#include "kernels/base/result.h"

#include <string>
#include <string_view>

namespace tf::ingest {

/// Its parts joined by '/', without "." and empty ones; empty for the target itself. BadInput when
/// it is absolute, holds ".." or control characters, or is longer than files may be named.
Result<std::string> entryPath(std::string_view name);

} // namespace tf::ingest
