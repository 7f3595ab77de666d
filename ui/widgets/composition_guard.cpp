#include "ui/widgets/composition_guard.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace tf::ui {

CompositionGuard::CompositionGuard(QWidget& field)
    : QObject(&field)
{
    field.installEventFilter(this);
}

bool CompositionGuard::keeps(const QKeyEvent& key) const
{
    if (!m_isComposing && !m_hasJustComposed)
        return false;
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return m_isComposing; // the list of candidates
    default:
        return false;
    }
}

void CompositionGuard::follow(bool isComposing)
{
    const bool wasComposing = std::exchange(m_isComposing, isComposing);
    if (!wasComposing || isComposing)
        return;
    m_hasJustComposed = true;
    QTimer::singleShot(0, this, [this] { m_hasJustComposed = false; });
}

bool CompositionGuard::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::InputMethod: {
        const auto* method = static_cast<QInputMethodEvent*>(event);
        // Some commit in one step and were composing in a window of their own.
        if (!method->commitString().isEmpty())
            m_isComposing = true;
        follow(!method->preeditString().isEmpty());
        return false;
    }
    case QEvent::FocusOut:
        m_isComposing = false; // the composition ends where the keyboard goes elsewhere
        return false;
    case QEvent::KeyPress:
        return keeps(*static_cast<QKeyEvent*>(event));
    default:
        return false;
    }
}

} // namespace tf::ui
