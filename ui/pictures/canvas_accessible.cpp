#include "ui/pictures/canvas_accessible.h"

#include "ui/pictures/picture_canvas.h"
#include "ui/pictures/piece_accessible.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace tf::ui {

namespace {

class CanvasAccessible : public QAccessibleWidget {
public:
    explicit CanvasAccessible(PictureCanvas& canvas)
        : QAccessibleWidget(&canvas, QAccessible::Graphic)
        , m_canvas(canvas)
    {
    }

    ~CanvasAccessible() override
    {
        for (const QAccessible::Id id : m_pieces)
            QAccessible::deleteAccessibleInterface(id);
    }

    CanvasAccessible(const CanvasAccessible&) = delete;
    CanvasAccessible& operator=(const CanvasAccessible&) = delete;

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name ? m_canvas.spoken() : QAccessibleWidget::text(which);
    }

    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(piecesOf(m_canvas.edit()).size());
    }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (std::ssize(m_pieces) <= index)
            m_pieces.push_back(QAccessible::registerAccessibleInterface(
                new PieceAccessible(m_canvas, m_pieces.size())));
        return QAccessible::accessibleInterface(m_pieces[static_cast<std::size_t>(index)]);
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (int idx = 0; idx < childCount(); ++idx) {
            if (child(idx) == wanted)
                return idx;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const auto pieces = piecesOf(m_canvas.edit());
        if (!m_canvas.hasFocus() || !m_canvas.selected())
            return nullptr;
        return child(static_cast<int>(std::find(pieces.begin(), pieces.end(), *m_canvas.selected())
                                      - pieces.begin()));
    }

private:
    PictureCanvas& m_canvas;
    mutable std::vector<QAccessible::Id> m_pieces; ///< made as far as they were asked for
};

} // namespace

QAccessibleInterface* makeCanvasAccessible(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<PictureCanvas*>(object);
    return canvas == nullptr ? nullptr : new CanvasAccessible(*canvas);
}

} // namespace tf::ui
