#include "ui/pictures/piece_accessible.h"

#include "ui/pictures/picture_canvas.h"

#include <QWindow>

namespace tf::ui {

PieceAccessible::PieceAccessible(PictureCanvas& canvas, std::size_t idx)
    : m_canvas(canvas)
    , m_idx(idx)
{
}

std::optional<EditPiece> PieceAccessible::piece() const
{
    const auto pieces = piecesOf(m_canvas.edit());
    return m_idx < pieces.size() ? std::optional(pieces[m_idx]) : std::nullopt;
}

bool PieceAccessible::isValid() const
{
    return piece().has_value();
}

QWindow* PieceAccessible::window() const
{
    return m_canvas.window()->windowHandle();
}

QAccessibleInterface* PieceAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_canvas);
}

QString PieceAccessible::text(QAccessible::Text which) const
{
    const auto it = piece();
    if (!it)
        return {};
    if (which == QAccessible::Name)
        return nameOf(m_canvas.edit(), *it);
    if (which != QAccessible::Description)
        return {};
    const QRect place = placeOf(m_canvas.edit(), *it);
    return PictureCanvas::tr("%1 from the left, %2 from the top, %3 by %4 pixels")
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

QRect PieceAccessible::rect() const
{
    const auto it = piece();
    return it ? m_canvas.shownPlaceOf(*it).translated(m_canvas.mapToGlobal(QPoint(0, 0))) : QRect();
}

QAccessible::State PieceAccessible::state() const
{
    QAccessible::State state;
    const auto it = piece();
    state.invalid = !it;
    state.focusable = true;
    state.selectable = true;
    state.selected = it && m_canvas.selected() == it;
    state.focused = state.selected && m_canvas.hasFocus();
    return state;
}

void* PieceAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                : nullptr;
}

void PieceAccessible::doAction(const QString& name)
{
    if (const auto it = piece(); it && name == pressAction())
        m_canvas.select(it);
}

} // namespace tf::ui
