#include "ui/transcript/map/turn_map_accessible.h"

#include "ui/transcript/map/node_accessible.h"
#include "ui/transcript/map/turn_map.h"

#include <QAccessibleWidget>

#include <map>

namespace tf::ui {

namespace {

class TurnMapAccessible : public QAccessibleWidget {
public:
    explicit TurnMapAccessible(TurnMap& map)
        : QAccessibleWidget(&map, QAccessible::Tree)
        , m_map(map)
    {
    }

    ~TurnMapAccessible() override
    {
        for (const auto& [turn, id] : m_items)
            QAccessible::deleteAccessibleInterface(id);
    }

    TurnMapAccessible(const TurnMapAccessible&) = delete;
    TurnMapAccessible& operator=(const TurnMapAccessible&) = delete;

    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_map.plan().nodes().size());
    }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const session::TurnId turn = m_map.plan().nodes()[static_cast<std::size_t>(index)].turn;
        const auto known = m_items.find(turn);
        if (known != m_items.end())
            return QAccessible::accessibleInterface(known->second);
        auto* made = new NodeAccessible(m_map, turn);
        m_items[turn] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (int idx = 0; idx < childCount(); ++idx) {
            if (child(idx) == wanted)
                return idx;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto node = m_map.nodeAt(m_map.viewport()->mapFromGlobal(QPoint(x, y)));
        return node ? child(static_cast<int>(*node)) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const auto node = m_map.hasFocus() ? m_map.cursor() : std::nullopt;
        return node ? child(static_cast<int>(*node)) : nullptr;
    }

private:
    TurnMap& m_map;
    mutable std::map<session::TurnId, QAccessible::Id> m_items;
};

} // namespace

QAccessibleInterface* makeTurnMapAccessible(const QString&, QObject* object)
{
    auto* map = qobject_cast<TurnMap*>(object);
    return map == nullptr ? nullptr : new TurnMapAccessible(*map);
}

} // namespace tf::ui
