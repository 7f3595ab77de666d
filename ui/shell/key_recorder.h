#pragma once

// A field that takes the next key that is pressed, whatever that key does elsewhere.

#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QLineEdit>

namespace tf::ui {

class KeyRecorder : public QLineEdit {
    Q_OBJECT

public:
    explicit KeyRecorder(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Empty: none shall do it any more.
    void recorded(const QKeySequence& keys);
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace tf::ui
