#pragma once

// One run of the external git in its box, watched: what it says, how much it writes, who cancels.
//
// Never without the box: where there is none, nothing runs. Thread: any. Blocks: until it is over
// and everything that it started has ended.

#include "app/ingest/obtain/choice.h"
#include "app/ingest/obtain/git_box.h"
#include "kernels/base/cancel.h"
#include "kernels/base/result.h"

#include <string>
#include <vector>

namespace tf::ingest {

struct GitEnd {
    bool isFine = false;
    std::string said; ///< the last of it
};

/// BadInput when it writes more than the choice allows; Unsupported without a box.
Result<GitEnd> runGit(const GitBox& box, const std::vector<std::string>& arguments,
                      const ObtainChoice& choice, const CancelToken& cancel,
                      const ObtainSink& progress);

} // namespace tf::ingest
