#pragma once

// A review of a recording as a report: what was done, what was seen, which code is suspect.
//
// Read off the headings of an answer's Markdown, in any order and spelling that models use.
// Thread: any.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::works {

struct ReportStep {
    std::string text; ///< without its number
    std::optional<double> seconds = {}; ///< the first moment that it cites

    bool operator==(const ReportStep&) const = default;
};

enum class Confidence : std::uint8_t { Unsaid, Low, Medium, High };

struct Suspect {
    std::string text; ///< as it was written: the place, how sure, why
    std::string path = {}; ///< empty: it names none
    std::int64_t line = 0; ///< 0: it names none
    Confidence confidence = Confidence::Unsaid;

    bool operator==(const Suspect&) const = default;
};

struct BugReport {
    std::string title = {};
    std::string environment = {};
    std::vector<ReportStep> steps = {};
    std::string expected = {};
    std::string actual = {};
    ReportStep firstBadFrame = {};
    std::vector<Suspect> suspects = {};
    std::vector<std::string> questions = {};
    std::string testIdea = {};

    bool operator==(const BugReport&) const = default;
};

/// Nothing: the answer is none. One has steps, and what went wrong or what is suspect.
[[nodiscard]] std::optional<BugReport> bugReport(std::string_view answer);

/// As an issue is written; what is empty is left out.
[[nodiscard]] std::string asMarkdown(const BugReport& report);

} // namespace tf::works
