#pragma once

// Plain warnings over the files of an answer: what is open to the world, unpinned or secret.
//
// Looked for line by line and block by block, with no tool and no network. What nothing is said of
// is not thereby right. Thread: any.

#include "app/works/answer_files.h"
#include "app/works/diagram_graph.h"

#include <cstdint>
#include <span>

namespace tf::works {

enum class Severity : std::uint8_t { Warning, Fault };

struct StaticWarning {
    Severity severity = Severity::Warning;
    std::string path;
    std::int64_t line = 0; ///< from 1; 0: of the whole file
    std::string rule; ///< "open-to-the-world"
    std::string text; ///< a sentence

    bool operator==(const StaticWarning&) const = default;
};

/// File by file in their order, line by line.
[[nodiscard]] std::vector<StaticWarning> staticWarnings(std::span<const AnswerFile> files);

/// People and what lies outside need none.
[[nodiscard]] bool needsResource(const GraphNode& node);

/// Ids of nodes that no file speaks of, neither in a comment "node: ID" nor by a name, and
/// that need one.
[[nodiscard]] std::vector<std::string> nodesWithoutResource(const DiagramGraph& graph,
                                                            std::span<const AnswerFile> files);

} // namespace tf::works
