#pragma once

// What of a source a user chose, in words that a session keeps, and back.
//
// A file that the choice leaves out is not gone, and one that it lets in is not new: the next
// question about the source needs the choice of the first. Words of a newer program are passed
// over. Thread: any.

#include "app/ingest/rules/rules.h"

namespace tf::draft {

struct SourceChoice {
    ingest::RuleChoice rules;
    std::string ref; ///< of a bundle or an address

    bool operator==(const SourceChoice&) const = default;
};

/// "rule -*.csv", "take vendored", "max-size 4096", "ref v1"; nothing of what is the default.
[[nodiscard]] std::vector<std::string> keptChoice(const SourceChoice& choice);
[[nodiscard]] SourceChoice choiceFrom(const std::vector<std::string>& kept);

} // namespace tf::draft
