#include "ui/shell/first_paint.h"

#include <QEvent>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace tf::ui {

namespace {

void writeFirstPaint()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    std::fprintf(stderr, "first-paint %lld\n", static_cast<long long>(nanoseconds));
}

} // namespace

FirstPaint::FirstPaint(QWidget& window)
    : QObject(&window)
{
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Paint)
        return false;
    watched->removeEventFilter(this);
    // The window is painted before its children; by the next turn of the loop all are, and shown.
    QMetaObject::invokeMethod(this, writeFirstPaint, Qt::QueuedConnection);
    return false;
}

} // namespace tf::ui
