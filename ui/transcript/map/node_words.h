#pragma once

// A turn of the tree in words, for a tool tip and for a screen reader.
//
// Thread: main.

#include "ui/transcript/map/tree_plan.h"

#include <QCoreApplication>

namespace tf::ui {

struct NodeWords {
    Q_DECLARE_TR_FUNCTIONS(NodeWords)

public:
    /// The first words of its question.
    [[nodiscard]] static QString question(const session::Turn& turn);
    /// Who was asked, how it thought, how it ended.
    [[nodiscard]] static QString facts(const session::Turn& turn, const TreeNode& node);
    /// How it ended; empty: it finished.
    [[nodiscard]] static QString ending(const session::Turn& turn);
    /// Both as a tool tip: plain, whatever the question holds.
    [[nodiscard]] static QString toolTip(const session::Turn& turn, const TreeNode& node);
};

} // namespace tf::ui
