#pragma once

// Hands the keyboard from a container to what stands in it, and leaves the Tab key alone.
//
// A focus proxy would do the first as well, but Tab stops at the container then and is led back
// into it for ever, past everything beside. Thread: main.

#include <QObject>
#include <QPointer>

class QWidget;

namespace tf::ui {

class FocusHandover : public QObject {
    Q_OBJECT

public:
    /// Goes with `from`, which Tab passes by from now on.
    FocusHandover(QWidget& from, QWidget& to);

    void setTo(QWidget& to) { m_to = &to; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPointer<QWidget> m_to;
};

} // namespace tf::ui
