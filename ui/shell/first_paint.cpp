#include "ui/shell/first_paint.h"

#include "ui/transcript/view/transcript_view.h"

#include <QEvent>

#include <chrono>
#include <cstdio>

namespace tf::ui {

namespace {

void writeMoment(const char* what)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    std::fprintf(stderr, "%s %lld\n", what, static_cast<long long>(nanoseconds));
}

} // namespace

FirstPaint::FirstPaint(QWidget& window, TranscriptView& view)
    : QObject(&window)
    , m_view(&view)
{
    window.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Paint)
        return false;
    const bool isView = m_view && watched == m_view->viewport();
    if (isView && !m_view->stage().isReadable())
        return false;
    watched->removeEventFilter(this);
    // The window is painted before its children; by the next turn of the loop all are, and shown.
    QMetaObject::invokeMethod(
        this, [isView] { writeMoment(isView ? "first-reading" : "first-paint"); },
        Qt::QueuedConnection);
    return false;
}

} // namespace tf::ui
