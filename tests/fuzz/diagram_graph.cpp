// Answers are read for a graph: ids are unique, edges say what they join, and all of it is text.

#include "app/works/diagram_graph.h"

#include <cstdlib>
#include <set>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    std::string text(reinterpret_cast<const char*>(data), size);
    for (const std::string& answer : {text, "```json\n" + text + "\n```\n"}) {
        const auto graph = tf::works::diagramGraph(answer);
        if (!graph)
            continue;
        std::set<std::string> ids;
        for (const auto& node : graph->nodes) {
            if (node.id.empty() || !ids.insert(node.id).second)
                std::abort();
        }
        for (const auto& edge : graph->edges) {
            const bool isJoined = ids.count(edge.from) != 0 && ids.count(edge.to) != 0;
            if (edge.from.empty() || edge.to.empty() || (!isJoined && graph->faults.empty()))
                std::abort();
        }
    }
    return 0;
}
