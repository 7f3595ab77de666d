#include "tests/ui/measure/key_delay.h"

#include "tests/ui/measure/paint_delay.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QKeyEvent>

namespace tf::test {

namespace {

constexpr int kPauseMillis = 37; // no multiple of a frame
constexpr qint64 kPauseNanos = qint64(kPauseMillis) * 1'000'000;

} // namespace

KeyDelay::KeyDelay(QPlainTextEdit& edit)
    : m_edit(edit)
{
    m_clock.start();
    m_edit.viewport()->installEventFilter(this);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &KeyDelay::press);
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &KeyDelay::endTurnOfLoop);
    m_pause.start(kPauseMillis);
}

void KeyDelay::press()
{
    if (m_pressed)
        return; // the last one is still on its way
    // When it was due: a key waits while nobody listens.
    m_pressed = m_clock.nsecsElapsed() / kPauseNanos * kPauseNanos;
    m_hasPainted = false;
    const bool isNew = ++m_numPressed % 12 == 0;
    const int key = isNew ? Qt::Key_Space : Qt::Key_A;
    const QString letter = isNew ? QStringLiteral(" ") : QStringLiteral("a");
    QCoreApplication::postEvent(&m_edit,
                                new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, letter));
}

bool KeyDelay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint)
        m_hasPainted = true;
    return QObject::eventFilter(watched, event);
}

void KeyDelay::endTurnOfLoop()
{
    if (!m_pressed || !m_hasPainted)
        return;
    m_delays.push_back(static_cast<double>(m_clock.nsecsElapsed() - *m_pressed) / 1e6);
    m_pressed.reset();
}

double KeyDelay::p99Millis() const
{
    return percentile(m_delays, 99);
}

} // namespace tf::test
