#pragma once

// Where each turn of a session stands in a drawing of its tree: a row per turn of a branch, a
// column per branch.
//
// The branch that is shown stands in the first column; another begins beside the turn it forks
// from, right of whatever stands beneath that. Removed turns are left out unless something that is
// shown follows them. Time and memory: linear in turns. Thread: any.

#include "app/session/session.h"

#include <optional>
#include <span>
#include <unordered_map>

namespace tf::ui {

enum class NodeMark : std::uint8_t { Finished, Streaming, Interrupted, Failed, Removed };

[[nodiscard]] NodeMark markOf(const session::Turn& turn);

struct TreeNode {
    session::TurnId turn = session::kNoTurn;
    int row = 0;
    int column = 0;
    std::optional<std::size_t> parent = {}; ///< none: it stands at the beginning
    NodeMark mark = NodeMark::Finished;
    bool isShown = false;

    bool operator==(const TreeNode&) const = default;
};

class TreePlan {
public:
    TreePlan() = default;
    /// `branch`: the turns that are shown, root first.
    TreePlan(const session::Session& session, std::span<const session::TurnId> branch);

    /// Parents stand before their children.
    [[nodiscard]] const std::vector<TreeNode>& nodes() const { return m_nodes; }
    [[nodiscard]] int numRows() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int numColumns() const { return m_numColumns; }
    /// Turns that nothing follows.
    [[nodiscard]] int numBranches() const { return m_numBranches; }

    [[nodiscard]] std::optional<std::size_t> find(session::TurnId turn) const;
    /// Of that row: by column.
    [[nodiscard]] std::span<const std::size_t> row(int row) const;
    [[nodiscard]] std::optional<std::size_t> at(int row, int column) const;
    /// The one that is shown, else the one that goes straight on.
    [[nodiscard]] std::optional<std::size_t> childOf(std::size_t node) const;

    bool operator==(const TreePlan&) const = default;

private:
    std::vector<TreeNode> m_nodes;
    std::vector<std::vector<std::size_t>> m_rows;
    std::unordered_map<session::TurnId, std::size_t> m_places;
    int m_numColumns = 0;
    int m_numBranches = 0;
};

} // namespace tf::ui
