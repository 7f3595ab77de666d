#pragma once

// A git bundle or address made into a bare repository in the cache, by git in its box.
//
// One commit deep where the server can do that. No working tree, so no filters; no hooks, no
// submodules. Thread: any. Blocks: until it is there.

#include "app/ingest/obtain/address.h"
#include "app/ingest/obtain/local_file.h"
#include "app/ingest/obtain/obtain.h"

namespace tf::ingest {

Result<Obtained> obtainBundle(const LocalFile& bundle, const ObtainChoice& choice,
                              const CancelToken& cancel, const ObtainSink& progress);

/// Denied when the choice keeps data on this machine and the address leads elsewhere.
Result<Obtained> obtainAddress(const Address& address, const ObtainChoice& choice,
                               const CancelToken& cancel, const ObtainSink& progress);

} // namespace tf::ingest
