#pragma once

// What tools that are installed say of an answer's files: terraform, tofu, kubectl, docker compose.
//
// Each looks at a copy, in a box without network and without anything of the user's. Nothing is
// ever applied. What did not run is said to have not run, and why; it never counts as passed.
// Thread: any. Blocks: as long as the tools take.

#include "app/works/answer_files.h"
#include "app/works/tool_run.h"

#include <span>

namespace tf::works {

enum class CheckState : std::uint8_t { Passed, Failed, NotRun };

struct CheckResult {
    std::string name; ///< "terraform validate"
    CheckState state = CheckState::NotRun;
    std::string reason = {}; ///< why it did not run, in a sentence
    std::string path = {}; ///< the first place that failed, if it says one
    std::int64_t line = 0;
    std::string said = {}; ///< of the tool, as it said it
};

/// Where tools lie.
struct ToolPlaces {
    std::vector<std::filesystem::path> folders;
    std::filesystem::path box = "/usr/bin/bwrap";
};

/// Those of PATH, the absolute ones.
[[nodiscard]] ToolPlaces toolPlaces();

/// The names of the checks that such files are for, in their order.
[[nodiscard]] std::vector<std::string> checksFor(std::span<const AnswerFile> files);

/// Each of them. Cancelled, or Denied where no copy can be made.
Result<std::vector<CheckResult>> runChecks(std::span<const AnswerFile> files,
                                           const ToolPlaces& places, const CancelToken& cancel);

} // namespace tf::works
