#include "ui/transcript/map/tree_plan.h"

#include <algorithm>

namespace tf::ui {

namespace {

using session::Turn;
using session::TurnId;

/// For each turn of the session, in its order: it is shown, or something after it is.
std::vector<bool> drawn(const session::Session& session)
{
    std::unordered_map<TurnId, std::size_t> places;
    for (std::size_t idx = 0; idx < session.turns.size(); ++idx)
        places[session.turns[idx].id] = idx;
    std::vector<bool> isDrawn(session.turns.size());
    for (std::size_t idx = session.turns.size(); idx-- > 0;) {
        const Turn& turn = session.turns[idx];
        if (!turn.removed)
            isDrawn[idx] = true;
        const auto parent = places.find(turn.question.parent);
        if (isDrawn[idx] && parent != places.end())
            isDrawn[parent->second] = true;
    }
    return isDrawn;
}

/// Gives the nodes their columns, one branch after the other.
class Columns {
public:
    Columns(std::vector<TreeNode>& nodes, int numRows)
        : m_nodes(nodes)
        , m_children(nodes.size())
        , m_newest(nodes.size())
        , m_used(static_cast<std::size_t>(numRows), -1)
    {
        for (std::size_t idx = m_nodes.size(); idx-- > 0;) {
            m_newest[idx] = std::max(m_newest[idx], idx);
            if (!m_nodes[idx].parent)
                continue;
            const std::size_t parent = *m_nodes[idx].parent;
            m_newest[parent] = std::max(m_newest[parent], m_newest[idx]);
        }
        for (std::size_t idx = 0; idx < m_nodes.size(); ++idx)
            (m_nodes[idx].parent ? m_children[*m_nodes[idx].parent] : m_roots).push_back(idx);
    }

    void place()
    {
        if (m_roots.empty())
            return;
        waitBeside(m_roots, straight(m_roots));
        m_waiting.push_back(straight(m_roots));
        while (!m_waiting.empty()) {
            const std::size_t first = m_waiting.back();
            m_waiting.pop_back();
            placeBranch(first);
        }
    }

private:
    /// The one that goes straight on: what is shown, else the way to the newest turn.
    [[nodiscard]] std::size_t straight(const std::vector<std::size_t>& siblings) const
    {
        return *std::max_element(siblings.begin(), siblings.end(),
                                 [this](std::size_t left, std::size_t right) {
                                     if (m_nodes[left].isShown != m_nodes[right].isShown)
                                         return m_nodes[right].isShown;
                                     return m_newest[left] < m_newest[right];
                                 });
    }

    /// Those beside the straight one wait, the oldest to come first.
    void waitBeside(const std::vector<std::size_t>& siblings, std::size_t straightOn)
    {
        for (auto other = siblings.rbegin(); other != siblings.rend(); ++other) {
            if (*other != straightOn)
                m_waiting.push_back(*other);
        }
    }

    /// Down to its leaf. Forks on the way wait, the lowest to come first: so no line crosses
    /// another.
    void placeBranch(std::size_t first)
    {
        std::vector<std::size_t> branch{first};
        while (!m_children[branch.back()].empty())
            branch.push_back(straight(m_children[branch.back()]));
        int column = 0;
        for (const std::size_t idx : branch)
            column = std::max(column, usedAt(idx) + 1);
        for (const std::size_t idx : branch) {
            m_nodes[idx].column = column;
            usedAt(idx) = column;
        }
        for (std::size_t idx = 0; idx + 1 < branch.size(); ++idx)
            waitBeside(m_children[branch[idx]], branch[idx + 1]);
    }

    int& usedAt(std::size_t idx) { return m_used[static_cast<std::size_t>(m_nodes[idx].row)]; }

    std::vector<TreeNode>& m_nodes;
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<std::size_t> m_roots;
    std::vector<std::size_t> m_newest; ///< beneath each, itself counted in
    std::vector<int> m_used; ///< by row: the last column that is taken
    std::vector<std::size_t> m_waiting;
};

} // namespace

NodeMark markOf(const Turn& turn)
{
    if (turn.removed)
        return NodeMark::Removed;
    switch (turn.ending.state) {
    case session::TurnState::Streaming:
        return NodeMark::Streaming;
    case session::TurnState::Finished:
        return NodeMark::Finished;
    case session::TurnState::Interrupted:
        return NodeMark::Interrupted;
    case session::TurnState::Failed:
        return NodeMark::Failed;
    }
    return NodeMark::Finished;
}

TreePlan::TreePlan(const session::Session& session, std::span<const TurnId> branch)
{
    const std::vector<bool> isDrawn = drawn(session);
    for (std::size_t idx = 0; idx < session.turns.size(); ++idx) {
        const Turn& turn = session.turns[idx];
        if (!isDrawn[idx])
            continue;
        TreeNode node{.turn = turn.id, .parent = find(turn.question.parent), .mark = markOf(turn)};
        node.row = node.parent ? m_nodes[*node.parent].row + 1 : 0;
        m_places[turn.id] = m_nodes.size();
        m_nodes.push_back(node);
    }
    for (auto shown = branch.empty() ? std::nullopt : find(branch.back()); shown;
         shown = m_nodes[*shown].parent)
        m_nodes[*shown].isShown = true;

    int numRows = 0;
    std::vector<bool> isFollowed(m_nodes.size());
    for (const TreeNode& node : m_nodes) {
        numRows = std::max(numRows, node.row + 1);
        if (node.parent)
            isFollowed[*node.parent] = true;
    }
    m_numBranches = static_cast<int>(std::count(isFollowed.begin(), isFollowed.end(), false));
    Columns(m_nodes, numRows).place();

    m_rows.resize(static_cast<std::size_t>(numRows));
    for (std::size_t idx = 0; idx < m_nodes.size(); ++idx) {
        m_rows[static_cast<std::size_t>(m_nodes[idx].row)].push_back(idx);
        m_numColumns = std::max(m_numColumns, m_nodes[idx].column + 1);
    }
    for (auto& row : m_rows)
        std::sort(row.begin(), row.end(), [this](std::size_t left, std::size_t right) {
            return m_nodes[left].column < m_nodes[right].column;
        });
}

std::optional<std::size_t> TreePlan::find(TurnId turn) const
{
    const auto found = m_places.find(turn);
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

std::span<const std::size_t> TreePlan::row(int row) const
{
    if (row < 0 || row >= numRows())
        return {};
    return m_rows[static_cast<std::size_t>(row)];
}

std::optional<std::size_t> TreePlan::at(int row, int column) const
{
    for (const std::size_t idx : this->row(row)) {
        if (m_nodes[idx].column == column)
            return idx;
    }
    return std::nullopt;
}

std::optional<std::size_t> TreePlan::childOf(std::size_t node) const
{
    std::optional<std::size_t> child;
    for (const std::size_t idx : row(m_nodes[node].row + 1)) {
        if (m_nodes[idx].parent != node)
            continue;
        if (m_nodes[idx].isShown)
            return idx;
        if (!child)
            child = idx; // the straight one is the leftmost
    }
    return child;
}

} // namespace tf::ui
