#include "ui/frames/strip/strip_accessible.h"

#include "ui/frames/strip/frame_strip.h"

#include <QAccessibleWidget>
#include <QWindow>

#include <map>

namespace tf::ui {

namespace {

class TileAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    TileAccessible(FrameStrip& strip, std::size_t place)
        : m_strip(strip)
        , m_place(place)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_place < m_strip.frames().size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_strip.window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_strip);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return isValid() && which == QAccessible::Name ? spokenWords(m_strip.frames()[m_place])
                                                       : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        return m_strip.placeOf(m_place).translated(m_strip.viewport()->mapToGlobal(QPoint(0, 0)));
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.selectable = true;
        state.checkable = true;
        if (!isValid())
            return state;
        const auto [first, last] = m_strip.chosen();
        state.checked = isSent(m_strip.frames()[m_place]);
        state.selected = m_place >= first && m_place <= last;
        state.focused = m_strip.hasFocus() && m_strip.cursor() == m_place;
        state.offscreen = !m_strip.placeOf(m_place).intersects(m_strip.viewport()->rect());
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {toggleAction(), pressAction()};
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        m_strip.moveCursorTo(m_place);
        if (name == toggleAction())
            m_strip.togglePicked();
        else if (name == pressAction())
            Q_EMIT m_strip.jumpAsked(m_strip.frames()[m_place].index);
    }

private:
    FrameStrip& m_strip;
    std::size_t m_place;
};

class StripAccessible : public QAccessibleWidget {
public:
    explicit StripAccessible(FrameStrip& strip)
        : QAccessibleWidget(&strip, QAccessible::List)
        , m_strip(strip)
    {
    }

    ~StripAccessible() override
    {
        for (const auto& [place, id] : m_tiles)
            QAccessible::deleteAccessibleInterface(id);
    }

    StripAccessible(const StripAccessible&) = delete;
    StripAccessible& operator=(const StripAccessible&) = delete;

    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_strip.frames().size());
    }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto known = m_tiles.find(index);
        if (known != m_tiles.end())
            return QAccessible::accessibleInterface(known->second);
        auto* made = new TileAccessible(m_strip, static_cast<std::size_t>(index));
        m_tiles[index] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (const auto& [place, id] : m_tiles) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return place;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto frame = m_strip.frameAt(m_strip.viewport()->mapFromGlobal(QPoint(x, y)));
        return frame ? child(static_cast<int>(*frame)) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const auto frame = m_strip.hasFocus() ? m_strip.cursor() : std::nullopt;
        return frame ? child(static_cast<int>(*frame)) : nullptr;
    }

private:
    FrameStrip& m_strip;
    mutable std::map<int, QAccessible::Id> m_tiles;
};

} // namespace

QAccessibleInterface* makeStripAccessible(const QString&, QObject* object)
{
    auto* strip = qobject_cast<FrameStrip*>(object);
    return strip == nullptr ? nullptr : new StripAccessible(*strip);
}

} // namespace tf::ui
