#include "ui/transcript/map/node_accessible.h"

#include "ui/transcript/map/node_words.h"
#include "ui/transcript/map/turn_map.h"

#include <QWindow>

namespace tf::ui {

NodeAccessible::NodeAccessible(TurnMap& map, session::TurnId turn)
    : m_map(map)
    , m_turn(turn)
{
}

std::optional<std::size_t> NodeAccessible::node() const
{
    return m_map.plan().find(m_turn);
}

bool NodeAccessible::isValid() const
{
    return node().has_value();
}

QWindow* NodeAccessible::window() const
{
    return m_map.window()->windowHandle();
}

QAccessibleInterface* NodeAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_map);
}

QString NodeAccessible::text(QAccessible::Text which) const
{
    const auto idx = node();
    if (!idx)
        return {};
    const TreeNode& place = m_map.plan().nodes()[*idx];
    const session::Turn* turn = m_map.turn(place);
    if (turn == nullptr)
        return {};
    if (which == QAccessible::Name)
        return NodeWords::question(*turn);
    return which == QAccessible::Description ? NodeWords::facts(*turn, place) : QString();
}

QRect NodeAccessible::rect() const
{
    const auto idx = node();
    if (!idx)
        return {};
    return m_map.placeOf(m_map.plan().nodes()[*idx])
        .translated(m_map.viewport()->mapToGlobal(QPoint(0, 0)));
}

QAccessible::State NodeAccessible::state() const
{
    QAccessible::State state;
    const auto idx = node();
    state.invalid = !idx;
    state.focusable = true;
    state.selectable = true;
    if (!idx)
        return state;
    state.selected = m_map.plan().nodes()[*idx].isShown;
    state.focused = m_map.hasFocus() && m_map.cursor() == idx;
    const QRect window(m_map.viewport()->mapToGlobal(QPoint(0, 0)), m_map.viewport()->size());
    state.offscreen = !rect().intersects(window);
    return state;
}

void* NodeAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                : nullptr;
}

void NodeAccessible::doAction(const QString& name)
{
    const auto idx = node();
    if (idx && name == pressAction())
        m_map.press(*idx);
}

} // namespace tf::ui
