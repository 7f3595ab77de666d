#pragma once

// A pack plan as lines for people or as one JSON object for programs.
//
// Names of files are printed without the bytes that a terminal would obey. Thread: any.

#include "app/ingest/pack/pack.h"

#include <string>

namespace tf::cli {

/// Excluded files in groups of one reason, or each.
enum class ShowExcluded : std::uint8_t { Groups, Each };

struct PlanView {
    const ingest::Listing& listing;
    const ingest::Counts& counts;
    const ingest::PackPlan& plan;
    ingest::Budget budget;
};

[[nodiscard]] std::string planText(const PlanView& view, ShowExcluded excluded);
/// One line, with its newline.
[[nodiscard]] std::string planJson(const PlanView& view);

} // namespace tf::cli
