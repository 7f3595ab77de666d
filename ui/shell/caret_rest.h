#pragma once

// Lets the caret stand still when nobody has typed for a while, so that a window at rest wakes
// nobody.
//
// A key, a click or another field makes it blink again. Owned by main(). Thread: main.

#include <QObject>
#include <QTimer>

namespace tf::ui {

class CaretRest : public QObject {
    Q_OBJECT

public:
    /// Watches the whole application.
    explicit CaretRest(QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int m_blinkMillis; ///< as the desktop has it
    QTimer m_idle;
};

} // namespace tf::ui
