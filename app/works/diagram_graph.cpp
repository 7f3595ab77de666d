#include "app/works/diagram_graph.h"

#include "app/works/fenced_block.h"
#include "app/works/line.h"
#include "app/workspace/said.h"
#include "engine/json/value.h"

#include <algorithm>
#include <set>

namespace tf::works {

namespace {

using workspace::Said;
using workspace::said;

constexpr std::size_t kMostNodes = 2000;
constexpr std::size_t kMostEdges = 10'000;
constexpr std::size_t kMostQuestions = 200;
constexpr std::size_t kMostFaults = 50;
constexpr std::size_t kMostWordBytes = 400;

using Names = std::initializer_list<std::string_view>;

const json::Value* member(const json::Value& object, Names names)
{
    for (const std::string_view name : names) {
        if (const json::Value* found = object.find(name); found != nullptr && !found->isNull())
            return found;
    }
    return nullptr;
}

/// A text or a number, in one line.
std::string wordsOf(const json::Value* value)
{
    if (value == nullptr
        || (value->kind != json::Kind::String && value->kind != json::Kind::Number))
        return {};
    std::string text(trimmed(value->text));
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.size() <= kMostWordBytes)
        return text;
    std::size_t end = kMostWordBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

bool isDoubtful(const json::Value& node)
{
    if (const auto* unsure = member(node, {"uncertain", "unsure"}))
        return unsure->kind == json::Kind::Bool && unsure->flag;
    const std::string sure = inSmallLetters(wordsOf(member(node, {"confidence", "certainty"})));
    return sure == "low" || sure.starts_with("0.0") || sure.starts_with("0.1")
        || sure.starts_with("0.2") || sure.starts_with("0.3") || sure.starts_with("0.4");
}

class ReadingGraph {
public:
    DiagramGraph read(const json::Value& top) &&
    {
        for (const json::Value& node : itemsOf(member(top, {"nodes", "components", "elements"})))
            addNode(node);
        for (const json::Value& edge :
             itemsOf(member(top, {"edges", "connections", "links", "relations"})))
            addEdge(edge);
        for (const json::Value& question :
             itemsOf(member(top, {"questions", "open_questions", "openQuestions"})))
            addQuestion(question);
        return std::move(m_graph);
    }

private:
    static const std::vector<json::Value>& itemsOf(const json::Value* list)
    {
        static const std::vector<json::Value> none;
        return list == nullptr ? none : list->items;
    }

    void addNode(const json::Value& value)
    {
        GraphNode node{.id = wordsOf(member(value, {"id", "key"}))};
        node.kind = wordsOf(member(value, {"kind", "type"}));
        node.name = wordsOf(member(value, {"name", "label", "title"}));
        node.zone = wordsOf(member(value, {"zone", "group", "subnet", "network", "parent"}));
        node.isSure = !isDoubtful(value);
        if (node.id.empty())
            node.id = node.name;
        if (node.id.empty())
            return fault(said(Said::tr("A node has neither an id nor a name.")));
        if (m_graph.nodes.size() >= kMostNodes)
            return fault(said(Said::tr("There are more nodes than are shown.")));
        if (!m_ids.insert(node.id).second)
            return fault(said(Said::tr("Two nodes have the id “%1”."), {node.id}));
        m_graph.nodes.push_back(std::move(node));
    }

    void addEdge(const json::Value& value)
    {
        GraphEdge edge{wordsOf(member(value, {"from", "source", "src"})),
                       wordsOf(member(value, {"to", "target", "dst", "destination"})),
                       wordsOf(member(value, {"protocol", "label", "kind", "type"}))};
        if (edge.from.empty() || edge.to.empty())
            return fault(said(Said::tr("An edge does not say what it joins.")));
        if (m_graph.edges.size() >= kMostEdges)
            return fault(said(Said::tr("There are more edges than are shown.")));
        for (const std::string& end : {edge.from, edge.to}) {
            if (m_ids.count(end) == 0)
                fault(said(Said::tr("An edge names “%1”, which is no node."), {end}));
        }
        m_graph.edges.push_back(std::move(edge));
    }

    void addQuestion(const json::Value& value)
    {
        std::string words =
            wordsOf(value.kind == json::Kind::Object ? member(value, {"question", "text", "name"})
                                                     : &value);
        if (!words.empty() && m_graph.questions.size() < kMostQuestions)
            m_graph.questions.push_back(std::move(words));
    }

    void fault(std::string sentence)
    {
        if (m_graph.faults.size() < kMostFaults)
            m_graph.faults.push_back(std::move(sentence));
    }

    DiagramGraph m_graph;
    std::set<std::string> m_ids;
};

bool isGraph(const json::Value& value)
{
    const auto* nodes = member(value, {"nodes", "components", "elements"});
    return value.kind == json::Kind::Object && nodes != nullptr && nodes->kind == json::Kind::Array;
}

std::optional<DiagramGraph> graphIn(const FencedBlock& block)
{
    const std::string language = block.language();
    if (!language.empty() && !language.starts_with("json") && language != "graph")
        return std::nullopt;
    const auto value = json::parse(block.text);
    if (!value) {
        // Another JSON may be broken as it likes.
        if (!speaksOf(block.text, "\"nodes\"") || !block.isClosed)
            return std::nullopt;
        DiagramGraph broken;
        broken.faults.push_back(
            said(Said::tr("The graph cannot be read: %1"), {value.error().text}));
        return broken;
    }
    if (const auto* inner = value->find("graph"); inner != nullptr && isGraph(*inner))
        return ReadingGraph().read(*inner);
    return isGraph(*value) ? std::optional(ReadingGraph().read(*value)) : std::nullopt;
}

} // namespace

std::optional<DiagramGraph> diagramGraph(std::string_view answer)
{
    const auto blocks = fencedBlocks(answer);
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        if (auto graph = graphIn(*block))
            return graph;
    }
    return std::nullopt;
}

} // namespace tf::works
