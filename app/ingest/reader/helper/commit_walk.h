#pragma once

// A commit listed without a work tree, for a bare repository: contents come from its objects.

#include "app/ingest/reader/helper/tree_walk.h"

namespace tf::ingest {

/// Entries by the bytes of their paths. BadInput when there are more than are listed.
Result<Walked> walkCommit(const CommitFiles& files, ObjectStore& store, Rules& rules, Told& told);

} // namespace tf::ingest
