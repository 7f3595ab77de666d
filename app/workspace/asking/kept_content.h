#pragma once

// A content of the store, waited for by a job of a pool.
//
// Thread: any but the main one. Blocks: until the store's reading thread has it.

#include "app/session/store.h"

namespace tf::workspace {

Result<std::string> keptContent(session::Store& store, const std::string& id);

} // namespace tf::workspace
