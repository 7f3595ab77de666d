#pragma once

// What the answers of a branch made together: every file in its versions, the graph, the report.
//
// The last answer that has a file gives its newest version. Thread: any.

#include "app/session/session.h"
#include "app/works/answer_files.h"
#include "app/works/bug_report.h"
#include "app/works/diagram_graph.h"
#include "app/works/static_checks.h"

#include <span>

namespace tf::works {

struct FileVersion {
    session::TurnId turn = session::kNoTurn;
    AnswerFile file;
};

struct BranchFile {
    std::string path;
    std::vector<FileVersion> versions; ///< the newest last

    [[nodiscard]] const AnswerFile& newest() const { return versions.back().file; }
};

struct BranchWorks {
    std::vector<BranchFile> files = {};
    std::vector<RefusedFile> refused = {};
    std::optional<DiagramGraph> graph = {}; ///< of the last answer that has one
    std::optional<BugReport> report = {}; ///< the same
    std::vector<StaticWarning> warnings = {}; ///< over the newest versions
    std::vector<std::string> bareNodes = {}; ///< ids of those without a resource

    [[nodiscard]] std::vector<AnswerFile> newestFiles() const;
    [[nodiscard]] bool isEmpty() const
    {
        return files.empty() && refused.empty() && !graph && !report;
    }
};

/// An answer of a branch, in words.
struct BranchAnswer {
    session::TurnId turn = session::kNoTurn;
    std::string text;
};

[[nodiscard]] BranchWorks worksOf(std::span<const BranchAnswer> answers);

} // namespace tf::works
