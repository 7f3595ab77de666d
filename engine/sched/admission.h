#pragma once

// Whether a request can ever run: refused at once with the numbers, or certain to end.
//
// Thread: any.

#include "engine/sched/sequence.h"
#include "kernels/base/result.h"

namespace tf::engine {

struct AdmissionLimits {
    std::int64_t maxPositions = 0; ///< of the model
    std::int64_t vocab = 0; ///< of the model
    std::int64_t numPages = 0; ///< of the cache
    std::int64_t block = 0; ///< positions of a page
};

/// Nothing, or BadInput for a request that is wrong, OutOfMemory for one that this cache cannot
/// hold even alone.
Result<> checkRequest(const SequenceRequest& request, const AdmissionLimits& limits);

} // namespace tf::engine
