#include "ui/shell/caret_rest.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>

namespace tf::ui {

namespace {

constexpr std::chrono::seconds kIdle{10};

bool isActivity(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::InputMethod
        || type == QEvent::MouseButtonPress || type == QEvent::FocusIn;
}

} // namespace

CaretRest::CaretRest(QObject* parent)
    : QObject(parent)
    , m_blinkMillis(QGuiApplication::styleHints()->cursorFlashTime())
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdle);
    connect(&m_idle, &QTimer::timeout, this,
            [] { QGuiApplication::styleHints()->setCursorFlashTime(0); });
    QCoreApplication::instance()->installEventFilter(this);
    m_idle.start();
}

bool CaretRest::eventFilter(QObject* watched, QEvent* event)
{
    if (isActivity(event->type())) {
        QGuiApplication::styleHints()->setCursorFlashTime(m_blinkMillis);
        m_idle.start();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tf::ui
