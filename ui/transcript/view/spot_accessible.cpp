#include "ui/transcript/view/spot_accessible.h"

#include "ui/transcript/view/transcript_view.h"

#include <QWindow>

namespace tf::ui {

SpotAccessible::SpotAccessible(TranscriptView& view, QAccessibleInterface& message, SpotId id)
    : m_view(view)
    , m_message(message)
    , m_id(id)
{
}

std::optional<Spot> SpotAccessible::spot() const
{
    return spotOf(m_view.stage(), m_id);
}

QWindow* SpotAccessible::window() const
{
    return m_view.window()->windowHandle();
}

QString SpotAccessible::text(QAccessible::Text which) const
{
    const std::optional<Spot> found = spot();
    if (!found)
        return {};
    if (which == QAccessible::Name)
        return found->name;
    return which == QAccessible::Description && m_id.kind == SpotKind::Link ? found->target
                                                                            : QString();
}

QRect SpotAccessible::rect() const
{
    return placeOf(m_view.stage(), m_id).translated(m_view.viewport()->mapToGlobal(QPoint(0, 0)));
}

QAccessible::Role SpotAccessible::role() const
{
    switch (m_id.kind) {
    case SpotKind::Link:
    case SpotKind::Citation:
        return QAccessible::Link;
    case SpotKind::Attachment:
        return QAccessible::Graphic;
    case SpotKind::SideBar:
        return QAccessible::ScrollBar;
    default:
        return QAccessible::Button;
    }
}

QAccessible::State SpotAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.focusable = true;
    state.focused = m_view.hasFocus() && m_view.look().focused == m_id;
    state.linked = role() == QAccessible::Link;
    return state;
}

void* SpotAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                : nullptr;
}

void SpotAccessible::doAction(const QString& name)
{
    if (name == pressAction() && isValid())
        m_view.press(m_id);
}

} // namespace tf::ui
