#pragma once

// An archive unpacked into the cache by trifold-unpack, a process that can do nothing else.
//
// Its answers are checked; what ends it, or breaks a limit, is this archive's error, and nothing
// of it is kept. Thread: any. Blocks: until it is unpacked.

#include "app/ingest/obtain/obtain.h"

namespace tf::ingest {

Result<Obtained> obtainArchive(const std::filesystem::path& file, const ObtainChoice& choice,
                               const CancelToken& cancel, const ObtainSink& progress);

} // namespace tf::ingest
