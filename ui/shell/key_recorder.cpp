#include "ui/shell/key_recorder.h"

#include <QKeyEvent>

namespace tf::ui {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt
        || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == 0 || key == Qt::Key_unknown;
}

/// A letter alone would be taken out of every text.
bool isWritten(const QKeyEvent& event)
{
    const auto held = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return held == Qt::NoModifier && event.key() < Qt::Key_Escape;
}

} // namespace

KeyRecorder::KeyRecorder(QWidget* parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setPlaceholderText(tr("Press the new key"));
    setAccessibleName(tr("Press the new key; Backspace for none, Escape to leave it"));
    setToolTip(accessibleName());
}

bool KeyRecorder::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    // Tab would go to the next field.
    if (event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent*>(event));
        return true;
    }
    return QLineEdit::event(event);
}

void KeyRecorder::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (isModifier(event->key()))
        return;
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        return Q_EMIT left();
    if (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier)
        return Q_EMIT recorded({});
    if (isWritten(*event))
        return;
    Q_EMIT recorded(QKeySequence(event->keyCombination()));
}

void KeyRecorder::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    Q_EMIT left();
}

} // namespace tf::ui
