#pragma once

// The lock of one place in the cache: whoever fills the place, or takes it away, holds it alone.
//
// A place may be taken away while somebody waits for its lock; what one gets is always the lock
// of the place that is there now. Held while the descriptor is open. Thread: any.

#include "kernels/base/cancel.h"
#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <filesystem>

namespace tf::ingest {

/// Makes the place where there is none. Blocks: while somebody else holds it.
Result<vision::Descriptor> lockPlace(const std::filesystem::path& place, const CancelToken& cancel);

/// At once: no descriptor when somebody else holds it, or there is no such place.
Result<vision::Descriptor> lockPlaceNow(const std::filesystem::path& place);

/// An empty place, locked by the caller, is gone.
Result<> removeLockedPlace(const std::filesystem::path& place);

} // namespace tf::ingest
