#pragma once

// A source that lies in a tray as it can be looked at: every path with its tokens, and what of it
// is sent.
//
// There with estimates as soon as it is listed, and again when counts are exact. Thread: any.

#include "app/draft/repository_part.h"

#include <memory>

namespace tf::workspace {

struct RepositoryLook {
    std::filesystem::path folder; ///< that was listed
    std::shared_ptr<const draft::CountedListing> found;
    ingest::PackPlan plan; ///< what of it is sent, and what did not fit
    ingest::Quality quality = ingest::Quality::Estimated;
};

} // namespace tf::workspace
