#pragma once

// What a model read off a picture of an architecture: nodes, edges and what it could not tell.
//
// Read from a JSON fence of the answer, in any of the spellings that models use. What makes no
// sense is left out and told as a fault. Thread: any.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::works {

struct GraphNode {
    std::string id;
    std::string kind = {}; ///< "database"
    std::string name = {};
    std::string zone = {};
    bool isSure = true; ///< false: the answer says that it may be read wrongly

    bool operator==(const GraphNode&) const = default;
};

struct GraphEdge {
    std::string from;
    std::string to;
    std::string protocol = {};

    bool operator==(const GraphEdge&) const = default;
};

struct DiagramGraph {
    std::vector<GraphNode> nodes = {};
    std::vector<GraphEdge> edges = {};
    std::vector<std::string> questions = {};
    std::vector<std::string> faults = {}; ///< sentences

    bool operator==(const DiagramGraph&) const = default;
};

/// The last one in the answer; nothing: it holds none.
[[nodiscard]] std::optional<DiagramGraph> diagramGraph(std::string_view answer);

} // namespace tf::works
