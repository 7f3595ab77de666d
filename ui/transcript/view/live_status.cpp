#include "ui/transcript/view/live_status.h"

#include <QAccessible>

namespace tf::ui {

LiveStatus::LiveStatus(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(0, 0, 1, 1);
    lower(); // what lies over a viewport keeps Qt from moving its picture as it is scrolled
}

void LiveStatus::say(const QString& words)
{
    setAccessibleName(words);
    QAccessibleEvent renamed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace tf::ui
