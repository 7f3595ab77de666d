#pragma once

// The places that an answer names and what came of checking them, for people or as one JSON event.

#include "app/cli/answer/answer_printer.h"
#include "app/draft/checked_citation.h"

namespace tf::cli {

/// Lines for standard error.
[[nodiscard]] std::string citationsText(const std::vector<draft::CheckedCitation>& citations);
/// {"event":"citations","items":[…]} and a newline.
[[nodiscard]] std::string citationsJson(const std::vector<draft::CheckedCitation>& citations);

/// Gathers the answer while it comes, and tells what it cites once it has ended: nothing
/// without an answer, or where nothing was sent that can be cited.
class CitationWatch {
public:
    explicit CitationWatch(const draft::Draft& draft)
        : m_sent(draft::sentWith(draft))
    {
    }

    void take(const endpoint::Event& event);
    void tell(AnswerPrinter::Form form) const;

private:
    ingest::Sent m_sent;
    std::string m_answer;
};

} // namespace tf::cli
