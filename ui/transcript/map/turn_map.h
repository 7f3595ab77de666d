#pragma once

// The tree of a conversation's turns as a narrow map beside its scroll bar.
//
// A node for each turn, a column for each branch; the branch that is shown is the strong one, and
// how a turn ended is told by the node's shape. Hidden while there is one branch alone. Arrow keys
// walk, Return goes there. Thread: main.

#include "ui/theme/theme.h"
#include "ui/transcript/map/tree_plan.h"

#include <QAbstractScrollArea>

#include <functional>

namespace tf::ui {

/// Where a map reads what it draws; a conversation in the window. Valid until the next event.
struct TreeSource {
    std::function<const session::Session&()> session;
    /// The turns that are shown, root first.
    std::function<std::vector<session::TurnId>()> branch;
    /// nullptr: there is none of that number.
    std::function<const session::Turn*(session::TurnId)> turn;
};

class TurnMap : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TurnMap(const Theme& theme, QWidget* parent = nullptr);

    /// None: nothing is shown.
    void setSource(std::optional<TreeSource> source);
    /// The tree is another, or a turn ended otherwise.
    void showTree();
    /// The turn that is read now; the map scrolls to it.
    void setReading(session::TurnId turn);

    [[nodiscard]] const TreePlan& plan() const { return m_plan; }
    /// nullptr while there is no such node any more.
    [[nodiscard]] const session::Turn* turn(const TreeNode& node) const;
    [[nodiscard]] std::optional<std::size_t> cursor() const;
    /// In the viewport.
    [[nodiscard]] QRect placeOf(const TreeNode& node) const;
    [[nodiscard]] std::optional<std::size_t> nodeAt(QPoint place) const;
    /// As a click on it does.
    void press(std::size_t node);

Q_SIGNALS:
    /// To that turn, and to its branch if that is not shown.
    void turnAsked(tf::session::TurnId turn);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void measure();
    void setCursor(std::size_t node);
    void hover(std::optional<std::size_t> node);
    void reveal(const TreeNode& node);
    [[nodiscard]] std::optional<std::size_t> neighbour(int key) const;
    [[nodiscard]] std::optional<std::size_t> beside(const TreeNode& node, int columns) const;
    [[nodiscard]] Token surfaceOf(std::size_t node) const;
    [[nodiscard]] QPoint centreOf(const TreeNode& node) const;

    const Theme& m_theme;
    std::optional<TreeSource> m_source;
    TreePlan m_plan;
    session::TurnId m_reading = session::kNoTurn;
    session::TurnId m_cursor = session::kNoTurn; ///< where the keyboard is
    std::optional<std::size_t> m_hovered;
};

} // namespace tf::ui
