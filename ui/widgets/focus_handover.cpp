#include "ui/widgets/focus_handover.h"

#include <QFocusEvent>
#include <QWidget>

namespace tf::ui {

FocusHandover::FocusHandover(QWidget& from, QWidget& to)
    : QObject(&from)
    , m_to(&to)
{
    from.setFocusPolicy(Qt::NoFocus);
    from.installEventFilter(this);
}

bool FocusHandover::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::FocusIn || m_to == nullptr)
        return false;
    m_to->setFocus(static_cast<QFocusEvent*>(event)->reason());
    return true;
}

} // namespace tf::ui
