#pragma once

// The places that an answer names, each checked against what was sent with the question.
//
// A moment is held against the frames that are seen; where a server gets the clip's file and takes
// frames of its own, against the clip's length alone. Thread: any.

#include "app/draft/draft.h"
#include "app/ingest/cite/citation.h"

namespace tf::draft {

struct CheckedCitation {
    std::string text; ///< as the answer has it
    ingest::Citation citation;
    ingest::Checked checked;

    [[nodiscard]] bool holds() const { return checked.state == ingest::CiteState::Sent; }
};

[[nodiscard]] ingest::Sent sentWith(const Draft& draft);

/// In the order of the answer.
[[nodiscard]] std::vector<CheckedCitation> checkCitations(std::string_view answer,
                                                          const ingest::Sent& sent);

/// Why it does not hold, or that it does: "no file of that name was sent".
[[nodiscard]] std::string_view sentence(ingest::CiteState state);

} // namespace tf::draft
